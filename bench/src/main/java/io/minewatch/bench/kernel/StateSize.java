package io.minewatch.bench.kernel;

import io.minewatch.bench.measure.Heap;
import io.minewatch.domain.plan.Plan;
import io.minewatch.judge.mine.MineMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a point that has spoken for a while, beside its plan.
 *
 * @param points with how many it was measured
 * @param heap bytes by which the heap is fuller
 * @param checkpoint bytes of a checkpoint
 */
public record StateSize(int points, double heap, double checkpoint) {
  private static final int MINE_COUNT = 500;
  private static final int POINTS = 200 / Mines.BATCH * Mines.BATCH;
  private static final int ROUNDS = 20;

  /** Measures over about 100,000 points. */
  public static StateSize of(MethanePlans source, Rules rules) {
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < MINE_COUNT; i++) {
      plans.add(source.plan(i, POINTS, rules));
    }
    speak(new Mines(plans.subList(0, 1))); // whatever is made once for all is made now
    List<MineMemory> kept = new ArrayList<>();
    long heap = Heap.bytesOf(() -> fill(kept, plans));
    long checkpoint = 0;
    for (MineMemory memory : kept) {
      checkpoint += TapeLength.of(memory);
    }
    double points = MINE_COUNT * POINTS;
    return new StateSize((int) points, heap / points, checkpoint / points);
  }

  private static List<MineMemory> fill(List<MineMemory> kept, List<Plan> plans) {
    Mines mines = new Mines(plans);
    speak(mines);
    kept.addAll(mines.memories());
    return kept;
  }

  private static void speak(Mines mines) {
    for (int i = 0; i < ROUNDS * mines.round(); i++) {
      mines.judgeOnTime(mines.next());
    }
  }
}
