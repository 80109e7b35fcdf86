/** The Flink sink that stores series: batches, several connections, retries, dead letters. */
@NullMarked
package io.minewatch.jobs.series;

import org.jspecify.annotations.NullMarked;
