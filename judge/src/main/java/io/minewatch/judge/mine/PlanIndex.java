package io.minewatch.judge.mine;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import io.minewatch.judge.column.Distinct;
import io.minewatch.judge.compound.Compounds;
import io.minewatch.judge.limit.LimitTerms;
import io.minewatch.judge.limit.Limits;
import io.minewatch.judge.muster.Zones;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A plan laid out for judging: points counted in the order of the plan, and for each its slots, one
 * for each limit rule. What is the same of many points is kept once.
 */
final class PlanIndex {
  private final Plan plan;
  private final Zones zones;
  private final Compounds compounds;
  private final Names names;
  private final List<PointPlan> points;
  private final int[] firstSlot;
  private final Distinct<Kind> kinds;
  private final long unseenAfter;

  /** Red of the points of tailings ponds, by point and side. */
  private final Map<Integer, Map<Side, Double>> ponds = new HashMap<>();

  /** What is the same of points of one kind. */
  record Kind(Measure measure, long darkAfter, Limits limits) {}

  PlanIndex(Plan plan) {
    this.plan = plan;
    this.zones = new Zones(plan);
    this.compounds = new Compounds(plan);
    Map<String, LimitTerms> rules = new HashMap<>();
    for (LimitRule rule : plan.limits()) {
      rules.put(rule.id(), new LimitTerms(rule));
    }
    points = plan.points();
    names = new Names(points);
    firstSlot = new int[points.size() + 1];
    kinds = new Distinct<>(points.size(), p -> kind(points.get(p), rules));
    for (int p = 0; p < points.size(); p++) {
      firstSlot[p + 1] = firstSlot[p] + kind(p).limits().size();
    }
    unseenAfter =
        plan.rulesOf(OutageRule.class).stream()
            .filter(rule -> rule.of() == OutageRule.Of.UNSEEN)
            .mapToLong(rule -> rule.delays().raiseAfter().toMillis())
            .min()
            .orElse(Long.MAX_VALUE);
    for (PondRule pond : plan.rulesOf(PondRule.class)) {
      for (PondRule.Levels levels : pond.levels()) {
        int p = names.find(levels.point().value());
        ponds.put(p, Map.of(levels.item().danger(), levels.red()));
      }
    }
  }

  private Kind kind(PointPlan point, Map<String, LimitTerms> rules) {
    return new Kind(
        point.measure(),
        plan.silence().darkAfter(point.period()).toMillis(),
        new Limits(point.rules().stream().map(rules::get).filter(Objects::nonNull).toList()));
  }

  Plan plan() {
    return plan;
  }

  Compounds compounds() {
    return compounds;
  }

  Zones zones() {
    return zones;
  }

  int points() {
    return points.size();
  }

  int slots() {
    return firstSlot[points.size()];
  }

  PointPlan point(int p) {
    return points.get(p);
  }

  Kind kind(int p) {
    return kinds.of(p);
  }

  /**
   * The number of a point, or -1. A gateway sends its points in the same order every cycle, so the
   * one after the last is tried first.
   */
  int find(String name, int guess) {
    return guess < points.size() && names.is(guess, name) ? guess : names.find(name);
  }

  /** The first slot of a point; the last is before the first of the next. */
  int firstSlot(int p) {
    return firstSlot[p];
  }

  /** The slot of a point for a rule, or -1. */
  int slot(int p, String rule) {
    for (int slot = firstSlot[p]; slot < firstSlot[p + 1]; slot++) {
      if (terms(p, slot).ruleId().equals(rule)) {
        return slot;
      }
    }
    return -1;
  }

  /** The value of the worst that a point is judged by on a side, NaN where it is not. */
  double lastStep(int p, Side side) {
    double pond = ponds.getOrDefault(p, Map.of()).getOrDefault(side, Double.NaN);
    double limit = kind(p).limits().last(side);
    boolean worse = Double.isNaN(pond) || side.worse(limit, pond);
    return worse ? limit : pond;
  }

  /** By what a slot of a point is judged. */
  LimitTerms terms(int p, int slot) {
    return kind(p).limits().at(slot - firstSlot[p]);
  }

  long darkAfter(int p) {
    return kind(p).darkAfter();
  }

  /** How long what a point says may be no measurement before that blinds what is open at it. */
  long unseenAfter() {
    return unseenAfter;
  }

  long tagDarkAfter() {
    return plan.silence().darkAfter(plan.tagPeriod()).toMillis();
  }
}
