package io.minewatch.judge.muster;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What is known of one card. Times are milliseconds since 1970 UTC. */
public final class Person {
  /** Stays kept for orders that look back; older ones are forgotten. */
  static final int MAX_STAYS = 16;

  private final CardId card;
  private @Nullable ZoneId zone;
  private boolean inside;
  private boolean lost;
  private long inZoneSince = Freshness.NEVER;
  private long inZoneAsOf = Freshness.NEVER;
  private long lastSeen = Freshness.NEVER;
  private long lastEvent = Freshness.NEVER;
  private long lastReceived;

  /** What was known of the clock; saved with the person, and nothing is decided by it. */
  private long lastBehind;

  private final ArrayDeque<Stay> stays = new ArrayDeque<>();

  Person(CardId card) {
    this.card = card;
  }

  public CardId card() {
    return card;
  }

  /** Where last seen underground; null when out of the mine, and when never seen in such a zone. */
  public @Nullable ZoneId zone() {
    return zone;
  }

  /** Whether underground, as far as we know. */
  public boolean isInside() {
    return inside;
  }

  /** Measured time of entering the zone. */
  public long inZoneSince() {
    return inZoneSince;
  }

  /** Measured time of the last position. */
  public long lastSeen() {
    return lastSeen;
  }

  /** Whether underground at a place that the plan does not know, as of the last position. */
  public boolean isLost() {
    return lost;
  }

  /** When the last position was made, by a clock that neither jumps nor is far off. */
  public long lastEvent() {
    return lastEvent;
  }

  void eventIs(long event) {
    lastEvent = event;
  }

  /**
   * How old the last position is: the earlier of when it was measured and when it reached us.
   * Neither a clock that runs ahead nor a message that lay in a queue makes it look new. A clock
   * behind makes it look older, and nothing is taken off: by its delay alone no clock can be told
   * from a queue that stays as long as it is, and people are proven out by this.
   */
  long asOf() {
    return Math.min(lastSeen, lastReceived);
  }

  /**
   * Since when in the zone as far as known, no later than the last position: when it is shown that
   * a zone was left.
   */
  long enteredAsOf() {
    return Math.min(inZoneSince, asOf());
  }

  /**
   * Since when in the zone, by our clock as it was known on entering, to show who walks and who
   * stays: a clock that runs ahead makes nobody look as if just come, one that seems to be behind
   * nobody as if there since long, and one that is put back afterwards changes nothing. It may rest
   * on a queue that was taken for a clock ({@link TagClock}), so it proves nothing.
   */
  long inZoneAsOf() {
    return inZoneAsOf;
  }

  /** When that position reached us. */
  public long lastReceived() {
    return lastReceived;
  }

  ArrayDeque<Stay> stays() {
    return stays;
  }

  /** Takes a newer position; tells whether the person changed place. */
  boolean seen(@Nullable ZoneId in, boolean underground, long entered, long at, Dated when) {
    boolean first = lastSeen == Freshness.NEVER;
    boolean elsewhere = first || inside != underground || !sameZone(in);
    boolean moved = elsewhere || lost;
    if (elsewhere) {
      if (zone != null) {
        // The later of both: who left while a clock was behind, or a message waited, was inside
        // then as far as anybody can prove.
        leave(zone, Math.max(at, when.received()));
      }
      zone = in;
      inside = underground;
      enter(entered == Freshness.NEVER || entered > at ? at : entered, at, when);
    }
    lost = false;
    date(at, when);
    return moved;
  }

  /** Is underground, nobody knows where; the zone stays the last one known. */
  void strays(long at, Dated when) {
    if (!inside) {
      inside = true;
      enter(at, at, when);
    }
    lost = true;
    date(at, when);
  }

  private void enter(long entered, long at, Dated when) {
    inZoneSince = entered;
    long ours = at + when.behind();
    inZoneAsOf = entered + when.behind() - Math.max(0, ours - when.received());
  }

  private void date(long at, Dated when) {
    lastSeen = at;
    lastReceived = when.received();
    lastBehind = when.behind();
  }

  private boolean sameZone(@Nullable ZoneId other) {
    return zone == null ? other == null : zone.equals(other);
  }

  private void leave(ZoneId left, long at) {
    stays.addLast(new Stay(left, at));
    if (stays.size() > MAX_STAYS) {
      stays.removeFirst();
    }
  }

  Person record(Tape tape) {
    tape.text(card.value());
    return pass(tape);
  }

  static Person play(Tape tape) {
    return new Person(new CardId(tape.text(""))).pass(tape);
  }

  private Person pass(Tape tape) {
    String name = tape.text(zone == null ? "" : zone.value());
    zone = name.isEmpty() ? null : new ZoneId(name);
    inside = tape.flag(inside);
    lost = tape.flag(lost);
    inZoneSince = tape.whole(inZoneSince);
    inZoneAsOf = tape.whole(inZoneAsOf);
    lastSeen = tape.whole(lastSeen);
    lastEvent = tape.whole(lastEvent);
    lastReceived = tape.whole(lastReceived);
    lastBehind = tape.whole(lastBehind);
    var passed = tape.list(stays, stay -> stay.record(tape), Stay::play);
    if (tape.isPlaying()) {
      stays.clear();
      stays.addAll(passed);
    }
    return this;
  }
}
