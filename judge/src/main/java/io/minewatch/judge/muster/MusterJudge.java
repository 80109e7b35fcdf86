package io.minewatch.judge.muster;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import io.minewatch.judge.silence.Freshness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts who is where, and who is still inside the zones of each open order, worst first.
 *
 * <p>A silent tag is a person inside: only a position outside takes a person off the list, and one
 * inside puts them on it again. Pure; looks at memory and changes nothing.
 */
public final class MusterJudge {
  private static final Comparator<Remaining> WORST_FIRST =
      Comparator.comparing(Remaining::state)
          .thenComparing(Remaining::lastSeen)
          .thenComparing(Remaining::card);

  private final long now;
  private final long resumed;
  private final long darkAfter;

  /**
   * Counts as of a moment, in milliseconds since 1970 UTC.
   *
   * @param resumed when judging resumed after our own downtime
   * @param darkAfter how long a card may be silent
   */
  public MusterJudge(long now, long resumed, long darkAfter) {
    this.now = now;
    this.resumed = resumed;
    this.darkAfter = darkAfter;
  }

  /** The head counts of one mine. */
  public Muster count(MineCode mine, Zones zones, People people, OrderBoard board) {
    List<OrderMuster> orders = new ArrayList<>();
    for (OrderWatch watch : board.open()) {
      orders.add(order(watch, people));
    }
    long newest = people.lastFix();
    return new Muster(
        mine,
        Instant.ofEpochMilli(now),
        newest == Freshness.NEVER ? null : Instant.ofEpochMilli(newest),
        Math.max(0, board.version()),
        zoneCounts(zones, people),
        orders);
  }

  private List<Muster.ZoneCount> zoneCounts(Zones zones, People people) {
    Map<ZoneId, int[]> counts = new HashMap<>();
    for (Person person : people.all()) {
      if (person.zone() != null) {
        int[] count = counts.computeIfAbsent(person.zone(), zone -> new int[2]);
        count[0]++;
        count[1] += isSilent(person) ? 1 : 0;
      }
    }
    List<Muster.ZoneCount> all = new ArrayList<>();
    for (ZoneId zone : zones.underground()) {
      int[] count = counts.getOrDefault(zone, new int[2]);
      all.add(new Muster.ZoneCount(zone, count[0], count[1]));
    }
    return all;
  }

  private OrderMuster order(OrderWatch watch, People people) {
    List<Remaining> remaining = new ArrayList<>();
    long emptied = Freshness.NEVER;
    for (Map.Entry<CardId, Long> entry : watch.listed().entrySet()) {
      Person person = people.of(entry.getKey().value());
      if (entry.getValue() != OrderWatch.INSIDE) {
        emptied = Math.max(emptied, entry.getValue());
      } else if (person != null && person.zone() != null) {
        remaining.add(remaining(watch, person, person.zone()));
      }
    }
    remaining.sort(WORST_FIRST);
    return new OrderMuster(
        watch.order().id(), watch.listed().size(), remaining, emptiedAt(remaining, emptied));
  }

  private static @Nullable Instant emptiedAt(List<Remaining> remaining, long emptied) {
    return remaining.isEmpty() && emptied != Freshness.NEVER ? Instant.ofEpochMilli(emptied) : null;
  }

  private Remaining remaining(OrderWatch watch, Person person, ZoneId zone) {
    boolean still = person.inZoneSince() < watch.order().issued().toEpochMilli();
    Remaining.State state =
        isSilent(person)
            ? Remaining.State.SILENT
            : still ? Remaining.State.NEVER_MOVED : Remaining.State.MOVING;
    return new Remaining(
        person.card(),
        state,
        zone,
        Instant.ofEpochMilli(person.inZoneSince()),
        Instant.ofEpochMilli(person.lastSeen()));
  }

  private boolean isSilent(Person person) {
    return Freshness.isDark(person.lastReceived(), resumed, darkAfter, now);
  }
}
