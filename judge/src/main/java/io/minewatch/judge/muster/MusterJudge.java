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
 * inside puts them on it again. Who went to another place underground, where that is enough, must
 * be heard there after the order and ever since. Who was seen out of the mine needs no further
 * word.
 *
 * <p>Late, missing, double: positions are dated by the earlier of their measured time and the time
 * at which they reached us, so that an old one proves nothing whatever clock or queue it came from.
 * Only whether who remains is shown as walking takes off a clock that seems to be behind ({@link
 * TagClock}). Pure; looks at memory and changes nothing.
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
    long newest = people.asOf();
    for (OrderWatch watch : board.open()) {
      orders.add(order(watch, people, newest));
    }
    return new Muster(
        mine,
        Instant.ofEpochMilli(now),
        instant(newest),
        Math.max(0, board.version()),
        zoneCounts(zones, people),
        unplaced(zones, people),
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

  private static int unplaced(Zones zones, People people) {
    int unplaced = 0;
    for (Person person : people.all()) {
      unplaced += person.isInside() && !zones.isUnderground(person.zone()) ? 1 : 0;
    }
    return unplaced;
  }

  private OrderMuster order(OrderWatch watch, People people, long newest) {
    List<Remaining> remaining = new ArrayList<>();
    long emptied = Freshness.NEVER;
    long proven = newest;
    for (Map.Entry<CardId, Long> entry : watch.listed().entrySet()) {
      Person person = people.of(entry.getKey().value());
      boolean isInside = entry.getValue() == OrderWatch.INSIDE;
      emptied = isInside ? emptied : Math.max(emptied, entry.getValue());
      if (person == null || !person.isInside()) {
        continue; // out of the mine, maybe so long ago that the card is forgotten
      }
      if (isInside || (watch.mustBeHeard() && isSilent(person))) {
        remaining.add(remaining(watch, person));
      } else if (watch.mustBeHeard()) {
        proven = Math.min(proven, person.asOf());
      }
    }
    remaining.sort(WORST_FIRST);
    boolean isProven = isWatched(watch, people) && proven > watch.order().issued().toEpochMilli();
    return new OrderMuster(
        watch.order().id(),
        watch.listed().size(),
        remaining,
        remaining.isEmpty() ? instant(emptied) : null,
        remaining.isEmpty() && isProven ? instant(proven) : null);
  }

  /**
   * Whether whoever was inside at or after the onset must have been heard: a judge that lost its
   * memory meanwhile, or has only begun to listen, knows too few to prove anything.
   */
  private boolean isWatched(OrderWatch watch, People people) {
    return people.watchedSince() <= watch.order().insideSince().toEpochMilli()
        && now >= people.watchedSince() + darkAfter;
  }

  private static @Nullable Instant instant(long millis) {
    return millis == Freshness.NEVER ? null : Instant.ofEpochMilli(millis);
  }

  private Remaining remaining(OrderWatch watch, Person person) {
    return new Remaining(
        person.card(),
        state(watch, person),
        person.zone(),
        Instant.ofEpochMilli(person.inZoneSince()),
        Instant.ofEpochMilli(person.lastSeen()));
  }

  private Remaining.State state(OrderWatch watch, Person person) {
    if (person.isLost() || person.zone() == null) {
      return Remaining.State.UNKNOWN_PLACE;
    }
    boolean still = person.inZoneAsOf() < watch.order().issued().toEpochMilli();
    return isSilent(person)
        ? Remaining.State.SILENT
        : still ? Remaining.State.NEVER_MOVED : Remaining.State.MOVING;
  }

  private boolean isSilent(Person person) {
    return Freshness.isDark(person.lastReceived(), resumed, darkAfter, now);
  }
}
