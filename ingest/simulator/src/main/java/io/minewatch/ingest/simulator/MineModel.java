package io.minewatch.ingest.simulator;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.ingest.crew.Crew;
import io.minewatch.ingest.crew.Occasion;
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
  private final Nature nature;
  private final Map<Incident.Freeze, Held> frozen = new HashMap<>();
  private long steps;

  /** What a frozen probe showed first, in one round of the script. */
  private record Held(long round, double value) {}

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
    boolean stands = !script.active(Incident.Stand.class, Duration.ZERO).isEmpty();
    this.crew =
        new Crew(plan, settings, stands ? Crew.NOBODY : Crew.shiftAt(start, settings), start);
    this.drives = new DriveCourse(script);
    this.nature = new Nature(settings.seed(), script, points);
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
    nature.follow(settings.seed(), points);
    if (!newer.zones().equals(plan.zones()) || !newer.tagPeriod().equals(plan.tagPeriod())) {
      crew = new Crew(newer, settings, Crew.shiftAt(nextAt(), settings), nextAt());
    }
    plan = newer;
  }

  private static PointCourse course(Plan plan, PointPlan point, ModelSettings settings) {
    List<LimitRule> limits =
        plan.limits().stream().filter(limit -> point.rules().contains(limit.id())).toList();
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
    Occasion occasion = Occasion.of(script, elapsed);
    List<Fix> fixes = crew.step(now, Crew.shiftAt(now, settings), book, occasion);
    nature.step(elapsed, settings.step().toMillis() / 1_000.0);
    double production = occasion.stands() ? 0 : production(now);
    List<Reading> readings = new ArrayList<>();
    for (PointCourse course : points) {
      PointPlan point = course.point();
      drives.step(point, elapsed, emptied(point.zone(), book));
      boolean due = course.isDue(elapsed, settings.step());
      if (!due && !Nature.hears(point)) {
        continue;
      }
      Drive drive = drives.of(point.id());
      double driven = PointCourse.driven(nature.quiet(course, production), drive);
      nature.takes(point, driven, drive);
      if (due) {
        Reading reading = spoilt(course.next(now, driven), elapsed);
        if (reading != null) {
          readings.add(reading);
        }
      }
    }
    boolean cut = !script.active(Incident.Disconnect.class, elapsed).isEmpty();
    return new Tick(now, readings, fixes, cut ? Tick.Line.CUT : Tick.Line.UP);
  }

  /** What the probe makes of the truth; null when it is not heard. */
  private @Nullable Reading spoilt(Reading truth, Duration elapsed) {
    Reading reading = truth;
    for (Incident.Freeze freeze : script.active(Incident.Freeze.class, elapsed)) {
      if (freeze.point().equals(truth.point())) {
        long round = script.roundAt(elapsed);
        Held held = frozen.get(freeze);
        if (held == null || held.round() != round) {
          held = new Held(round, truth.value());
          frozen.put(freeze, held);
        }
        reading = truth.showing(held.value(), truth.quality());
      }
    }
    for (Incident.Mask mask : script.active(Incident.Mask.class, elapsed)) {
      if (mask.point().equals(truth.point())) {
        reading = truth.showing(mask.shows(), mask.quality());
      }
    }
    for (Incident.Spike spike : script.active(Incident.Spike.class, elapsed)) {
      if (spike.point().equals(truth.point())) {
        reading = truth.showing(spike.shows(), Quality.GOOD);
      }
    }
    for (Incident.Cut cut : script.active(Incident.Cut.class, elapsed)) {
      if (cut.point().equals(truth.point())) {
        return cut.quality() == null ? null : truth.showing(0, cut.quality());
      }
    }
    return reading;
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

  /** Full in two shifts, down to half at noon, when the day shift maintains. */
  private double production(Instant at) {
    double hour = at.atOffset(settings.localTime()).toLocalTime().toSecondOfDay() / 3600.0;
    return hour < 8 || hour > 16 ? 1 : 1 - 0.5 * Math.sin(Math.PI * (hour - 8) / 8);
  }
}
