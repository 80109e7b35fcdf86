/** Alarms that the mine's own systems raised: told beside our judging, which they do not touch. */
@NullMarked
package io.minewatch.judge.reported;

import org.jspecify.annotations.NullMarked;
