package io.minewatch.judge.trend;

import io.minewatch.domain.plan.Side;
import java.time.Duration;
import java.util.Objects;

/**
 * How the trend of one point is taken. All by rule from the reporting period; nothing here is the
 * law's.
 *
 * @param side on which danger lies; only a trend towards it is of interest
 * @param step over which readings are averaged before the line is laid
 * @param window through how many of these averages the line is laid
 * @param horizon how many steps ahead the line may be drawn out, and after how many it is scored
 * @param coverage how often the interval should hold the true time, between 0 and 1
 * @param least how many forecasts must have been scored before one is shown
 * @param skill how much smaller than that of "stays as it is" their error must be, as a share
 * @param fade share of the score that each new forecast replaces
 */
public record TrendTerms(
    Side side,
    Duration step,
    int window,
    int horizon,
    double coverage,
    int least,
    double skill,
    double fade) {
  public TrendTerms {
    Objects.requireNonNull(side, "side");
    if (step.isNegative() || step.isZero()) {
      throw new IllegalArgumentException("a step must be positive, was " + step);
    }
    if (window < 5 || window >= TrendMemory.MOST || horizon < 1 || horizon >= TrendMemory.MOST) {
      throw new IllegalArgumentException(
          ("need 5 <= window < " + TrendMemory.MOST + " and 1 <= horizon < " + TrendMemory.MOST)
              + (", was " + window + " and " + horizon));
    }
    if (!(coverage > 0 && coverage < 1 && skill >= 0 && skill < 1 && fade > 0 && fade < 1)
        || least < 1) {
      throw new IllegalArgumentException(
          "need 0 < coverage < 1, 0 <= skill < 1, 0 < fade < 1, least >= 1, was "
              + (coverage + ", " + skill + ", " + fade + ", " + least));
    }
  }

  /** How many steps a memory must keep: those of a line or a score, and the one that is filling. */
  int keeps() {
    return Math.max(window, horizon) + 1;
  }
}
