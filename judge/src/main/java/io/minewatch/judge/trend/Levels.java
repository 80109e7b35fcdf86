package io.minewatch.judge.trend;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.Side;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a point heads for danger: the steps of its limits, or the designer's levels of a pond. Of a
 * point that has limits on both sides it is the low side: only air speed has, and air that fails is
 * what must be seen coming.
 *
 * @param at in the order in which they are reached
 */
record Levels(Side side, List<Double> at) {
  /** Null where nothing gives the point a level. */
  static @Nullable Levels of(Plan plan, PointPlan point) {
    List<LimitRule> limits =
        plan.limits().stream().filter(rule -> point.rules().contains(rule.id())).toList();
    if (limits.isEmpty()) {
      return ofPond(plan, point);
    }
    Side side = limits.stream().anyMatch(each -> each.side() == Side.LOW) ? Side.LOW : Side.HIGH;
    return of(
        side,
        limits.stream()
            .filter(rule -> rule.side() == side)
            .flatMap(rule -> rule.steps().stream())
            .mapToDouble(step -> step.at()));
  }

  private static @Nullable Levels ofPond(Plan plan, PointPlan point) {
    for (PondRule pond : plan.rulesOf(PondRule.class)) {
      for (PondRule.Levels each : pond.levels()) {
        if (each.point().equals(point.id())) {
          return of(
              each.item().danger(),
              DoubleStream.of(each.blue(), each.yellow(), each.orange(), each.red()));
        }
      }
    }
    return null;
  }

  private static Levels of(Side side, DoubleStream levels) {
    double sign = side == Side.HIGH ? 1 : -1;
    return new Levels(
        side, levels.map(at -> sign * at).sorted().distinct().mapToObj(at -> sign * at).toList());
  }
}
