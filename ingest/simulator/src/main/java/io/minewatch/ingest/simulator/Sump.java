package io.minewatch.ingest.simulator;

import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The water of one zone: what flows in, a level that rises by it, and pumps that start and stop by
 * the level. A zone that has a level and no pump is a pond: it only follows the rain. What the
 * points show goes back in, so that an inrush fills the sump and a pump that fails empties nothing.
 */
final class Sump {
  /** More inflow for each mm that the ground holds, as a share of the quiet inflow. */
  private static final double INFLOW_OF_WETNESS = 0.05;

  /** Metres that a pond rises for each mm that the ground holds. */
  private static final double POND_OF_WETNESS = 0.02;

  /** Hours in which the quiet inflow would fill a metre. */
  private static final double HOURS_A_METRE = 0.7;

  /** What one pump lifts, as a share of the quiet inflow of the zone. */
  private static final double PUMP_OF_INFLOW = 1.6;

  /** Half of what the level moves between start and stop of a pump, in spreads of its climate. */
  private static final double HALF_BAND_SPREADS = 5;

  private final Climate levels;
  private final List<PointId> pumps = new ArrayList<>();
  private final Map<PointId, Double> shown = new HashMap<>();
  private final double quiet;
  private boolean[] running;
  private double level;

  /**
   * The water of a zone.
   *
   * @param points of the zone, at least one of them a level
   * @param levels climate of the level
   */
  Sump(List<PointPlan> points, Climate levels) {
    this.levels = levels;
    this.level = levels.mean();
    double inflow = 0;
    for (PointPlan point : points) {
      if (point.measure() == Measure.SWITCH) {
        pumps.add(point.id());
      } else if (point.measure() == Measure.INFLOW) {
        inflow += Climate.of(Measure.INFLOW).mean();
        shown.put(point.id(), Climate.of(Measure.INFLOW).mean());
      }
    }
    this.quiet = inflow > 0 ? inflow : Climate.of(Measure.INFLOW).mean();
    this.running = new boolean[pumps.size()];
  }

  boolean isPump(PointId point) {
    return pumps.contains(point);
  }

  /** Goes on by one step. */
  void step(double wetness, double seconds) {
    if (pumps.isEmpty()) {
      level = levels.mean() + POND_OF_WETNESS * wetness;
      return;
    }
    double hours = seconds / 3_600;
    level += (inflow(wetness) - lifted()) * hours / (quiet * HOURS_A_METRE);
    level = Math.max(0, level);
    double half = HALF_BAND_SPREADS * levels.spread();
    for (int i = 0; i < pumps.size(); i++) {
      double start = levels.mean() + half * (1 + 0.5 * i);
      running[i] = level >= start || (running[i] && level > levels.mean() - half);
    }
  }

  private double inflow(double wetness) {
    double sum = 0;
    for (Map.Entry<PointId, Double> each : shown.entrySet()) {
      sum += pumps.contains(each.getKey()) ? 0 : each.getValue();
    }
    return sum > 0 ? sum : quiet * (1 + INFLOW_OF_WETNESS * wetness);
  }

  /** What the pumps lift, in m3/h. */
  double lifted() {
    double sum = 0;
    for (int i = 0; i < pumps.size(); i++) {
      boolean fails = shown.getOrDefault(pumps.get(i), 1.0) < 0.5;
      sum += running[i] && !fails ? PUMP_OF_INFLOW * quiet : 0;
    }
    return sum;
  }

  /** What a point of this zone would show if nothing went wrong, without its wandering. */
  double quiet(PointPlan point, Climate climate, double wetness) {
    return switch (point.measure()) {
      case WATER_LEVEL -> level;
      case INFLOW -> climate.mean() * (1 + INFLOW_OF_WETNESS * wetness);
      case DRAINAGE -> lifted();
      case SWITCH -> running[pumps.indexOf(point.id())] ? 1 : 0;
      default -> climate.mean();
    };
  }

  /**
   * Takes what the script makes of a point.
   *
   * @param driven the value towards which the quiet one is driven, already weighed
   */
  void takes(PointPlan point, double driven, Drive drive) {
    if (point.measure() == Measure.INFLOW) {
      shown.put(point.id(), driven);
    } else if (isPump(point.id())) {
      shown.put(point.id(), drive.level() > 0.5 ? drive.peak() : 1.0);
    }
  }
}
