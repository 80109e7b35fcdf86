package io.minewatch.judge.silence;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of the lines of a mine: which point speaks through which gateway, and does it. */
final class Lines {
  static final byte SEES = 0;

  /** Heard, and says of itself that it does not see. */
  static final byte FAULTY = 1;

  /** Not heard for too long. */
  static final byte SILENT = 2;

  /** Since when the plan asks for these points: what never spoke is missing since then. */
  final long asked;

  private final PointPlan[] points;
  private final boolean[] lawful;
  private final byte[] state;

  /** The gateway through which each last spoke; empty before the first word. */
  private final String[] gateway;

  /** Measured and received time of the last reading, NEVER before the first. */
  private final long[] measured;

  private final long[] received;

  /** Whether the broker lost it, by name of the gateway. */
  private final TreeMap<String, Boolean> cut = new TreeMap<>();

  /** When each gateway last sent anything, our time. */
  private final TreeMap<String, Long> spoke = new TreeMap<>();

  /** Who is underground, and by which gateway's word. */
  private final TreeMap<String, String> inside = new TreeMap<>();

  Lines(Plan plan) {
    asked = plan.effectiveFrom().toEpochMilli();
    points = plan.points().toArray(PointPlan[]::new);
    Set<String> limits = new HashSet<>();
    plan.limits().forEach(limit -> limits.add(limit.id()));
    lawful = new boolean[points.length];
    for (int p = 0; p < points.length; p++) {
      lawful[p] = points[p].rules().stream().anyMatch(limits::contains);
    }
    state = new byte[points.length];
    gateway = new String[points.length];
    measured = new long[points.length];
    received = new long[points.length];
    Arrays.fill(gateway, "");
    Arrays.fill(measured, Freshness.NEVER);
    Arrays.fill(received, Freshness.NEVER);
  }

  /** Takes note of a reading; true when that changes what the point is worth. */
  boolean heard(int point, String from, Sample sample, byte now) {
    boolean moved = !gateway[point].equals(from);
    boolean changed = state[point] != now || moved;
    state[point] = now;
    if (moved) {
      gateway[point] = from;
    }
    measured[point] = sample.measured();
    received[point] = sample.received();
    return changed;
  }

  void silent(int point) {
    state[point] = SILENT;
  }

  /** Takes note of what a gateway or its last will says; true when that is news. */
  boolean said(String name, boolean isCut) {
    Boolean before = cut.put(name, isCut);
    return before == null ? isCut : before != isCut;
  }

  /** A gateway that sends is not cut off, whatever its last will said; true when that is news. */
  boolean heardFrom(String name) {
    return !name.isEmpty() && said(name, false);
  }

  /** Takes note that a gateway sends. */
  void spoke(String name, long now) {
    spoke.put(name, now);
  }

  /** Takes note of a position that is the newest of its card. */
  void seen(String name, Fix fix) {
    if (fix.underground()) {
      inside.put(fix.card().value(), name);
    } else {
      inside.remove(fix.card().value());
    }
  }

  /** Whether a gateway that has spoken has been silent for longer than it may. */
  boolean isOverdue(String name, long now, long darkAfter) {
    long before = spoke(name);
    return before != Freshness.NEVER && now - before > darkAfter;
  }

  /** When a gateway last sent anything, or NEVER. */
  long spoke(String name) {
    return spoke.getOrDefault(name, Freshness.NEVER);
  }

  /**
   * The gateways by whose word people are underground. One that only tells positions is silent for
   * good reason when everybody is out.
   */
  Set<String> withPeople() {
    return new TreeSet<>(inside.values());
  }

  int size() {
    return points.length;
  }

  PointPlan point(int p) {
    return points[p];
  }

  boolean isLawful(int p) {
    return lawful[p];
  }

  boolean isSilent(int p) {
    return state[p] == SILENT;
  }

  boolean sees(int p) {
    return state[p] == SEES;
  }

  boolean wasHeard(int p) {
    return measured[p] != Freshness.NEVER;
  }

  String gateway(int p) {
    return gateway[p];
  }

  long measured(int p) {
    return measured[p];
  }

  long received(int p) {
    return received[p];
  }

  /** Every gateway that was ever heard of, and whether the broker lost it. */
  Map<String, Boolean> gateways() {
    TreeMap<String, Boolean> all = new TreeMap<>(cut);
    inside.values().forEach(name -> all.putIfAbsent(name, false));
    for (String name : gateway) {
      if (!name.isEmpty()) {
        all.putIfAbsent(name, false);
      }
    }
    return all;
  }

  /** Whether a subject is still part of the plan; gateways always are. */
  boolean knows(Subject subject) {
    return switch (subject.kind()) {
      case GATEWAY, MINE -> true;
      case SUBSTATION ->
          List.of(points).stream().anyMatch(p -> p.sensor().substation().equals(subject.id()));
      default -> List.of(points).stream().anyMatch(p -> p.id().value().equals(subject.id()));
    };
  }

  void follow(Lines before) {
    Map<String, Integer> old = new HashMap<>();
    for (int p = 0; p < before.points.length; p++) {
      old.put(before.points[p].id().value(), p);
    }
    for (int p = 0; p < points.length; p++) {
      Integer at = old.get(points[p].id().value());
      if (at != null) {
        state[p] = before.state[at];
        gateway[p] = before.gateway[at];
        measured[p] = before.measured[at];
        received[p] = before.received[at];
      }
    }
    cut.putAll(before.cut);
    spoke.putAll(before.spoke);
    inside.putAll(before.inside);
  }

  void pass(Tape tape) {
    tape.column(state);
    tape.column(measured);
    tape.column(received);
    for (int p = 0; p < gateway.length; p++) {
      gateway[p] = tape.text(gateway[p]).intern();
    }
    List<Map.Entry<String, Boolean>> said =
        tape.list(
            cut.entrySet(),
            each -> Map.entry(tape.text(each.getKey()), tape.flag(each.getValue())),
            from -> Map.entry(from.text(""), from.flag(false)));
    if (tape.isPlaying()) {
      cut.clear();
      said.forEach(each -> cut.put(each.getKey(), each.getValue()));
    }
    List<Map.Entry<String, Long>> times =
        tape.list(
            spoke.entrySet(),
            each -> Map.entry(tape.text(each.getKey()), tape.whole((long) each.getValue())),
            from -> Map.entry(from.text(""), from.whole(0L)));
    List<Map.Entry<String, String>> people =
        tape.list(
            inside.entrySet(),
            each -> Map.entry(tape.text(each.getKey()), tape.text(each.getValue())),
            from -> Map.entry(from.text(""), from.text("").intern()));
    if (tape.isPlaying()) {
      spoke.clear();
      times.forEach(each -> spoke.put(each.getKey(), each.getValue()));
      inside.clear();
      people.forEach(each -> inside.put(each.getKey(), each.getValue()));
    }
  }
}
