/** Slopes that move: velocity, tangential angle, stage, and when they may fail. */
@NullMarked
package io.minewatch.judge.slope;

import org.jspecify.annotations.NullMarked;
