package io.minewatch.judge.mine;

import io.minewatch.domain.finding.Subject;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Standing;
import java.util.function.BiConsumer;

/** What stands in a mine now: its excursions, what its watches hold open, and its newest values. */
record Now(MineMemory memory) implements Standing {
  @Override
  public void open(BiConsumer<String, Subject> to) {
    PlanIndex index = memory.index;
    for (int p = 0; p < index.points(); p++) {
      for (int slot = index.firstSlot(p); slot < index.firstSlot(p + 1); slot++) {
        if (memory.excursions.isOpen(slot)) {
          to.accept(index.terms(p, slot).ruleId(), Subject.of(index.point(p).id()));
        }
      }
    }
    memory.watches.each(watch -> watch.standing(to));
  }

  @Override
  public boolean newest(int point, Sample into) {
    PointColumns points = memory.points;
    boolean known =
        points.wasHeard(point)
            && !points.isDark(point)
            && points.isTrusted(point)
            && !Double.isNaN(points.trusted(point));
    if (known) {
      points.trusted(point, points.quality(point), into);
    }
    return known;
  }
}
