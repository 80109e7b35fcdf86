package io.minewatch.judge.flat;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.judge.column.Few;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens around a point, zone by zone: somebody is there, a fan or a pump was switched,
 * another sensor of the same measure has moved. Where nothing of it is seen, nothing is known: an
 * idle place and one without eyes look alike, and in both standing still proves nothing.
 *
 * <p>Kept by zone, and by zone and measure: a byte or two a point. Of the points of a measure in a
 * zone the one that moved last is known, and when another did.
 */
final class Surroundings {
  private static final long NEVER = FlatMemory.NEVER;

  /** Positions are looked through no more often. */
  private static final long PEOPLE_EVERY_MILLIS = 60_000;

  private static final int NOBODY = -1;

  /** The points of one measure in one zone. */
  private record Group(ZoneId zone, Measure measure) {}

  private final List<ZoneId> zones = new ArrayList<>();
  private final Map<ZoneId, Integer> zoneOf = new HashMap<>();
  private final Map<Integer, Integer> switches = new HashMap<>();
  private final Map<Group, Integer> groups = new LinkedHashMap<>();

  /** By switch: its zone. */
  private final int[] zoneOfSwitch;

  /** By slot: its group. */
  private final Few groupOf;

  /** By group: its zone, and the groups of its measure there and beside it. */
  private final int[] zoneOfGroup;

  private final int[][] near;

  /** By group: which slot moved last, when it did, and when another last did. */
  private final int[] mover;

  private final long[] movedAt;
  private final long[] otherMovedAt;

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
        switches.put(p, switches.size());
      }
    }
    zoneOfSwitch = new int[switches.size()];
    switches.forEach(
        (p, place) -> zoneOfSwitch[place] = zoneOf.getOrDefault(plan.points().get(p).zone(), 0));
    char[] groupBySlot = new char[slots.size()];
    for (int slot = 0; slot < groupBySlot.length; slot++) {
      PointPlan point = slots.point(slot);
      Group group = new Group(point.zone(), point.measure());
      groups.putIfAbsent(group, groups.size());
      groupBySlot[slot] = (char) groups.getOrDefault(group, 0).intValue();
    }
    groupOf = new Few(groupBySlot);
    zoneOfGroup = new int[groups.size()];
    near = new int[groups.size()][];
    groups.forEach(
        (group, number) -> {
          zoneOfGroup[number] = zoneOf.getOrDefault(group.zone, 0);
          near[number] = near(plan, group);
        });
    mover = new int[groups.size()];
    movedAt = new long[groups.size()];
    otherMovedAt = new long[groups.size()];
    switchedAt = new long[zones.size()];
    state = new double[switches.size()];
    occupied = new byte[zones.size()];
    Arrays.fill(mover, NOBODY);
    Arrays.fill(movedAt, NEVER);
    Arrays.fill(otherMovedAt, NEVER);
    Arrays.fill(switchedAt, NEVER);
    Arrays.fill(state, Double.NaN);
  }

  private int[] near(Plan plan, Group group) {
    Set<ZoneId> around = new LinkedHashSet<>(List.of(group.zone));
    for (ZonePlan each : plan.zones()) {
      if (each.id().equals(group.zone)) {
        around.addAll(each.neighbours());
      }
    }
    return around.stream()
        .mapToInt(zone -> groups.getOrDefault(new Group(zone, group.measure), NOBODY))
        .filter(number -> number != NOBODY)
        .toArray();
  }

  boolean isSwitch(int point) {
    return switches.containsKey(point);
  }

  void switched(int point, double value, long event) {
    int place = switches.getOrDefault(point, 0);
    if (!Double.isNaN(state[place]) && state[place] != value) {
      switchedAt[zoneOfSwitch[place]] = event;
    }
    state[place] = value;
  }

  void moved(int slot, long event) {
    int group = groupOf.of(slot);
    if (mover[group] != slot) {
      otherMovedAt[group] = movedAt[group];
      mover[group] = slot;
    }
    movedAt[group] = event;
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
  Activity around(int slot, long event, long lately) {
    int own = groupOf.of(slot);
    int zone = zoneOfGroup[own];
    if (occupied[zone] != 0 || isLately(switchedAt[zone], event, lately)) {
      return Activity.ACTIVE;
    }
    for (int group : near[own]) {
      long at = mover[group] == slot ? otherMovedAt[group] : movedAt[group];
      if (isLately(at, event, lately)) {
        return Activity.ACTIVE;
      }
    }
    return Activity.UNKNOWN;
  }

  private static boolean isLately(long at, long event, long lately) {
    return at != NEVER && event - at <= lately;
  }

  void pass(Tape tape) {
    tape.column(mover);
    tape.column(movedAt);
    tape.column(otherMovedAt);
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
