package io.minewatch.alerting.view;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.PointId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the zones and points of one mine are called; an id that the plan lost speaks for itself. */
final class Names {
  private final Map<ZoneId, ZonePlan> zones = new HashMap<>();
  private final Map<PointId, PointPlan> points = new HashMap<>();

  Names(@Nullable Plan plan) {
    if (plan != null) {
      plan.zones().forEach(zone -> zones.put(zone.id(), zone));
      plan.points().forEach(point -> points.put(point.id(), point));
    }
  }

  String zone(ZoneId id) {
    ZonePlan zone = zones.get(id);
    return zone == null ? id.value() : zone.name();
  }

  String zoneEnglish(ZoneId id) {
    ZonePlan zone = zones.get(id);
    return zone == null ? id.value() : zone.nameEnglish();
  }

  String point(PointId id) {
    PointPlan point = points.get(id);
    return point == null ? id.value() : point.name();
  }

  String pointEnglish(PointId id) {
    PointPlan point = points.get(id);
    return point == null ? id.value() : point.nameEnglish();
  }
}
