package io.minewatch.judge.flat;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Slots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens around a point, zone by zone: somebody is there, a fan or a pump was switched,
 * another sensor of the same measure has moved. Where nothing of it is seen, nothing is known: an
 * idle place and one without eyes look alike, and in both standing still proves nothing.
 */
final class Surroundings {
  private static final long NEVER = FlatMemory.NEVER;

  /** Positions are looked through no more often. */
  private static final long PEOPLE_EVERY_MILLIS = 60_000;

  private final List<ZoneId> zones = new ArrayList<>();
  private final Map<ZoneId, Integer> zoneOf = new HashMap<>();
  private final Map<Integer, Integer> switches = new HashMap<>();

  /** By slot: the points of its measure in its zone and beside it, itself excepted. */
  private final int[][] beside;

  /** By slot: its zone. */
  private final int[] zone;

  private final long[] movedAt;
  private final long[] switchedAt;
  private final double[] state;
  private final byte[] occupied;
  private long peopleAt = NEVER;

  Surroundings(Plan plan, Slots<FlatRule> slots) {
    for (ZonePlan each : plan.zones()) {
      zoneOf.put(each.id(), zones.size());
      zones.add(each.id());
    }
    for (int p = 0; p < plan.points().size(); p++) {
      if (plan.points().get(p).measure() == Measure.SWITCH) {
        switches.put(p, zoneOf.get(plan.points().get(p).zone()));
      }
    }
    zone = new int[slots.size()];
    beside = new int[slots.size()][];
    for (int slot = 0; slot < zone.length; slot++) {
      zone[slot] = zoneOf.getOrDefault(slots.point(slot).zone(), 0);
      beside[slot] = beside(plan, slots, slot);
    }
    movedAt = new long[slots.size()];
    switchedAt = new long[zones.size()];
    state = new double[plan.points().size()];
    occupied = new byte[zones.size()];
    Arrays.fill(movedAt, NEVER);
    Arrays.fill(switchedAt, NEVER);
    Arrays.fill(state, Double.NaN);
  }

  private static int[] beside(Plan plan, Slots<FlatRule> slots, int slot) {
    PointPlan point = slots.point(slot);
    Set<ZoneId> near = new HashSet<>(List.of(point.zone()));
    for (ZonePlan each : plan.zones()) {
      if (each.id().equals(point.zone())) {
        near.addAll(each.neighbours());
      }
    }
    List<Integer> found = new ArrayList<>();
    for (int other = 0; other < slots.size(); other++) {
      PointPlan its = slots.point(other);
      if (other != slot && its.measure() == point.measure() && near.contains(its.zone())) {
        found.add(other);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  boolean isSwitch(int point) {
    return switches.containsKey(point);
  }

  void switched(int point, double value, long event) {
    if (!Double.isNaN(state[point]) && state[point] != value) {
      switchedAt[switches.getOrDefault(point, 0)] = event;
    }
    state[point] = value;
  }

  void moved(int slot, long event) {
    movedAt[slot] = event;
  }

  void people(People people, long now) {
    if (peopleAt != NEVER && now - peopleAt < PEOPLE_EVERY_MILLIS) {
      return;
    }
    peopleAt = now;
    Set<ZoneId> seen = people.occupied();
    for (int i = 0; i < occupied.length; i++) {
      occupied[i] = (byte) (seen.contains(zones.get(i)) ? 1 : 0);
    }
  }

  /** Whether there is cause to move at a point, as far as is seen. */
  Activity around(int slot, long event, Duration lately) {
    if (occupied[zone[slot]] != 0 || isLately(switchedAt[zone[slot]], event, lately)) {
      return Activity.ACTIVE;
    }
    for (int other : beside[slot]) {
      if (isLately(movedAt[other], event, lately)) {
        return Activity.ACTIVE;
      }
    }
    return Activity.UNKNOWN;
  }

  private static boolean isLately(long at, long event, Duration lately) {
    return at != NEVER && event - at <= lately.toMillis();
  }

  void pass(Tape tape) {
    tape.column(movedAt);
    tape.column(switchedAt);
    tape.column(state);
    tape.column(occupied);
    peopleAt = tape.whole(peopleAt);
  }

  /** Who is where is seen again soon; what moved and was switched is known by zone. */
  void follow(Surroundings older) {
    for (int i = 0; i < zones.size(); i++) {
      Integer old = older.zoneOf.get(zones.get(i));
      if (old != null) {
        switchedAt[i] = older.switchedAt[old];
        occupied[i] = older.occupied[old];
      }
    }
  }
}
