package io.minewatch.jobs.archive;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.series.store.Lines;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mine's plan says about where the readings of its points are kept. */
final class Register {
  /** Of a mine without a plan: knows no point. */
  static final Register EMPTY = new Register(Map.of());

  /**
   * A registered point.
   *
   * @param head the part of its lines that never changes
   */
  record Known(Measure measure, String zone, String head) {}

  private final Map<String, Known> points;

  private Register(Map<String, Known> points) {
    this.points = points;
  }

  static Register of(Plan plan) {
    Map<String, Known> points = new HashMap<>();
    for (PointPlan point : plan.points()) {
      String id = point.id().value();
      String zone = point.zone().value();
      String head = Lines.head(point.measure(), plan.mine().value(), id, zone);
      points.put(id, new Known(point.measure(), zone, head));
    }
    return new Register(points);
  }

  @Nullable Known find(String point) {
    return points.get(point);
  }
}
