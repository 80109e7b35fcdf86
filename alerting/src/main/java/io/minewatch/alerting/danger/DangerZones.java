package io.minewatch.alerting.danger;

import io.minewatch.alerting.danger.ZoneInDanger.Why;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The zones that a danger reaches from where it was found: gas goes with the air, water to what
 * lies as low or lower, what slides comes down to the zones below. Where the plan does not tell how
 * the air goes or how low a zone lies, the zones next to it count as reached: not to know is never
 * safe. That holds for each zone underground that the danger reaches, not only for the one where it
 * was found; further on the zones next to it are left out whose air comes here by the plan, for
 * nothing goes against the air. What lies beyond a zone that counts as reached is not guessed at.
 */
public final class DangerZones {
  private final Map<ZoneId, ZonePlan> zones = new LinkedHashMap<>();

  private DangerZones(Plan plan) {
    plan.zones().forEach(zone -> zones.put(zone.id(), zone));
  }

  /**
   * The zones underground in which people are in danger by any of these findings, first those that
   * are reached first, and of water the lowest.
   */
  public static List<ZoneInDanger> of(Plan plan, List<Finding> findings) {
    DangerZones zones = new DangerZones(plan);
    Map<ZoneId, ZoneInDanger> all = new LinkedHashMap<>();
    for (Finding finding : findings) {
      ZoneId at = finding.zone();
      if (at != null && zones.zones.containsKey(at)) {
        for (ZoneInDanger each : zones.from(at, finding.hazard())) {
          all.merge(each.zone(), each, (a, b) -> a.steps() <= b.steps() ? a : b);
        }
      }
    }
    return all.values().stream()
        .filter(each -> zones.zone(each.zone()).underground())
        .sorted(
            Comparator.comparingInt(ZoneInDanger::steps)
                .thenComparing(each -> height(zones.zone(each.zone())))
                .thenComparing(each -> each.zone().value()))
        .toList();
  }

  private List<ZoneInDanger> from(ZoneId at, Hazard hazard) {
    return switch (hazard) {
      case GAS, VENTILATION -> spread(at, Why.DOWNWIND, (from, to) -> isDownwind(from, to));
      case WATER -> below(at);
      case SLOPE, TAILINGS -> spread(at, Why.RUN_OUT, (from, to) -> isDown(from, to));
      case PEOPLE, POWER, FEED, OTHER -> List.of(new ZoneInDanger(at, Why.HERE, 0));
    };
  }

  /** From zone to zone, as far as it goes. */
  private List<ZoneInDanger> spread(ZoneId at, Why why, BiPredicate<ZonePlan, ZonePlan> goes) {
    Map<ZoneId, ZoneInDanger> reached = new LinkedHashMap<>();
    Deque<ZoneInDanger> open = new ArrayDeque<>();
    open.add(new ZoneInDanger(at, Why.HERE, 0));
    while (!open.isEmpty()) {
      ZoneInDanger next = open.removeFirst();
      if (reached.putIfAbsent(next.zone(), next) == null) {
        ZonePlan from = zone(next.zone());
        for (ZonePlan to : zones.values()) {
          if (goes.test(from, to)) {
            open.add(new ZoneInDanger(to.id(), why, next.steps() + 1));
          }
        }
      }
    }
    for (ZoneInDanger each : List.copyOf(reached.values())) {
      ZonePlan from = zone(each.zone());
      boolean first = each.why() == Why.HERE;
      if (!tells(from, why) && (first || from.underground())) {
        Set<ZoneId> before = first || why != Why.DOWNWIND ? Set.of() : upwind(each.zone());
        from.neighbours().stream()
            .filter(next -> !before.contains(next))
            .map(next -> new ZoneInDanger(next, Why.NEXT, each.steps() + 1))
            .forEach(next -> reached.putIfAbsent(next.zone(), next));
      }
    }
    return new ArrayList<>(reached.values());
  }

  /** The zones whose air comes to this one, and itself. */
  private Set<ZoneId> upwind(ZoneId at) {
    Set<ZoneId> before = new HashSet<>(Set.of(at));
    Deque<ZoneId> open = new ArrayDeque<>(before);
    while (!open.isEmpty()) {
      ZonePlan to = zone(open.removeFirst());
      for (ZonePlan from : zones.values()) {
        if (isDownwind(from, to) && before.add(from.id())) {
          open.add(from.id());
        }
      }
    }
    return before;
  }

  /** Whether the plan says where a danger goes from this zone. */
  private static boolean tells(ZonePlan zone, Why why) {
    return why == Why.DOWNWIND ? !zone.downwind().isEmpty() : zone.elevation() != null;
  }

  private static boolean isDownwind(ZonePlan from, ZonePlan to) {
    return from.downwind().contains(to.id());
  }

  /** Down to a zone that one can walk to, or whose height nobody told. */
  private static boolean isDown(ZonePlan from, ZonePlan to) {
    Double here = from.elevation();
    Double there = to.elevation();
    boolean near = from.neighbours().contains(to.id()) || to.neighbours().contains(from.id());
    return near && here != null && (there == null || there < here);
  }

  /** Water finds its way: all that lies as low or lower, the lowest first. */
  private List<ZoneInDanger> below(ZoneId at) {
    List<ZoneInDanger> reached = new ArrayList<>();
    reached.add(new ZoneInDanger(at, Why.HERE, 0));
    Double here = zone(at).elevation();
    for (ZonePlan each : zones.values()) {
      Double there = each.elevation();
      if (!each.id().equals(at) && (here == null || there == null || there <= here)) {
        reached.add(new ZoneInDanger(each.id(), Why.BELOW, 1));
      }
    }
    return reached;
  }

  private static double height(@Nullable ZonePlan zone) {
    Double elevation = zone == null ? null : zone.elevation();
    return elevation == null ? Double.NEGATIVE_INFINITY : elevation;
  }

  private ZonePlan zone(ZoneId id) {
    ZonePlan zone = zones.get(id);
    if (zone == null) {
      throw new IllegalStateException("a plan holds the zones that it names, not " + id);
    }
    return zone;
  }
}
