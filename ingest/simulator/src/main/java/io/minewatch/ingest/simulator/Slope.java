package io.minewatch.ingest.simulator;

import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.world.Noise;
import java.time.Duration;

/**
 * How far the ground at one point has moved since the mine began, in mm. It creeps, faster when it
 * is wet; the script makes it accelerate to failure (Voight's law with exponent 2, so that the
 * inverse velocity falls in a straight line). What has moved does not come back.
 */
final class Slope {
  private static final double SLOWEST_MM_A_DAY = 0.1;
  private static final double FASTEST_MM_A_DAY = 0.5;

  /** Faster by this share for each mm that the ground holds. */
  private static final double PACE_OF_WETNESS = 0.1;

  private final PointId point;
  private final double creep;
  private double moved;

  Slope(PointId point, long seed) {
    this.point = point;
    double share = new Noise(seed, "slope " + point).even(0);
    this.creep = SLOWEST_MM_A_DAY + share * (FASTEST_MM_A_DAY - SLOWEST_MM_A_DAY);
  }

  /** Goes on by one step that ends now. */
  void step(Script script, Duration elapsed, double seconds, double wetness) {
    moved += creep * (1 + PACE_OF_WETNESS * wetness) * seconds / 86_400;
    for (Incident.Slide slide : script.active(Incident.Slide.class, elapsed)) {
      if (slide.point().equals(point)) {
        double since = script.withinRound(elapsed).minus(slide.after()).toMillis() / 1_000.0;
        moved += slide.moved(since) - slide.moved(Math.max(0, since - seconds));
      }
    }
  }

  double moved() {
    return moved;
  }
}
