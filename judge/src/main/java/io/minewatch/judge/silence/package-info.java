/** What is late, what has not been heard for too long, and what is cut off: told at its root. */
@NullMarked
package io.minewatch.judge.silence;

import org.jspecify.annotations.NullMarked;
