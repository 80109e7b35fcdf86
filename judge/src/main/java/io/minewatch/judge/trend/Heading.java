package io.minewatch.judge.trend;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.judge.watch.Terms;
import java.time.Duration;
import java.util.List;

/**
 * What points of one kind are judged by.
 *
 * @param levels the limits on the side of danger, in the order in which they are reached
 */
record Heading(TrendTerms terms, Terms by, List<Double> levels) {
  static Heading of(TrendRule rule, Plan plan, PointPlan point) {
    List<LimitRule> limits = limits(plan, point);
    Side side = limits.get(0).side();
    return new Heading(
        terms(rule, side, point.period()),
        new Terms(rule.id(), Check.TREND, side, 0, rule.clearAfter().toMillis()),
        levels(limits, side));
  }

  /** The limits that a point can head for. */
  static List<LimitRule> limits(Plan plan, PointPlan point) {
    return plan.limits().stream().filter(rule -> point.rules().contains(rule.id())).toList();
  }

  private static TrendTerms terms(TrendRule rule, Side side, Duration period) {
    return new TrendTerms(
        side,
        rule.step().compareTo(period) < 0 ? period : rule.step(),
        rule.window(),
        rule.horizon(),
        rule.coverage(),
        rule.least(),
        rule.skill(),
        rule.fade());
  }

  private static List<Double> levels(List<LimitRule> limits, Side side) {
    double sign = side == Side.HIGH ? 1 : -1;
    return limits.stream()
        .filter(rule -> rule.side() == side)
        .flatMap(rule -> rule.steps().stream())
        .mapToDouble(step -> sign * step.at())
        .sorted()
        .distinct()
        .mapToObj(at -> sign * at)
        .toList();
  }
}
