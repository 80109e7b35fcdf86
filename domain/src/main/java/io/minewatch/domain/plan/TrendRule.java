package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import java.time.Duration;

/**
 * When a point that goes on as in the last minutes reaches its next limit. Told and shown only
 * where the point's forecasts have beaten "stays as it is". Nothing here is the law's.
 *
 * @param step over which readings are averaged; the point's period where that is longer
 * @param window through how many of these averages the line is laid
 * @param horizon how many steps ahead it may be drawn out, and after how many it is scored
 * @param coverage how often the interval should hold the true time, between 0 and 1
 * @param least how many forecasts must have been scored before one is shown
 * @param skill how much smaller than that of "stays as it is" their error must be, as a share
 * @param fade share of the score that each new forecast replaces
 * @param rising a point is rising if its line, drawn out so far, meets the next limit
 * @param clearAfter how long it must not head for its limit
 */
public record TrendRule(
    String id,
    Severity severity,
    Duration step,
    int window,
    int horizon,
    double coverage,
    int least,
    double skill,
    double fade,
    Duration rising,
    Duration clearAfter,
    Source source)
    implements PointRule {
  /** Most steps that a line may be laid through or drawn out over. */
  public static final int MOST_STEPS = 24;

  public TrendRule {
    PointRule.check(id, severity, source);
    if (!isPositive(step) || !isPositive(rising) || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + " needs a step, and no negative time");
    }
    if (window < 5 || window > MOST_STEPS || horizon < 1 || horizon >= MOST_STEPS || least < 1) {
      throw new IllegalArgumentException(
          "rule %s needs 5 <= window <= %d, 1 <= horizon < %d and least >= 1, was %d, %d, %d"
              .formatted(id, MOST_STEPS, MOST_STEPS, window, horizon, least));
    }
    if (!(coverage > 0 && coverage < 1 && skill >= 0 && skill < 1 && fade > 0 && fade < 1)) {
      throw new IllegalArgumentException(
          "rule %s needs shares between 0 and 1, was %s, %s, %s"
              .formatted(id, coverage, skill, fade));
    }
  }

  private static boolean isPositive(Duration time) {
    return !time.isNegative() && !time.isZero();
  }
}
