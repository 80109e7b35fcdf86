package io.minewatch.series.store;

import io.minewatch.domain.reading.Quality;
import java.time.Instant;

/**
 * One reading as it was recorded, whatever its quality.
 *
 * @param at when it was measured
 * @param value in the measure's own unit; NaN where there was only a quality to tell
 */
public record Recorded(String point, Instant at, double value, Quality quality) {}
