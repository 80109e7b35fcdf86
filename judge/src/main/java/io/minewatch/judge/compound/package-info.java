/** A mine's own conditions over several points and findings, in the Common Expression Language. */
@NullMarked
package io.minewatch.judge.compound;

import org.jspecify.annotations.NullMarked;
