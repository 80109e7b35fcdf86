package io.minewatch.bench.limit;

import io.minewatch.bench.oracle.Told;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every rule of every point of one mine in columns, and the plainest judging of them. Values of the
 * low side are kept negated, so that danger is always upward.
 */
final class Slots {
  private static final long NEVER = Long.MIN_VALUE;

  private final Plan plan;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] firstSlot;
  private final long[] lastMeasured;
  private final int[] pointOf;
  private final LimitRule[] rules;
  private final double[] sign;
  private final double[] firstStep;
  private final double[] secondStep;
  private final double[] restore;
  private final long[] clearAfter;
  private final byte[] level;
  private final boolean[] blind;
  private final int[] facts;
  private final long[] onset;
  private final long[] safeSince;
  private final List<Told> told;

  Slots(Plan plan, List<Told> told) {
    this.plan = plan;
    this.told = told;
    Map<String, LimitRule> byId = new HashMap<>();
    plan.limits().forEach(rule -> byId.put(rule.id(), rule));
    int points = plan.points().size();
    int slots = plan.points().stream().mapToInt(point -> point.rules().size()).sum();
    firstSlot = new int[points + 1];
    lastMeasured = new long[points];
    pointOf = new int[slots];
    rules = new LimitRule[slots];
    sign = new double[slots];
    firstStep = new double[slots];
    secondStep = new double[slots];
    restore = new double[slots];
    clearAfter = new long[slots];
    level = new byte[slots];
    blind = new boolean[slots];
    facts = new int[slots];
    onset = new long[slots];
    safeSince = new long[slots];
    int slot = 0;
    for (int p = 0; p < points; p++) {
      PointPlan point = plan.points().get(p);
      places.put(point.id().value(), p);
      lastMeasured[p] = NEVER;
      firstSlot[p] = slot;
      for (String id : point.rules()) {
        fill(slot++, p, Objects.requireNonNull(byId.get(id)));
      }
    }
    firstSlot[points] = slot;
  }

  private void fill(int slot, int point, LimitRule rule) {
    double up = rule.side() == Side.HIGH ? 1 : -1;
    pointOf[slot] = point;
    rules[slot] = rule;
    sign[slot] = up;
    firstStep[slot] = up * rule.steps().get(0).at();
    secondStep[slot] =
        rule.steps().size() > 1 ? up * rule.steps().get(1).at() : Double.POSITIVE_INFINITY;
    restore[slot] = up * rule.restore();
    clearAfter[slot] = rule.clearAfter().toMillis();
    safeSince[slot] = NEVER;
  }

  /** Place of a point in the plan. */
  int place(String point) {
    Integer place = places.get(point);
    if (place == null) {
      throw new IllegalStateException("no such point: " + point);
    }
    return place;
  }

  /**
   * Judges one reading.
   *
   * @param quality 0 for one that measures, 1 for one that blinds, 2 for one that does neither
   */
  void judge(int place, double value, long measured, int quality) {
    if (measured <= lastMeasured[place]) {
      return;
    }
    lastMeasured[place] = measured;
    for (int slot = firstSlot[place]; slot < firstSlot[place + 1]; slot++) {
      if (quality == 0) {
        step(slot, sign[slot] * value, measured);
      } else {
        safeSince[slot] = NEVER;
        if (quality == 1 && level[slot] > 0 && !blind[slot]) {
          blind[slot] = true;
          tell(slot, FindingKind.BLIND, measured);
        }
      }
    }
  }

  private void step(int slot, double value, long measured) {
    if (level[slot] == 0) {
      if (value < firstStep[slot]) {
        return;
      }
      onset[slot] = measured;
      facts[slot] = 0;
    } else if (value < restore[slot]) {
      safeSince[slot] = safeSince[slot] == NEVER ? measured : safeSince[slot];
      if (measured - safeSince[slot] >= clearAfter[slot]) {
        tell(slot, FindingKind.CLEARED, measured);
        level[slot] = 0;
        blind[slot] = false;
        safeSince[slot] = NEVER;
        return;
      }
    } else {
      safeSince[slot] = NEVER;
    }
    if (blind[slot]) {
      blind[slot] = false;
      tell(slot, FindingKind.SEEN, measured);
    }
    if (level[slot] == 0) {
      level[slot] = 1;
      tell(slot, FindingKind.OPENED, measured);
    }
    if (level[slot] == 1 && value >= secondStep[slot]) {
      level[slot] = 2;
      tell(slot, FindingKind.RAISED, measured);
    }
  }

  private void tell(int slot, FindingKind kind, long measured) {
    LimitRule rule = rules[slot];
    Severity severity = rule.steps().get(level[slot] - 1).severity();
    told.add(
        new Told(
            plan.mine().value(),
            plan.points().get(pointOf[slot]).id().value(),
            rule.id(),
            facts[slot]++,
            kind,
            kind == FindingKind.BLIND ? severity.raised() : severity,
            onset[slot],
            measured));
  }
}
