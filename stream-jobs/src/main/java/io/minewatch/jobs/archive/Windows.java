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
import org.jspecify.annotations.Nullable;

/** The points of the mine at hand, and which checkpoints hold the pieces of their windows. */
final class Windows {
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

  /** Writes the pieces that a checkpoint holds; closes windows to which nothing comes. */
  void write(MineCode mine, long now, Register register, Lines lines) throws IOException {
    Points points = states.value();
    if (points == null) {
      return;
    }
    points.closeIdle(now, begun);
    for (Closed closed : points.due(completed)) {
      Register.@Nullable Known known = register.find(closed.point());
      String zone = known == null ? "" : known.zone();
      String head = Lines.statisticHead(closed.measure(), mine.value(), closed.point(), zone);
      lines.addStatistic(head, closed.statistic(), closed.number());
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
