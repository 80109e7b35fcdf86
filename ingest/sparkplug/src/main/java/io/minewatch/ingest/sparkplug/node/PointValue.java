package io.minewatch.ingest.sparkplug.node;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;

/**
 * A reading made of a metric.
 *
 * @param point not yet known to be in the plan
 * @param value NaN where nothing was measured
 * @param unit empty for the point's own
 * @param millis measured time since 1970 UTC; of a death the time when we heard of it
 */
public record PointValue(
    String point, double value, String unit, long millis, Quality quality, Lane lane) {}
