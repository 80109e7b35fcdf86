/** Where a value is heading, and when it reaches its next level, if that beats guessing. */
@NullMarked
package io.minewatch.judge.trend;

import org.jspecify.annotations.NullMarked;
