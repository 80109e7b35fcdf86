package io.minewatch.ingest.staged;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.util.HashSet;
import java.util.Set;

/** How far zones are from each other; who says that it is beside another is beside it. */
final class Ways {
  private final Plan plan;

  Ways(Plan plan) {
    this.plan = plan;
  }

  /** How many zones one has to cross between two, at least; 0 where no way is known. */
  int between(ZoneId from, ZoneId to) {
    Set<ZoneId> reached = new HashSet<>(Set.of(from));
    for (int steps = 0; !reached.contains(to); steps++) {
      Set<ZoneId> further = new HashSet<>(reached);
      for (ZonePlan zone : plan.zones()) {
        if (reached.contains(zone.id())) {
          further.addAll(zone.neighbours());
        } else if (zone.neighbours().stream().anyMatch(reached::contains)) {
          further.add(zone.id());
        }
      }
      if (further.contains(to)) {
        return steps;
      }
      if (further.equals(reached)) {
        return 0;
      }
      reached = further;
    }
    return 0;
  }
}
