package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Measure;
import java.time.Duration;
import java.util.Objects;

/**
 * How far a reading may lie from the last trusted one before it is doubted. What is doubted is
 * recorded and told; whether it is kept from judging the guard says. Gas never is.
 *
 * @param floor a jump up to this is always plausible, in the unit of the measure; where a point
 *     declares its noise floor, at least three of those
 * @param factor a jump up to this many usual steps is plausible
 * @param shake steps larger than this many usual ones are a shake
 * @param learn how many readings must have come before any is doubted
 * @param settle how many readings in a row must agree before the place jumped to is the normal
 * @param clearAfter how long it must be trusted again
 */
public record PlausibleRule(
    String id,
    Measure measure,
    Severity severity,
    Guard guard,
    double floor,
    double factor,
    double shake,
    int learn,
    int settle,
    Duration clearAfter,
    Source source)
    implements PointRule {
  /** Which jumps are kept from judging. */
  public enum Guard {
    /** Both ways; for values that a person types, and where nobody withdraws on one reading. */
    BOTH_WAYS,
    /** Only jumps down are kept back; what is large is danger, as with water. */
    LETS_HIGH_THROUGH,
    /** Only jumps up are kept back; what is small is danger, as with freeboard. */
    LETS_LOW_THROUGH,
    /** None: for gas. */
    LETS_ALL_THROUGH
  }

  public PlausibleRule {
    PointRule.check(id, severity, source);
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(guard, "guard");
    if (!(floor > 0 && factor > shake && shake > 1) || learn < 2 || settle < 2) {
      throw new IllegalArgumentException(
          "rule %s needs floor > 0, factor > shake > 1, learn >= 2, settle >= 2, was %s, %s, %s, %d, %d"
              .formatted(id, floor, factor, shake, learn, settle));
    }
    if (guard != Guard.LETS_ALL_THROUGH && Hazard.of(Check.LIMIT, measure) == Hazard.GAS) {
      throw new IllegalArgumentException("rule " + id + " would keep gas readings from judging");
    }
    if (clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": a delay must not be negative");
    }
  }

  @Override
  public boolean fits(Measure other) {
    return measure == other;
  }
}
