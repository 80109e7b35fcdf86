package io.minewatch.ingest.simulator;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.script.Script;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mine is like apart from its people: rain, water, rock and air. It tells what a point would
 * show if nothing went wrong there; what the script does to water and fans comes back into it.
 */
final class Nature {
  private final Script script;
  private final Weather weather;
  private final Map<ZoneId, Sump> sumps = new HashMap<>();
  private final Map<PointId, Slope> slopes = new HashMap<>();
  private final Map<ZoneId, Air> air = new HashMap<>();
  private final Map<ZoneId, Double> fans = new HashMap<>();

  Nature(long seed, Script script, List<PointCourse> points) {
    this.script = script;
    this.weather = new Weather(seed, script);
    follow(seed, points);
  }

  /** Goes on by other points; what is known of old ones stays. */
  void follow(long seed, List<PointCourse> points) {
    for (PointCourse course : points) {
      PointPlan point = course.point();
      if (point.measure() == Measure.WATER_LEVEL) {
        List<PointPlan> beside =
            points.stream().map(PointCourse::point).filter(p -> isBeside(p, point)).toList();
        sumps.computeIfAbsent(point.zone(), zone -> new Sump(beside, course.climate()));
      } else if (point.measure() == Measure.DISPLACEMENT) {
        slopes.computeIfAbsent(point.id(), id -> new Slope(id, seed));
      }
    }
    for (PointCourse course : points) {
      if (course.point().measure() == Measure.SWITCH && !isPump(course.point())) {
        air.computeIfAbsent(course.point().zone(), zone -> new Air());
      }
    }
  }

  private static boolean isBeside(PointPlan one, PointPlan other) {
    return one.zone().equals(other.zone());
  }

  /** Whether a switch belongs to the water of its zone, and not to the air. */
  private boolean isPump(PointPlan point) {
    Sump sump = sumps.get(point.zone());
    return sump != null && sump.isPump(point.id());
  }

  /** Goes on by one step that ends now. */
  void step(Duration elapsed, double seconds) {
    weather.step(elapsed, seconds);
    double wetness = weather.wetness();
    sumps.values().forEach(sump -> sump.step(wetness, seconds));
    slopes.values().forEach(slope -> slope.step(script, elapsed, seconds, wetness));
    air.forEach((zone, each) -> each.step(fans.getOrDefault(zone, 1.0), seconds));
  }

  /**
   * What a point would show, without its wandering.
   *
   * @param production 0 for none, 1 for full
   */
  double quiet(PointCourse course, double production) {
    PointPlan point = course.point();
    Climate climate = course.climate();
    Sump sump = sumps.get(point.zone());
    Air here = air.get(point.zone());
    double wetness = weather.wetness();
    double usual = climate.mean() * (1 - climate.production() * (1 - production));
    return switch (point.measure()) {
      case RAINFALL -> weather.lastHour();
      case DISPLACEMENT -> climate.mean() + slope(point).moved();
      case BEACH_LENGTH -> climate.mean() - wetness;
      case PHREATIC_DEPTH -> climate.mean() - 0.05 * wetness;
      case METHANE -> here == null ? usual : usual * here.gathered();
      case AIR_SPEED -> here == null ? usual : usual * here.speed();
      case WATER_LEVEL, INFLOW, DRAINAGE ->
          sump == null ? usual : sump.quiet(point, climate, wetness);
      case SWITCH ->
          sump != null && sump.isPump(point.id()) ? sump.quiet(point, climate, wetness) : usual;
      default -> usual;
    };
  }

  private Slope slope(PointPlan point) {
    return slopes.computeIfAbsent(point.id(), id -> new Slope(id, 0));
  }

  /**
   * Whether the mine goes on otherwise by what this point shows; of the others nothing is taken.
   */
  static boolean hears(PointPlan point) {
    return point.measure() == Measure.INFLOW || point.measure() == Measure.SWITCH;
  }

  /** Takes what the script makes of a point. */
  void takes(PointPlan point, double driven, Drive drive) {
    Sump sump = sumps.get(point.zone());
    if (sump != null) {
      sump.takes(point, driven, drive);
    }
    if (point.measure() == Measure.SWITCH && air.containsKey(point.zone())) {
      fans.put(point.zone(), driven >= 0.5 ? 1.0 : 0.0);
    }
  }
}
