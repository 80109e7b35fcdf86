/** From the arrival of a finding to the call that is committed and on the screen, in open loop. */
@NullMarked
package io.minewatch.bench.chain;

import org.jspecify.annotations.NullMarked;
