package io.minewatch.jobs.archive;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.jobs.state.PointsSerializer;
import io.minewatch.jobs.window.Closed;
import io.minewatch.jobs.window.Points;
import io.minewatch.series.store.Lines;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/** The points of the mine at hand, and which checkpoints hold the pieces of their windows. */
final class Windows {
  /** Lines of one batch: a store takes no request of any size. */
  static final int BATCH = 5_000;

  /** Pieces of a mine in one round; what is beyond them is written in the next. */
  static final int MOST_A_ROUND = 20_000;

  private final ValueState<Points> states;
  private long begun;
  private long completed;

  /**
   * Describes it.
   *
   * @param restored the checkpoint that all state comes from, 0 for none
   */
  Windows(RuntimeContext flink, long restored) {
    states = flink.getState(new ValueStateDescriptor<>("points", new PointsSerializer()));
    begun = restored;
    completed = restored;
  }

  /** What is remembered; to be kept again once it has changed. */
  Points points() throws IOException {
    Points known = states.value();
    return known == null ? new Points() : known;
  }

  void keep(Points points) throws IOException {
    states.update(points);
  }

  /** The last checkpoint that was begun. */
  long begun() {
    return begun;
  }

  void begin(long checkpoint) {
    begun = checkpoint;
  }

  void complete(long checkpoint) {
    completed = Math.max(completed, checkpoint);
  }

  /**
   * Writes the pieces that a checkpoint holds; closes windows to which nothing comes.
   *
   * @param full takes the lines away whenever they are enough for a batch
   */
  void write(MineCode mine, long now, Lines lines, Runnable full) throws IOException {
    Points points = states.value();
    if (points == null) {
      return;
    }
    points.closeIdle(now, begun);
    for (Closed closed : points.due(completed, MOST_A_ROUND)) {
      String head = Lines.statisticHead(closed.measure(), mine.value(), closed.point());
      lines.addStatistic(head, closed.statistic(), closed.number());
      if (lines.count() >= BATCH) {
        full.run();
      }
    }
    states.update(points);
  }

  /** Forgets what another plan no longer has, if there is much. */
  void plan(Register register) throws IOException {
    Points points = states.value();
    if (points != null) {
      points.forget(point -> register.find(point) != null);
      states.update(points);
    }
  }
}
