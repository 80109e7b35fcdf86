/** The judge job: keeps state and timers around the pure rooms, decides nothing. */
@NullMarked
package io.minewatch.jobs.judge;

import org.jspecify.annotations.NullMarked;
