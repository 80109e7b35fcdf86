/** Sensors that have stopped to feel (平线): flat where a live one could not be. */
@NullMarked
package io.minewatch.judge.flat;

import org.jspecify.annotations.NullMarked;
