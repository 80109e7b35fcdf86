package io.minewatch.judge.people;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which cards are at which station. */
final class Stations {
  private final Map<String, Set<Card>> cards = new HashMap<>();

  Set<Card> at(String station) {
    return cards.getOrDefault(station, Set.of());
  }

  /** Takes a card from a station to where it is now; either may be empty for none. */
  void move(Card card, String from) {
    Set<Card> before = cards.get(from);
    if (before != null) {
      before.remove(card);
      if (before.isEmpty()) {
        cards.remove(from);
      }
    }
    if (!card.station.isEmpty()) {
      cards.computeIfAbsent(card.station, station -> new LinkedHashSet<>()).add(card);
    }
  }
}
