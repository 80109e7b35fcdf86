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
          to.accept(index.terms(slot).ruleId(), Subject.of(index.point(p).id()));
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
            && points.dark[point] == 0
            && points.trustedMeasured[point] == points.measured[point]
            && !Double.isNaN(points.trusted[point]);
    if (known) {
      into.set(
              points.trusted[point],
              points.trustedMeasured[point],
              points.trustedReceived[point],
              points.quality[point])
          .at(points.trustedEvent[point]);
    }
    return known;
  }
}
