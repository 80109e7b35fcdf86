package io.minewatch.judge.people;

import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.muster.Person;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Sighting;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody underground, with the counts that the questions are about. A card that is not heard
 * counts where it was last seen. Who is out is kept for a while.
 */
final class Roll {
  private final Map<String, Card> cards = new LinkedHashMap<>();
  private final Stations stations = new Stations();
  private final EnumMap<Asks, Integer> holding = new EnumMap<>(Asks.class);
  private final int[] at;
  private final long[] entered;
  private int inside;
  private final Set<Card> leading = new LinkedHashSet<>();
  private int lost;

  /** Measured time of the newest position that changed how many are inside, lead, or are lost. */
  private long changed;

  private long newestEvent = Freshness.NEVER;
  private long newestMeasured;
  private long newestReceived;

  Roll(int places) {
    at = new int[places];
    entered = new long[places];
  }

  Collection<Card> all() {
    return cards.values();
  }

  @Nullable Card of(String card) {
    return cards.get(card);
  }

  int at(int place) {
    return at[place];
  }

  int inside() {
    return inside;
  }

  /** Those who are down and lead. */
  Collection<Card> leading() {
    return leading;
  }

  int lost() {
    return lost;
  }

  /** Measured time of the last position that brought somebody to a place. */
  long entered(int place) {
    return entered[place];
  }

  long changed() {
    return changed;
  }

  long newestMeasured() {
    return newestMeasured;
  }

  long newestReceived() {
    return newestReceived;
  }

  /** Our time as the clock of the newest position shows it: delays are counted by it. */
  long eventAt(long now) {
    return newestEvent == Freshness.NEVER ? now : now - (newestReceived - newestEvent);
  }

  /** Those at a station. */
  Set<Card> atStation(String station) {
    return stations.at(station);
  }

  int holding(Asks asks) {
    return holding.getOrDefault(asks, 0);
  }

  /** Notes whether a question holds of a card. */
  void holds(Card card, Asks asks, boolean holds) {
    boolean changes = holds ? card.holds.add(asks) : card.holds.remove(asks);
    if (changes) {
      holding.merge(asks, holds ? 1 : -1, Integer::sum);
    }
  }

  /** Takes a position; null for one who is out and is not known. */
  @Nullable Card see(Sighting seen, Places places, boolean leads, double metres) {
    Person person = seen.person();
    Card card = cards.get(person.card().value());
    if (card == null) {
      if (!person.isInside() || cards.size() >= People.MAX_CARDS) {
        return null;
      }
      card = new Card(person.card());
      cards.put(card.id.value(), card);
    }
    int place = card.place;
    boolean wasInside = card.inside;
    boolean led = card.inside && card.leader;
    boolean wasLost = card.inside && card.lost;
    String station = card.station;
    count(card, -1);
    card.place(person, places);
    card.take(seen, leads, metres);
    count(card, 1);
    if (card.place >= 0 && card.place != place) {
      entered[card.place] = card.measured;
    }
    if (wasInside != card.inside
        || led != (card.inside && card.leader)
        || wasLost != (card.inside && card.lost)) {
      changed = card.measured;
    }
    if (!station.equals(card.station)) {
      stations.move(card, station);
    }
    newest(card);
    return card;
  }

  private void newest(Card card) {
    if (card.event >= newestEvent) {
      newestEvent = card.event;
      newestMeasured = card.measured;
      newestReceived = card.received;
    }
  }

  /** Takes somebody over who was known before anybody asked. */
  void know(Person person, Places places) {
    if (!person.isInside() || cards.containsKey(person.card().value())) {
      return;
    }
    Card card = new Card(person.card());
    card.place(person, places);
    card.measured = person.lastSeen();
    card.event = person.lastEvent();
    card.received = person.lastReceived();
    card.belowSince = card.event - Math.max(0, person.lastSeen() - person.inZoneSince());
    cards.put(card.id.value(), card);
    count(card, 1);
    newest(card);
    if (card.place >= 0) {
      entered[card.place] = Math.max(entered[card.place], person.inZoneSince());
    }
  }

  private void count(Card card, int by) {
    if (card.inside) {
      inside += by;
      leading.remove(card);
      if (card.leader && by > 0) {
        leading.add(card);
      }
      lost += card.lost ? by : 0;
      if (card.place >= 0) {
        at[card.place] += by;
      }
    }
  }

  /** Forgets those who went out before a time of ours and of whom nothing is told. */
  void forgetOut(long before) {
    cards
        .values()
        .removeIf(
            card -> {
              boolean gone = !card.inside && card.told.isEmpty() && card.received < before;
              if (gone) {
                drop(card);
              }
              return gone;
            });
  }

  private void drop(Card card) {
    List.copyOf(card.holds).forEach(asks -> holds(card, asks, false));
    String station = card.station;
    card.station = "";
    stations.move(card, station);
  }

  /** Takes over everybody under another plan; of what it does not ask nothing is held. */
  void follow(Roll before, Places were, Places places, Set<Asks> asked) {
    for (Card card : before.cards.values()) {
      card.place = card.inside ? places.of(card.zone) : Places.OUT;
      card.holds.retainAll(asked);
      card.told.retainAll(asked);
      enter(card);
    }
    for (int i = 0; i < places.size(); i++) {
      int old = were.of(places.at(i).id());
      entered[i] = old < 0 ? 0 : before.entered[old];
    }
    changed = before.changed;
    newestEvent = before.newestEvent;
    newestMeasured = before.newestMeasured;
    newestReceived = before.newestReceived;
  }

  private void enter(Card card) {
    cards.put(card.id.value(), card);
    count(card, 1);
    card.holds.forEach(asks -> holding.merge(asks, 1, Integer::sum));
    stations.move(card, "");
  }

  /** Saves or brings back everybody. */
  void pass(Tape tape, Places places) {
    List<Card> passed = tape.list(cards.values(), card -> card.record(tape), Card::play);
    tape.column(entered);
    changed = tape.whole(changed);
    newestEvent = tape.whole(newestEvent);
    newestMeasured = tape.whole(newestMeasured);
    newestReceived = tape.whole(newestReceived);
    if (tape.isPlaying()) {
      passed.forEach(
          card -> {
            card.place = card.inside ? places.of(card.zone) : Places.OUT;
            enter(card);
          });
    }
  }
}
