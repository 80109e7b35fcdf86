/** Lines, noise and quantiles from a few kept readings; shared arithmetic, no opinion. */
@NullMarked
package io.minewatch.judge.fit;

import org.jspecify.annotations.NullMarked;
