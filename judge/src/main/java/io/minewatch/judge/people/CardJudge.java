package io.minewatch.judge.people;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.judge.people.Questions.Question;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.watch.Sighting;
import io.minewatch.judge.watch.Told;

/**
 * The questions about single cards.
 *
 * <p>Late, missing, double: a late position is only compared with the newest one, to find a card at
 * two places; a card that is not heard is looked at by {@link SilenceJudge}; a double changes
 * nothing.
 */
final class CardJudge {
  private static final double HOUR = 3_600_000;

  private final Questions questions;
  private final Places places;
  private final Roll roll;
  private final CardBoard board;
  private final Pairs pairs;

  CardJudge(Questions questions, Places places, Roll roll, CardBoard board, long period) {
    this.questions = questions;
    this.places = places;
    this.roll = roll;
    this.board = board;
    this.pairs = new Pairs(questions, roll, period);
  }

  void onFix(Sighting seen, Told told) {
    Fix fix = seen.fix();
    Card known = roll.of(fix.card().value());
    int from = known == null ? Places.NOWHERE : known.place;
    long before = known == null ? Freshness.NEVER : known.event;
    if (seen.late()) {
      if (known != null) {
        int there = placeOf(fix);
        jump(known, there, from, seen.event() - before);
        ask(known, Asks.TWO_PLACES, told);
      }
      return;
    }
    boolean leads = fix.leader() || questions.leads(fix.card());
    Card card = roll.see(seen, places, leads, questions.metres(Asks.TWO_CARDS));
    if (card == null) {
      return;
    }
    if (known != null && from != card.place) {
      jump(card, from, card.place, card.event - before);
    }
    card.still.on(fix, card.station, card.event, questions.metres(Asks.PARKED));
    pairs.on(card);
    if (card.inside) {
      ask(card, told);
    } else {
      board.leave(card, told);
    }
  }

  private int placeOf(Fix fix) {
    int place = places.of(fix.zone());
    boolean below = place >= 0 && places.at(place).underground();
    return below ? place : fix.underground() ? Places.NOWHERE : Places.OUT;
  }

  private void jump(Card card, int from, int to, long apart) {
    Question question = questions.of(Asks.TWO_PLACES);
    if (question != null
        && Jumps.isImpossible(
            places.between(from, to), apart, question.rule().numbers().tolerance())) {
      card.jumps.add(card.event, question.within());
    }
  }

  private void ask(Card card, Told told) {
    ask(card, Asks.DISTRESS, told);
    ask(card, Asks.OVERTIME, told);
    ask(card, Asks.RESTRICTED, told);
    ask(card, Asks.TWO_PLACES, told);
    ask(card, Asks.TWO_CARDS, told);
    heard(card, Asks.SILENT, told);
    heard(card, Asks.PARKED, told);
  }

  /** What is found by looking at all, not at one: only what stands is looked at. */
  private void heard(Card card, Asks asks, Told told) {
    if (card.holds.contains(asks) || card.told.contains(asks)) {
      board.answer(card, asks, asks == Asks.PARKED && stillParked(card), told);
    }
  }

  private boolean stillParked(Card card) {
    Question question = questions.of(Asks.PARKED);
    return question != null && card.event - card.still.since() >= question.within();
  }

  private void ask(Card card, Asks asks, Told told) {
    Question question = questions.of(asks);
    if (question != null) {
      board.answer(card, asks, isSo(card, question), told);
    }
  }

  private boolean isSo(Card card, Question question) {
    return switch (question.rule().asks()) {
      case DISTRESS -> card.distress;
      case OVERTIME -> card.event - card.belowSince > question.limit() * HOUR;
      case RESTRICTED -> isRestricted(card);
      case TWO_PLACES -> card.jumps.lately(card.event, question.within()) >= question.limit();
      case TWO_CARDS ->
          !card.company.partner().isEmpty()
              && card.company.moves() >= question.limit()
              && card.event - card.company.since() >= question.within()
              && !isToldByOther(card);
      case CROWDED,
          CROWDED_WORKPLACE,
          IDLE_MINE,
          MINE_FULL,
          NO_LEADER,
          PARKED,
          SILENT,
          UNKNOWN_PLACE ->
          false;
    };
  }

  private boolean isRestricted(Card card) {
    ZoneId zone = card.zone;
    return zone != null
        && card.place >= 0
        && places.at(card.place).kind() == ZoneKind.RESTRICTED
        && !questions.mayBeIn(card.id, zone);
  }

  private boolean isToldByOther(Card card) {
    Card other = roll.of(card.company.partner());
    return other != null
        && other.holds.contains(Asks.TWO_CARDS)
        && other.company.partner().equals(card.id.value())
        && !card.holds.contains(Asks.TWO_CARDS);
  }
}
