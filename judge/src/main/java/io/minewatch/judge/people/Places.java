package io.minewatch.judge.people;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ZonePlan;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones of a plan, counted in its order, and how far they are from each other. */
final class Places {
  /** Out of the mine. */
  static final int OUT = -1;

  /** Underground, but not in a zone of the plan. */
  static final int NOWHERE = -2;

  private static final int FAR = Integer.MAX_VALUE;

  private final List<ZonePlan> zones;
  private final Map<ZoneId, Integer> byId = new HashMap<>();
  private final int[][] next;
  private final int[] @Nullable [] steps;

  Places(Plan plan) {
    zones = plan.zones();
    for (int i = 0; i < zones.size(); i++) {
      byId.put(zones.get(i).id(), i);
    }
    next = new int[zones.size()][];
    steps = new int[zones.size() + 1][];
    Map<Integer, List<Integer>> both = new HashMap<>();
    for (int i = 0; i < next.length; i++) {
      for (ZoneId neighbour : zones.get(i).neighbours()) {
        int to = of(neighbour);
        both.computeIfAbsent(i, key -> new java.util.ArrayList<>()).add(to);
        both.computeIfAbsent(to, key -> new java.util.ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < next.length; i++) {
      next[i] = both.getOrDefault(i, List.of()).stream().mapToInt(to -> to).toArray();
    }
  }

  int size() {
    return zones.size();
  }

  ZonePlan at(int place) {
    return zones.get(place);
  }

  /** The number of a zone, or {@link #NOWHERE}. */
  int of(@Nullable ZoneId zone) {
    return zone == null ? NOWHERE : byId.getOrDefault(zone, NOWHERE);
  }

  /**
   * How many zones one has to cross between two places, at least. 0 for neighbours, and where it is
   * not known.
   */
  int between(int from, int to) {
    if (from == to || from == NOWHERE || to == NOWHERE) {
      return 0;
    }
    int start = from == OUT ? to : from;
    int[] known = steps[start];
    if (known == null) {
      known = steps(start);
      steps[start] = known;
    }
    int away = known[start == to ? next.length : to == OUT ? next.length : to];
    return away == FAR ? 0 : Math.max(0, away - 1);
  }

  /** Steps from a zone to each, and last to the surface. */
  private int[] steps(int from) {
    int[] away = new int[next.length + 1];
    Arrays.fill(away, FAR);
    away[from] = 0;
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(from));
    while (!queue.isEmpty()) {
      int here = queue.removeFirst();
      if (!zones.get(here).underground()) {
        away[next.length] = Math.min(away[next.length], away[here]);
      }
      for (int to : next[here]) {
        if (away[to] == FAR) {
          away[to] = away[here] + 1;
          queue.addLast(to);
        }
      }
    }
    return away;
  }
}
