package io.minewatch.judge.silence;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.judge.tape.Tape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of the gateways of a mine: who speaks, who was lost, who tells of people. Of one
 * beyond {@link GatewayId#MOST_OF_A_MINE} only its readings count.
 */
final class Senders {
  /** Whether the broker lost it, by name of the gateway. */
  private final TreeMap<String, Boolean> cut = new TreeMap<>();

  /** When each gateway last sent anything, our time. */
  private final TreeMap<String, Long> spoke = new TreeMap<>();

  /** Who is underground, and by which gateway's word. */
  private final TreeMap<String, String> inside = new TreeMap<>();

  /** The gateways that have told positions. */
  private final TreeSet<String> tellers = new TreeSet<>();

  /** How many messages came of gateways that there was no room for. */
  private long unnamed;

  /** The name under which a gateway is known; empty for one too many. */
  String name(String gateway) {
    if (spoke.containsKey(gateway) || cut.containsKey(gateway)) {
      return gateway;
    }
    if (Math.max(spoke.size(), cut.size()) < GatewayId.MOST_OF_A_MINE) {
      return gateway;
    }
    unnamed++;
    return "";
  }

  /** How many messages came of gateways that there was no room for. */
  long unnamed() {
    return unnamed;
  }

  /** Takes note of what a gateway or its last will says; true when that is news. */
  boolean said(String name, boolean isCut) {
    if (name.isEmpty()) {
      return false;
    }
    Boolean before = cut.put(name, isCut);
    return before == null ? isCut : before != isCut;
  }

  /** A gateway that sends is not cut off, whatever its last will said; true when that is news. */
  boolean heardFrom(String name) {
    return said(name, false);
  }

  /** Takes note that a gateway sends. */
  void spoke(String name, long now) {
    if (!name.isEmpty()) {
      spoke.put(name, now);
    }
  }

  /** Takes note that a gateway tells positions. */
  void tellsPositions(String name) {
    if (!name.isEmpty()) {
      tellers.add(name);
    }
  }

  /** Whether a gateway has told positions. */
  boolean toldPositions(String name) {
    return tellers.contains(name);
  }

  /** Takes note of a position that is the newest of its card. */
  void seen(String name, Fix fix) {
    if (fix.underground() && !name.isEmpty()) {
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

  /** Every gateway that was ever heard of, and whether the broker lost it. */
  Map<String, Boolean> all() {
    TreeMap<String, Boolean> all = new TreeMap<>(cut);
    inside.values().forEach(name -> all.putIfAbsent(name, false));
    return all;
  }

  void follow(Senders before) {
    cut.putAll(before.cut);
    spoke.putAll(before.spoke);
    inside.putAll(before.inside);
    tellers.addAll(before.tellers);
    unnamed = before.unnamed;
  }

  void pass(Tape tape) {
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
    List<String> positions = tape.list(tellers, tape::text, from -> from.text(""));
    unnamed = tape.whole(unnamed);
    if (tape.isPlaying()) {
      tellers.clear();
      tellers.addAll(positions);
      spoke.clear();
      times.forEach(each -> spoke.put(each.getKey(), each.getValue()));
      inside.clear();
      people.forEach(each -> inside.put(each.getKey(), each.getValue()));
    }
  }
}
