package io.minewatch.judge.trend;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.judge.watch.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What points of one kind are judged by.
 *
 * @param levels the limits on the side of danger, in the order in which they are reached
 */
record Heading(TrendTerms terms, Terms by, List<Double> levels) {
  static Heading of(TrendRule rule, Plan plan, PointPlan point) {
    Levels danger = Objects.requireNonNull(Levels.of(plan, point));
    return new Heading(
        terms(rule, danger.side(), point.period()),
        new Terms(rule.id(), Check.TREND, danger.side(), 0, rule.clearAfter().toMillis()),
        danger.at());
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
}
