package io.minewatch.alerting.clue;

import java.time.Duration;
import java.util.List;

/**
 * How long a clue may wait at each stage for the next, from a rule pack.
 *
 * @param assign since it was raised or reopened
 * @param visit since it was assigned
 * @param find since the check on site
 * @param measure since it was found on
 * @param close since the last measure
 */
public record ClueClocks(
    Duration assign, Duration visit, Duration find, Duration measure, Duration close) {
  public ClueClocks {
    for (Duration each : List.of(assign, visit, find, measure, close)) {
      if (each.isNegative() || each.isZero()) {
        throw new IllegalArgumentException("each clock of a clue is above zero, was " + each);
      }
    }
  }
}
