package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import java.time.Duration;

/**
 * When a point whose excursions come and go too often counts as one condition: work for
 * maintenance.
 *
 * @param openings so many excursions, 2 to {@link #MOST}
 * @param within this time, the first and the last counted in
 * @param calm without another one for this long it is over
 */
public record ChatterRule(
    String id, Severity severity, int openings, Duration within, Duration calm, Source source)
    implements PointRule {
  /** The most openings that can be asked for. */
  public static final int MOST = 8;

  public ChatterRule {
    PointRule.check(id, severity, source);
    if (openings < 2 || openings > MOST) {
      throw new IllegalArgumentException(
          "rule " + id + " needs 2 to " + MOST + " openings, was " + openings);
    }
    if (within.isNegative() || within.isZero() || calm.isNegative() || calm.isZero()) {
      throw new IllegalArgumentException(
          "rule %s needs positive times, was %s, %s".formatted(id, within, calm));
    }
  }
}
