package io.minewatch.judge.muster;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones of a plan, by id. */
public final class Zones {
  private final Map<ZoneId, Boolean> underground = new LinkedHashMap<>();

  public Zones(Plan plan) {
    for (ZonePlan zone : plan.zones()) {
      underground.put(zone.id(), zone.underground());
    }
  }

  /** Whether the plan has this zone. */
  public boolean isKnown(@Nullable ZoneId zone) {
    return zone != null && underground.containsKey(zone);
  }

  boolean isUnderground(@Nullable ZoneId zone) {
    return zone != null && underground.getOrDefault(zone, false);
  }

  /** Those underground, in the order of the plan. */
  List<ZoneId> underground() {
    return underground.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .toList();
  }
}
