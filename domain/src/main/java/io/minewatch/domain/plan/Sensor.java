package io.minewatch.domain.plan;

import io.minewatch.domain.reading.Name;
import java.util.Objects;

/**
 * What is known of the sensor at a point. Refuses a range that is none.
 *
 * @param substation to which it is wired (分站), empty where not told
 * @param reporting how it reports
 * @param noiseFloor smallest change that means something, in the measure's unit; 0 where not told
 * @param lowest of its range, in the measure's unit; -{@link #WIDEST} where not told
 * @param highest of its range; {@link #WIDEST} where not told
 */
public record Sensor(
    String substation, Reporting reporting, double noiseFloor, double lowest, double highest) {
  /** How a sensor reports. */
  public enum Reporting {
    NOT_TOLD,
    /** Its value at every period, whether it moved or not. */
    PERIODIC,
    /** Only when its value has changed. */
    ON_CHANGE
  }

  /** Widest range that is written down; beyond it a range counts as not told. */
  public static final double WIDEST = 1e12;

  /** Nothing is told. */
  public static final Sensor NOT_TOLD = new Sensor("", Reporting.NOT_TOLD, 0, -WIDEST, WIDEST);

  public Sensor {
    Objects.requireNonNull(substation, "substation");
    Objects.requireNonNull(reporting, "reporting");
    if (!substation.isEmpty()) {
      Name.require("a substation", substation);
    }
    if (!(noiseFloor >= 0) || !(noiseFloor < WIDEST)) {
      throw new IllegalArgumentException("a noise floor is not negative, was " + noiseFloor);
    }
    if (!(lowest < highest) || lowest < -WIDEST || highest > WIDEST) {
      throw new IllegalArgumentException("a range goes from " + lowest + " to " + highest);
    }
  }
}
