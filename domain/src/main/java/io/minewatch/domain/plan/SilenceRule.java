package io.minewatch.domain.plan;

import io.minewatch.domain.reading.Name;
import java.time.Duration;
import java.util.Objects;

/**
 * When an expected point or tag counts as dark.
 *
 * @param periods that many reporting periods without a word
 * @param atLeast but never sooner than this
 */
public record SilenceRule(String id, int periods, Duration atLeast, Source source) implements Rule {
  public SilenceRule {
    Name.require("a rule id", id);
    Objects.requireNonNull(source, "source");
    if (periods < 1 || atLeast.isNegative()) {
      throw new IllegalArgumentException(
          "rule " + id + " needs at least 1 period and no negative time");
    }
  }

  /** How long a thing with this period may be silent before it is dark. */
  public Duration darkAfter(Duration period) {
    Duration byPeriods = period.multipliedBy(periods);
    return byPeriods.compareTo(atLeast) < 0 ? atLeast : byPeriods;
  }
}
