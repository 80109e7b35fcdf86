package io.minewatch.judge.mine;

import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.limit.Fact;
import io.minewatch.judge.limit.LimitJudge;
import io.minewatch.judge.watch.Sample;
import java.util.List;

/**
 * Steps that are reached and wait for their delay. They count by the point's own clock, which runs
 * on from its last trusted reading.
 */
final class Rises {
  private Rises() {}

  /**
   * Lets the steps of a point count whose delay has run out.
   *
   * @param eventTime up to when, in measured time without the jumps of its clock
   */
  static void upTo(MineMemory memory, int p, long eventTime, Sample sample, List<Fact> facts) {
    if (memory.excursions.isQuiet()) {
      return;
    }
    PointColumns points = memory.points;
    for (int slot = memory.index.firstSlot(p); slot < memory.index.firstSlot(p + 1); slot++) {
      if (LimitJudge.dueAt(memory.excursions, slot, memory.index.terms(p, slot)) <= eventTime) {
        points.trusted(p, Quality.GOOD, sample);
        LimitJudge.onTime(
            memory.excursions, slot, memory.index.terms(p, slot), eventTime, sample, facts);
      }
    }
  }

  /** Our time at which the next step of a slot counts if nothing new comes, or never. */
  static long wakeAt(MineMemory memory, int p, int slot) {
    long due = LimitJudge.dueAt(memory.excursions, slot, memory.index.terms(p, slot));
    return due == Long.MAX_VALUE ? due : due + transport(memory.points, p);
  }

  /** Event time of a point that corresponds to our time. */
  static long eventTime(MineMemory memory, int p, long now) {
    return now - transport(memory.points, p);
  }

  private static long transport(PointColumns points, int p) {
    return points.trustedReceived(p) - points.trustedEvent(p);
  }
}
