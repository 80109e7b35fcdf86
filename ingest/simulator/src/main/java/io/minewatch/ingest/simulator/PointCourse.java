package io.minewatch.ingest.simulator;

import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.world.Noise;
import java.time.Duration;
import java.time.Instant;

/** What one point shows: an AR(1) wandering about what the mine is like there. */
final class PointCourse {
  private final PointPlan point;
  private final Climate climate;
  private final Noise noise;
  private final double memory;
  private final double fresh;
  private final long periodNanos;
  private double wandering;
  private long readings;

  PointCourse(PointPlan point, Climate climate, long seed) {
    this.point = point;
    this.climate = climate;
    this.noise = new Noise(seed, point.id().value());
    double periodSeconds = point.period().toMillis() / 1000.0;
    this.memory = Math.exp(-periodSeconds / climate.wanderSeconds());
    this.fresh = Math.sqrt(1 - memory * memory);
    this.periodNanos = point.period().toNanos();
  }

  PointPlan point() {
    return point;
  }

  /** Whether a reading falls into the step that ends at this time since the start. */
  boolean isDue(Duration elapsed, Duration step) {
    long now = elapsed.toNanos();
    return now == 0
        || Math.floorDiv(now, periodNanos) != Math.floorDiv(now - step.toNanos(), periodNanos);
  }

  Climate climate() {
    return climate;
  }

  /** A quiet value, driven as far as the script wants. */
  static double driven(double quiet, Drive drive) {
    return quiet + drive.level() * (drive.peak() - quiet);
  }

  /**
   * The next reading.
   *
   * @param value about which it wanders, in the unit of the measure
   */
  Reading next(Instant at, double value) {
    wandering = memory * wandering + fresh * noise.normal(readings++);
    // Bounded although a long run of luck is possible: a quiet mine stays quiet.
    wandering = Math.max(-4, Math.min(4, wandering));
    double seen = value + climate.spread() * wandering;
    return new Reading(point.id(), point.measure(), shown(seen), Quality.GOOD, at);
  }

  private double shown(double value) {
    boolean neverNegative = point.measure() != Measure.TEMPERATURE;
    return climate.shown(neverNegative ? Math.max(0, value) : value);
  }
}
