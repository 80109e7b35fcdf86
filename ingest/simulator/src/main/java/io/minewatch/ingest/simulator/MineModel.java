package io.minewatch.ingest.simulator;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.ingest.crew.Crew;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.world.ModelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A simulated mine, made from its plan. It has no clock: every call of {@link #next} is one step
 * on. The same plan, settings, script, start and orders give the same ticks, to the last digit. Not
 * thread-safe.
 */
public final class MineModel {
  private final ModelSettings settings;
  private final Script script;
  private final Instant start;
  private Plan plan;
  private List<PointCourse> points;
  private Crew crew;
  private final DriveCourse drives;
  private long steps;

  /**
   * Makes the mine as it is at {@code start}: the shift on duty is at its places.
   *
   * @param script may speak of points that the plan does not have: then nothing happens there
   */
  public MineModel(Plan plan, ModelSettings settings, Script script, Instant start) {
    this.plan = plan;
    this.settings = settings;
    this.script = script;
    this.start = start;
    this.points = plan.points().stream().map(p -> course(plan, p, settings)).toList();
    this.crew = new Crew(plan, settings, shiftAt(start, settings), start);
    this.drives = new DriveCourse(script);
  }

  /**
   * Goes on by another plan of the same mine. Points that it leaves as they were go on where they
   * are, and so do the people unless zones have changed: then they begin at their places again.
   */
  public void follow(Plan newer) {
    Map<PointPlan, PointCourse> old = new HashMap<>();
    points.forEach(point -> old.put(point.point(), point));
    points =
        newer.points().stream().map(p -> old.getOrDefault(p, course(newer, p, settings))).toList();
    if (!newer.zones().equals(plan.zones()) || !newer.tagPeriod().equals(plan.tagPeriod())) {
      crew = new Crew(newer, settings, shiftAt(nextAt(), settings), nextAt());
    }
    plan = newer;
  }

  private static PointCourse course(Plan plan, PointPlan point, ModelSettings settings) {
    List<LimitRule> limits =
        plan.limits().stream().filter(limit -> point.limits().contains(limit.id())).toList();
    return new PointCourse(point, Climate.of(point.measure()).clearOf(limits), settings.seed());
  }

  /** When the next tick is; the first is at the start. */
  public Instant nextAt() {
    return start.plus(settings.step().multipliedBy(steps));
  }

  /**
   * One step on.
   *
   * @param book the open orders that people know of at this moment, or null for none
   */
  public Tick next(@Nullable OrderBook book) {
    Instant now = nextAt();
    Duration elapsed = Duration.between(start, now);
    steps++;
    Crew.Occasion occasion =
        new Crew.Occasion(
            script.active(Incident.Hush.class, elapsed),
            script.active(Incident.Linger.class, elapsed),
            script.active(Incident.Crowd.class, elapsed));
    List<Fix> fixes = crew.step(now, shiftAt(now, settings), book, occasion);
    List<Reading> readings = new ArrayList<>();
    for (PointCourse point : points) {
      drives.step(point.point(), elapsed, emptied(point.point().zone(), book));
      if (point.isDue(elapsed, settings.step())) {
        read(point, now, elapsed, readings);
      }
    }
    boolean cut = !script.active(Incident.Disconnect.class, elapsed).isEmpty();
    return new Tick(now, readings, fixes, cut ? Tick.Line.CUT : Tick.Line.UP);
  }

  private void read(PointCourse course, Instant now, Duration elapsed, List<Reading> into) {
    PointPlan point = course.point();
    Drive drive = drives.of(point.id());
    Reading reading = course.next(now, production(now), drive.level(), drive.peak());
    for (Incident.Mask mask : script.active(Incident.Mask.class, elapsed)) {
      if (mask.point().equals(point.id())) {
        reading = new Reading(point.id(), point.measure(), mask.shows(), reading.quality(), now);
      }
    }
    for (Incident.Cut cut : script.active(Incident.Cut.class, elapsed)) {
      if (cut.point().equals(point.id())) {
        if (cut.quality() == null) {
          return; // the point is not heard
        }
        reading = new Reading(point.id(), point.measure(), 0, cut.quality(), now);
      }
    }
    into.add(reading);
  }

  private DriveCourse.Ground emptied(ZoneId zone, @Nullable OrderBook book) {
    if (book != null) {
      for (Order order : book.open()) {
        if (order.zones().contains(zone) && crew.hasLeft(order.zones())) {
          return DriveCourse.Ground.EMPTIED;
        }
      }
    }
    return DriveCourse.Ground.AT_WORK;
  }

  private static int shiftAt(Instant at, ModelSettings settings) {
    return at.atOffset(settings.localTime()).getHour() * Crew.SHIFTS / 24;
  }

  /** Full in two shifts, down to half at noon, when the day shift maintains. */
  private double production(Instant at) {
    double hour = at.atOffset(settings.localTime()).toLocalTime().toSecondOfDay() / 3600.0;
    return hour < 8 || hour > 16 ? 1 : 1 - 0.5 * Math.sin(Math.PI * (hour - 8) / 8);
  }
}
