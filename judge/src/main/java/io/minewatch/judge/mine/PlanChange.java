package io.minewatch.judge.mine;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.limit.Excursions;
import io.minewatch.judge.limit.Fact;
import io.minewatch.judge.limit.LimitJudge;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Carries the memory of a mine over to a newer plan, by point id and rule id.
 *
 * <p>An excursion whose point or rule is no longer in the plan can neither be watched nor cleared:
 * it ends as BLIND, which holds the alarm and raises it, and is then forgotten here. A person
 * closes it. Taking a point out of the plan never makes an alarm go away. The same holds for a
 * point that now measures something else. What the backfill lane told stands as it is; under
 * another plan it begins anew.
 */
final class PlanChange {
  private PlanChange() {}

  static void apply(MineMemory memory, Plan plan, Moment moment, Verdicts out) {
    long now = moment.now();
    Told told = new Told(memory.mine(), plan.version(), now, moment.resumed(), out::tell);
    PlanIndex from = memory.index;
    PlanIndex to = new PlanIndex(plan);
    PointColumns points = new PointColumns(to.points(), now);
    Excursions excursions = new Excursions(to.slots());
    for (int old = 0; old < from.points(); old++) {
      PointPlan before = from.point(old);
      int p = to.find(before.id().value(), old);
      boolean same = p >= 0 && to.point(p).measure() == before.measure();
      if (same) {
        points.carryOver(p, memory.points, old);
      }
      for (int slot = from.firstSlot(old); slot < from.firstSlot(old + 1); slot++) {
        int at = same ? to.slot(p, from.terms(old, slot).ruleId()) : -1;
        if (at >= 0) {
          excursions.carryOver(at, to.terms(p, at), memory.excursions, slot);
        } else {
          lose(memory, old, slot, told, out);
        }
      }
    }
    memory.index = to;
    memory.points = points;
    memory.excursions = excursions;
    memory.backlog.forget();
    Watches watches = new Watches(plan, to.compounds());
    watches.follow(memory.watches, told);
    memory.watches = watches;
    Now standing = new Now(memory);
    watches.each(watch -> watch.begin(standing, told));
    for (int p = 0; p < to.points(); p++) {
      if (points.isDark(p)) {
        int dark = p; // a watch that is new has not been told
        watches.each(watch -> watch.onDark(dark, told));
      }
    }
    memory.nextLook = now;
  }

  private static void lose(MineMemory memory, int p, int slot, Told told, Verdicts out) {
    PointColumns points = memory.points;
    List<Fact> facts = new ArrayList<>();
    Sample gone =
        new Sample().set(Double.NaN, points.measured(p), points.received(p), Quality.STALE);
    LimitJudge.onNoMeasurement(memory.excursions, slot, memory.index.terms(p, slot), gone, facts);
    for (Fact fact : facts) {
      String rule = memory.index.terms(p, slot).ruleId();
      out.tell(Findings.finding(memory.index.point(p), rule, fact, told, Map.of()));
    }
  }
}
