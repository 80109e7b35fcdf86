package io.minewatch.judge.muster;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everybody whose card was ever seen in a mine, by card.
 *
 * <p>Late, missing, double: a position not newer than the last one of its card is counted and left
 * out; a card that is not heard stays where it was last seen; a doubled position changes nothing.
 */
public final class People {
  /** Most cards kept for one mine; the largest mines have a few thousand people. */
  public static final int MAX_CARDS = 20_000;

  /**
   * Nobody is known yet.
   *
   * @param now since when positions are listened to, milliseconds since 1970 UTC
   */
  public People(long now) {
    watchedSince = now;
  }

  /** What became of a position. */
  public enum Outcome {
    MOVED,
    STAYED,
    LATE,
    /** Underground in a zone that the plan does not have. */
    UNKNOWN_ZONE,
    /** Underground in a zone that is not. */
    CONTRADICTORY,
    /** More cards than a mine can have, all of them inside. */
    TOO_MANY
  }

  private final TreeMap<String, Person> cards = new TreeMap<>();
  private final TreeMap<String, TagClock> clocks = new TreeMap<>();
  private long watchedSince;
  private long late;

  /**
   * Takes one position.
   *
   * <p>A person is out only when the position says so and names no underground zone: two signs that
   * contradict each other count as inside. Who is underground in no zone underground that is known
   * is where last seen, if ever, and lost until seen in one or out.
   *
   * @param when by which it is dated
   */
  public Outcome onFix(Fix fix, Dated when, Zones zones) {
    long at = fix.at().toEpochMilli();
    Person person = cards.get(fix.card().value());
    if (person == null) {
      if (cards.size() >= MAX_CARDS && !makeRoom()) {
        return Outcome.TOO_MANY;
      }
      person = new Person(fix.card());
      cards.put(fix.card().value(), person);
    }
    if (Freshness.isLate(when.event(), person.lastEvent(), when.received())) {
      late++;
      return Outcome.LATE;
    }
    person.eventIs(when.event());
    ZoneId zone = fix.zone();
    boolean inside = zones.isUnderground(zone);
    if (fix.underground() && !inside) {
      person.strays(at, when);
      return zones.isKnown(zone) ? Outcome.CONTRADICTORY : Outcome.UNKNOWN_ZONE;
    }
    long entered = fix.enteredZone() == null ? Freshness.NEVER : fix.enteredZone().toEpochMilli();
    return person.seen(inside ? zone : null, inside, entered, at, when)
        ? Outcome.MOVED
        : Outcome.STAYED;
  }

  /**
   * Learns how the clock goes that stamps the positions of a gateway, from a message that came in
   * its turn.
   *
   * @param newest the newest measured time in it, milliseconds since 1970 UTC
   * @return by how much it seems to be behind ours, see {@link Dated}; nothing is proven by this
   */
  public long behind(GatewayId gateway, long newest, long received) {
    TagClock clock = clocks.computeIfAbsent(gateway.value(), name -> new TagClock());
    clock.on(newest, received);
    return clock.behind();
  }

  /** Forgets the person who has been out for longest. */
  private boolean makeRoom() {
    Person gone = null;
    for (Person person : cards.values()) {
      if (!person.isInside() && (gone == null || person.lastSeen() < gone.lastSeen())) {
        gone = person;
      }
    }
    return gone != null && cards.remove(gone.card().value()) != null;
  }

  /** All of them, by card; those who are out are kept while there is room. */
  public Collection<Person> all() {
    return cards.values();
  }

  /** Null for a card that is not known. */
  public @Nullable Person of(String card) {
    return cards.get(card);
  }

  /** How many are underground, silent tags included. */
  public int underground() {
    int count = 0;
    for (Person person : cards.values()) {
      count += person.isInside() ? 1 : 0;
    }
    return count;
  }

  /** How many were last seen in one of these zones and are not out, silent tags included. */
  public int insideOf(Collection<ZoneId> zones) {
    int count = 0;
    for (Person person : cards.values()) {
      count += person.isInside() && zones.contains(person.zone()) ? 1 : 0;
    }
    return count;
  }

  /** The zones in which somebody was last seen underground. */
  public Set<ZoneId> occupied() {
    Set<ZoneId> occupied = new HashSet<>();
    for (Person person : cards.values()) {
      ZoneId zone = person.zone();
      if (zone != null) {
        occupied.add(zone);
      }
    }
    return occupied;
  }

  /**
   * Since when positions are listened to without having forgotten any; who was inside before and is
   * silent since is not known.
   */
  public long watchedSince() {
    return watchedSince;
  }

  /** How old the newest position is, see {@link Person#asOf}, or {@link Freshness#NEVER}. */
  long asOf() {
    long newest = Freshness.NEVER;
    for (Person person : cards.values()) {
      newest = Math.max(newest, person.asOf());
    }
    return newest;
  }

  /** Positions left out because a newer one was known. */
  public long late() {
    return late;
  }

  /** Saves or brings back everybody. */
  public void pass(Tape tape) {
    watchedSince = tape.whole(watchedSince);
    late = tape.whole(late);
    Iterator<Person> passed =
        tape.list(cards.values(), person -> person.record(tape), Person::play).iterator();
    if (tape.isPlaying()) {
      cards.clear();
      passed.forEachRemaining(person -> cards.put(person.card().value(), person));
    }
    passClocks(tape);
  }

  private void passClocks(Tape tape) {
    int size = tape.whole(clocks.size());
    if (tape.isPlaying()) {
      clocks.clear();
      for (int i = 0; i < size; i++) {
        clocks.put(tape.text(""), new TagClock().pass(tape));
      }
    } else {
      clocks.forEach(
          (gateway, clock) -> {
            tape.text(gateway);
            clock.pass(tape);
          });
    }
  }
}
