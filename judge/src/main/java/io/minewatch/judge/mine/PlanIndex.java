package io.minewatch.judge.mine;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.judge.compound.Compounds;
import io.minewatch.judge.limit.LimitTerms;
import io.minewatch.judge.muster.Zones;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan laid out for judging: points counted in the order of the plan, and for each its slots, one
 * for each limit rule.
 */
final class PlanIndex {
  private final Plan plan;
  private final Zones zones;
  private final Compounds compounds;
  private final Names byName;
  private final PointPlan[] points;
  private final String[] names;
  private final int[] firstSlot;
  private final LimitTerms[] terms;
  private final long[] darkAfter;
  private final long unseenAfter;

  /** Red of the points of tailings ponds, by point and side. */
  private final Map<Integer, Map<Side, Double>> ponds = new HashMap<>();

  PlanIndex(Plan plan) {
    this.plan = plan;
    this.zones = new Zones(plan);
    this.compounds = new Compounds(plan);
    Map<String, LimitTerms> rules = new HashMap<>();
    for (LimitRule rule : plan.limits()) {
      rules.put(rule.id(), new LimitTerms(rule));
    }
    points = plan.points().toArray(PointPlan[]::new);
    names = new String[points.length];
    firstSlot = new int[points.length + 1];
    darkAfter = new long[points.length];
    List<LimitTerms> slots = new ArrayList<>();
    for (int p = 0; p < points.length; p++) {
      names[p] = points[p].id().value();
      darkAfter[p] = plan.silence().darkAfter(points[p].period()).toMillis();
      for (String id : points[p].rules()) {
        LimitTerms limit = rules.get(id);
        if (limit != null) {
          slots.add(limit);
        }
      }
      firstSlot[p + 1] = slots.size();
    }
    terms = slots.toArray(LimitTerms[]::new);
    byName = new Names(names);
    unseenAfter =
        plan.rulesOf(OutageRule.class).stream()
            .filter(rule -> rule.of() == OutageRule.Of.UNSEEN)
            .mapToLong(rule -> rule.delays().raiseAfter().toMillis())
            .min()
            .orElse(Long.MAX_VALUE);
    for (PondRule pond : plan.rulesOf(PondRule.class)) {
      for (PondRule.Levels levels : pond.levels()) {
        int p = byName.find(levels.point().value());
        ponds.put(p, Map.of(levels.item().danger(), levels.red()));
      }
    }
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
    return points.length;
  }

  int slots() {
    return terms.length;
  }

  PointPlan point(int p) {
    return points[p];
  }

  /**
   * The number of a point, or -1. A gateway sends its points in the same order every cycle, so the
   * one after the last is tried first.
   */
  int find(String name, int guess) {
    if (guess < names.length && names[guess].equals(name)) {
      return guess;
    }
    return byName.find(name);
  }

  /** The first slot of a point; the last is before the first of the next. */
  int firstSlot(int p) {
    return firstSlot[p];
  }

  /** The slot of a point for a rule, or -1. */
  int slot(int p, String rule) {
    for (int slot = firstSlot[p]; slot < firstSlot[p + 1]; slot++) {
      if (terms[slot].ruleId().equals(rule)) {
        return slot;
      }
    }
    return -1;
  }

  /** The value of the worst that a point is judged by on a side, NaN where it is not. */
  double lastStep(int p, Side side) {
    double last = ponds.getOrDefault(p, Map.of()).getOrDefault(side, Double.NaN);
    for (int slot = firstSlot[p]; slot < firstSlot[p + 1]; slot++) {
      boolean worse = Double.isNaN(last) || side.worse(terms[slot].last(), last);
      last = terms[slot].side() == side && worse ? terms[slot].last() : last;
    }
    return last;
  }

  LimitTerms terms(int slot) {
    return terms[slot];
  }

  long darkAfter(int p) {
    return darkAfter[p];
  }

  /** How long what a point says may be no measurement before that blinds what is open at it. */
  long unseenAfter() {
    return unseenAfter;
  }

  long tagDarkAfter() {
    return plan.silence().darkAfter(plan.tagPeriod()).toMillis();
  }
}
