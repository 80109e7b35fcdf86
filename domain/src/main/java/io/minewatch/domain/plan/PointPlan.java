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
 * @param limits ids of the limit rules that apply, all of the point's measure
 */
public record PointPlan(
    PointId id,
    ZoneId zone,
    Measure measure,
    String name,
    String nameEnglish,
    String locationClass,
    Duration period,
    List<String> limits) {
  public PointPlan {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(locationClass, "locationClass");
    limits = List.copyOf(limits);
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "point " + id + " needs a reporting period, was " + period);
    }
  }
}
