/** What is late, and what has not been heard for too long. */
@NullMarked
package io.minewatch.judge.silence;

import org.jspecify.annotations.NullMarked;
