package io.minewatch.domain.plan;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A measuring point as judging needs it.
 *
 * @param name place of the sensor in Chinese
 * @param nameEnglish the same in English
 * @param locationClass the class of the rule pack (甲烷传感器设置地点), for instance {@code
 *     face-return-corner}; empty where no limit depends on it
 * @param period how often a reading is expected
 * @param rules ids of the rules that apply to it, all of the point's measure
 */
public record PointPlan(
    PointId id,
    ZoneId zone,
    Measure measure,
    String name,
    String nameEnglish,
    String locationClass,
    Duration period,
    List<String> rules,
    Sensor sensor) {
  /** A point of whose sensor nothing is told. */
  public PointPlan(
      PointId id,
      ZoneId zone,
      Measure measure,
      String name,
      String nameEnglish,
      String locationClass,
      Duration period,
      List<String> rules) {
    this(id, zone, measure, name, nameEnglish, locationClass, period, rules, Sensor.NOT_TOLD);
  }

  public PointPlan {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(locationClass, "locationClass");
    rules = List.copyOf(rules);
    sensor = Objects.requireNonNullElse(sensor, Sensor.NOT_TOLD); // plans kept before it was told
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "point " + id + " needs a reporting period, was " + period);
    }
  }
}
