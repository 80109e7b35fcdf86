package io.minewatch.alerting.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the past values of a point are read; plugged in by the program that knows the store. */
public interface SeriesHistory {
  /**
   * Values of one point, oldest first.
   *
   * @param measure in lower case, the name of the measurement
   * @throws IllegalStateException if the store does not answer, with a message for a person
   */
  Samples between(String mine, String measure, String point, Instant from, Instant to);

  /**
   * Recorded values, or of each step of time its least and its most, at its begin and its middle.
   *
   * @param t measured times in milliseconds since 1970 UTC
   * @param v the values, in the measure's unit
   * @param step how long a step is; zero where these are the values as recorded
   */
  record Samples(List<Long> t, List<Double> v, Duration step) {
    public Samples {
      t = List.copyOf(t);
      v = List.copyOf(v);
    }

    /**
     * Values further apart than this have a silence between them.
     *
     * @param silent after how long without a value the point counts as silent
     */
    public Duration brokenAfter(Duration silent) {
      return silent.compareTo(step) < 0 ? step : silent;
    }

    /**
     * From which length on every silence lies between values that are {@link #brokenAfter so far}
     * apart; of a shorter one both ends may lie in steps whose values are drawn closer. Null where
     * these are the values as recorded.
     */
    public @Nullable Duration surelyBrokenFrom(Duration silent) {
      if (step.isZero()) {
        return null;
      }
      long empty = brokenAfter(silent).multipliedBy(2).plus(step).dividedBy(step.multipliedBy(2));
      return step.multipliedBy(empty + 1);
    }
  }
}
