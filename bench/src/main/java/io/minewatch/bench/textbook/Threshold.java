package io.minewatch.bench.textbook;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import java.io.Serializable;
import java.util.List;

/**
 * A limit as the job is configured with it.
 *
 * @param second the further step, or NaN if there is none
 */
public record Threshold(
    String rule,
    boolean isHigh,
    double first,
    double second,
    double restore,
    long clearAfterMillis,
    List<String> severities)
    implements Serializable {
  /** The same limit as every other system under test has. */
  public static Threshold of(LimitRule rule) {
    boolean two = rule.steps().size() > 1;
    return new Threshold(
        rule.id(),
        rule.side() == Side.HIGH,
        rule.steps().get(0).at(),
        two ? rule.steps().get(1).at() : Double.NaN,
        rule.restore(),
        rule.clearAfter().toMillis(),
        rule.steps().stream().map(step -> step.severity().name()).toList());
  }

  boolean reached(double value, double step) {
    return isHigh ? value >= step : value <= step;
  }

  boolean isSafe(double value) {
    return isHigh ? value < restore : value > restore;
  }
}
