package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import java.time.Duration;

/**
 * A sensor that stands still although there is cause to move (平线). Judged only at points that
 * report at every period and whose noise floor is declared.
 *
 * @param flatAfter how long it must stand still while there is cause to move
 * @param gapPeriods a pause of more reporting periods than this begins a new stretch
 */
public record FlatRule(
    String id, Severity severity, Duration flatAfter, int gapPeriods, Source source)
    implements PointRule {
  public FlatRule {
    PointRule.check(id, severity, source);
    if (flatAfter.isNegative() || flatAfter.isZero() || gapPeriods < 1) {
      throw new IllegalArgumentException(
          "rule %s needs a positive time and at least one period, was %s, %d"
              .formatted(id, flatAfter, gapPeriods));
    }
  }
}
