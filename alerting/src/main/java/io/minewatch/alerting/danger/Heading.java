package io.minewatch.alerting.danger;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which way a person goes, by the last two zones: towards or away from the nearest way out, and
 * from the nearest zone in which something was found. Counted in zones to walk through; what the
 * plan does not tell is unknown, never towards safety.
 *
 * @param from the zone before
 */
public record Heading(ZoneId from, Way exit, Way danger) {
  /** How a distance has changed. */
  public enum Way {
    CLOSER,
    FARTHER,
    SAME,
    UNKNOWN
  }

  /** The distances of one plan and danger, for all who are inside. */
  public static final class Distances {
    private final Map<ZoneId, Integer> exit;
    private final Map<ZoneId, Integer> danger;

    /**
     * Measures them.
     *
     * @param found zones in which something was found
     */
    public Distances(Plan plan, Set<ZoneId> found) {
      Map<ZoneId, Set<ZoneId>> ways = new HashMap<>();
      Set<ZoneId> out = new HashSet<>();
      for (ZonePlan zone : plan.zones()) {
        if (!zone.underground()) {
          out.add(zone.id());
        }
        for (ZoneId next : zone.neighbours()) {
          ways.computeIfAbsent(zone.id(), id -> new HashSet<>()).add(next);
          ways.computeIfAbsent(next, id -> new HashSet<>()).add(zone.id());
        }
      }
      exit = distances(ways, out);
      danger = distances(ways, found);
    }

    private static Map<ZoneId, Integer> distances(Map<ZoneId, Set<ZoneId>> ways, Set<ZoneId> to) {
      Map<ZoneId, Integer> steps = new HashMap<>();
      Deque<ZoneId> open = new ArrayDeque<>(to);
      to.forEach(zone -> steps.put(zone, 0));
      while (!open.isEmpty()) {
        ZoneId zone = open.removeFirst();
        int next = steps.getOrDefault(zone, 0) + 1;
        for (ZoneId beside : ways.getOrDefault(zone, Set.of())) {
          if (steps.putIfAbsent(beside, next) == null) {
            open.add(beside);
          }
        }
      }
      return steps;
    }

    /** The way of one who came from one zone into another. */
    public Heading of(ZoneId from, ZoneId to) {
      return new Heading(from, way(exit, from, to), way(danger, from, to));
    }

    private static Way way(Map<ZoneId, Integer> steps, ZoneId from, ZoneId to) {
      Integer before = steps.get(from);
      Integer now = steps.get(to);
      if (before == null || now == null) {
        return Way.UNKNOWN;
      }
      int change = Integer.compare(now, before);
      return change < 0 ? Way.CLOSER : change > 0 ? Way.FARTHER : Way.SAME;
    }
  }
}
