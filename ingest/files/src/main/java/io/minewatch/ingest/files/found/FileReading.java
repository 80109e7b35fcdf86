package io.minewatch.ingest.files.found;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Instant;
import java.util.Objects;

/**
 * One reading of a file, as sent: what no sensor can report is not refused here but where readings
 * are judged.
 *
 * @param value in {@code unit}; NaN where the quality says enough without one
 * @param unit in our spelling; empty means the measure's own
 * @param at event time
 * @param rawState the state as the mine's system wrote it, empty if the format has none
 */
public record FileReading(
    PointId point,
    Measure measure,
    double value,
    String unit,
    Instant at,
    Quality quality,
    String rawState) {
  public FileReading {
    Objects.requireNonNull(point, "point");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(rawState, "rawState");
    boolean without = Double.isNaN(value) && !quality.needsNumber();
    if (!Double.isFinite(value) && !without) {
      throw new IllegalArgumentException("point " + point + " needs a number, was " + value);
    }
  }

  /** Whether there is a value; a broken line has none, and over the range none is needed. */
  public boolean hasValue() {
    return !Double.isNaN(value);
  }
}
