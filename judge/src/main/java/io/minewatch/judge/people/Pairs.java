package io.minewatch.judge.people;

import io.minewatch.domain.plan.PeopleRule.Asks;
import org.jspecify.annotations.Nullable;

/** Finds for each card the one that it goes with; see {@link Company}. */
final class Pairs {
  /** Two positions no further apart in time were read in one patrol of the stations. */
  private static final long SAME_PATROL_MILLIS = 1_000;

  private final Questions questions;
  private final Roll roll;
  private final long period;

  Pairs(Questions questions, Roll roll, long period) {
    this.questions = questions;
    this.roll = roll;
    this.period = period;
  }

  /** Takes a position of a card. */
  void on(Card card) {
    if (questions.of(Asks.TWO_CARDS) == null || !card.inside) {
      return;
    }
    if (card.company.partner().isEmpty()) {
      if (card.arrived == card.event && !card.cameFrom.isEmpty()) {
        Card other = nearest(card);
        if (other != null) {
          card.company.begin(other.id.value(), card.station, card.event);
        }
      }
      return;
    }
    Card other = roll.of(card.company.partner());
    if (other != null && Math.abs(other.event - card.event) <= period) {
      card.company.compare(areTogether(card, other), card.station, card.event, period);
    }
  }

  /** Who came from the same station to the same station within one period, the nearest first. */
  private @Nullable Card nearest(Card card) {
    Card best = null;
    for (Card other : roll.atStation(card.station)) {
      boolean came =
          other != card
              && other.cameFrom.equals(card.cameFrom)
              && Math.abs(other.arrived - card.event) <= period
              && isExact(card, other)
              && areTogether(card, other);
      if (came && (best == null || isNearer(card, other, best))) {
        best = other;
      }
    }
    return best;
  }

  /** Where no distance is told, two who work side by side look like one; nothing is judged then. */
  private static boolean isExact(Card card, Card other) {
    return card.distance != 0 && other.distance != 0;
  }

  private static boolean isNearer(Card card, Card other, Card best) {
    double one = Math.abs(other.distance - card.distance);
    double two = Math.abs(best.distance - card.distance);
    return one < two || (one == two && other.id.compareTo(best.id) < 0);
  }

  /** Whether two cards are at one place, as far as positions of different moments can tell. */
  private boolean areTogether(Card card, Card other) {
    if (!card.inside || !other.inside || !card.station.equals(other.station)) {
      return false;
    }
    boolean comparable =
        (card.steady && other.steady) || Math.abs(card.event - other.event) <= SAME_PATROL_MILLIS;
    boolean near = Math.abs(card.distance - other.distance) <= questions.metres(Asks.TWO_CARDS);
    return near || !comparable;
  }
}
