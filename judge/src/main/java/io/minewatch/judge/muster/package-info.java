/** Who is where, and who is still inside the zones of an open order. */
@NullMarked
package io.minewatch.judge.muster;

import org.jspecify.annotations.NullMarked;
