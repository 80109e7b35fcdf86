package io.minewatch.ingest.recorded;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.PointId;
import java.time.Instant;

/** One thing that was recorded. */
sealed interface Recorded {
  Instant at();

  /**
   * A value.
   *
   * @param unit as it goes on the wire
   */
  record Value(PointId point, double value, String unit, Instant at) implements Recorded {}

  /** A position. */
  record Position(Fix fix) implements Recorded {
    @Override
    public Instant at() {
      return fix.at();
    }
  }
}
