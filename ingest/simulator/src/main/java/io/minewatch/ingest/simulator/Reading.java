package io.minewatch.ingest.simulator;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Instant;

/**
 * What a point shows once.
 *
 * @param value in the unit of the measure
 * @param measured event time
 */
public record Reading(
    PointId point, Measure measure, double value, Quality quality, Instant measured) {
  /** The same moment, seen otherwise. */
  Reading showing(double other, Quality said) {
    return new Reading(point, measure, other, said, measured);
  }
}
