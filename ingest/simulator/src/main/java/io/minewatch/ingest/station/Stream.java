package io.minewatch.ingest.station;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The systems of a mine, each with a gateway of its own. */
public enum Stream {
  /** The safety monitoring system (安全监控): gas, air, switches. */
  GAS("gw-gas"),
  /** The hydrological system (水文监测): levels, inflow, pumps, rain. */
  WATER("gw-water"),
  /** The slope monitoring system (边坡监测). */
  SLOPE("gw-slope"),
  /** The positioning system (人员定位). */
  PEOPLE("gw-tags");

  private final String gateway;

  Stream(String gateway) {
    this.gateway = gateway;
  }

  /** The usual name of its gateway. */
  public String gateway() {
    return gateway;
  }

  /** Which system each point of a plan belongs to; a switch beside a level is a pump's. */
  static Map<PointId, Stream> ofPoints(Plan plan) {
    Set<ZoneId> wet = new HashSet<>();
    for (PointPlan point : plan.points()) {
      if (point.measure() == Measure.WATER_LEVEL) {
        wet.add(point.zone());
      }
    }
    Map<PointId, Stream> streams = new HashMap<>();
    for (PointPlan point : plan.points()) {
      streams.put(point.id(), of(point.measure(), wet.contains(point.zone())));
    }
    return streams;
  }

  private static Stream of(Measure measure, boolean inWater) {
    return switch (measure) {
      case WATER_LEVEL, INFLOW, DRAINAGE, RAINFALL, BEACH_LENGTH, PHREATIC_DEPTH -> WATER;
      case DISPLACEMENT -> SLOPE;
      case SWITCH -> inWater ? WATER : GAS;
      default -> GAS;
    };
  }
}
