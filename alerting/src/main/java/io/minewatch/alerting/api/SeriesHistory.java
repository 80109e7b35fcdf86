package io.minewatch.alerting.api;

import java.time.Instant;
import java.util.List;

/** Where the past values of a point are read; plugged in by the program that knows the store. */
public interface SeriesHistory {
  /**
   * Values of one point, oldest first.
   *
   * @param measure in lower case, the name of the measurement
   * @throws IllegalStateException if the store does not answer, with a message for a person
   */
  Samples between(String mine, String measure, String point, Instant from, Instant to);

  /** Measured times in milliseconds since 1970 UTC, and the values in the measure's unit. */
  record Samples(List<Long> t, List<Double> v) {
    public Samples {
      t = List.copyOf(t);
      v = List.copyOf(v);
    }
  }
}
