package io.minewatch.ingest.crew;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.ZonePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where one can walk. Of ways of equal length the one through zones named earlier is taken. */
final class ZoneGraph {
  private final Map<ZoneId, ZonePlan> zones = new LinkedHashMap<>();
  private final List<ZoneId> surface;

  ZoneGraph(List<ZonePlan> plan) {
    plan.forEach(zone -> zones.put(zone.id(), zone));
    surface = zones.values().stream().filter(z -> !z.underground()).map(ZonePlan::id).toList();
  }

  boolean isUnderground(ZoneId zone) {
    ZonePlan plan = zones.get(zone);
    return plan != null && plan.underground();
  }

  /** The zones that count as out of the mine. */
  List<ZoneId> surface() {
    return surface;
  }

  /** Zones with a people limit, or, where none is set, all zones underground. */
  List<ZonePlan> workplaces() {
    List<ZonePlan> below = zones.values().stream().filter(ZonePlan::underground).toList();
    List<ZonePlan> limited = below.stream().filter(z -> z.peopleLimit() > 0).toList();
    return limited.isEmpty() ? below : limited;
  }

  /** Zones underground that can be walked to directly. */
  List<ZoneId> undergroundBeside(ZoneId zone) {
    ZonePlan plan = zones.get(zone);
    return plan == null
        ? List.of()
        : plan.neighbours().stream().filter(this::isUnderground).toList();
  }

  /**
   * The first zone to enter on the shortest way to a goal, or null if one stands in a goal already
   * or no way leads to one.
   *
   * @param closed zones that are not entered
   */
  @Nullable ZoneId towards(ZoneId from, Predicate<ZoneId> goal, Set<ZoneId> closed) {
    if (goal.test(from)) {
      return null;
    }
    Map<ZoneId, ZoneId> firstStep = new LinkedHashMap<>();
    Deque<ZoneId> front = new ArrayDeque<>(List.of(from));
    while (!front.isEmpty()) {
      ZoneId at = front.remove();
      for (ZoneId next : neighbours(at)) {
        if (next.equals(from) || closed.contains(next) || firstStep.containsKey(next)) {
          continue;
        }
        ZoneId first = at.equals(from) ? next : firstStep.getOrDefault(at, next);
        if (goal.test(next)) {
          return first;
        }
        firstStep.put(next, first);
        front.add(next);
      }
    }
    return null;
  }

  private List<ZoneId> neighbours(ZoneId zone) {
    ZonePlan plan = zones.get(zone);
    return plan == null ? List.of() : new ArrayList<>(plan.neighbours());
  }
}
