package io.minewatch.judge.people;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.people.Questions.Question;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Told;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is told of single cards. What holds of more cards at once than are told singly is told as
 * one finding of the mine with their number. A card's number stands only in findings about a card.
 */
final class CardBoard {
  private static final double HOUR = 3_600_000;
  private static final double MINUTE = 60_000;

  private final Questions questions;
  private final Roll roll;
  private final Conditions conditions;
  private final EnumSet<Asks> flooded = EnumSet.noneOf(Asks.class);

  CardBoard(Questions questions, Roll roll, Conditions conditions) {
    this.questions = questions;
    this.roll = roll;
    this.conditions = conditions;
  }

  /** Notes the answer to a question about a card, and tells it unless it is one of too many. */
  void answer(Card card, Asks asks, boolean holds, Told told) {
    Question question = questions.of(asks);
    if (question == null) {
      return;
    }
    roll.holds(card, asks, holds);
    if (holds && (card.told.contains(asks) || isSingle(question))) {
      card.told.add(asks);
      look(card, question, Truth.HOLDS, card.event, told);
    } else if (!holds && card.told.contains(asks)) {
      look(card, question, Truth.GONE, card.event, told);
      forgetIfQuiet(card, question);
    }
  }

  private boolean isSingle(Question question) {
    return roll.holding(question.rule().asks()) <= question.rule().numbers().singly();
  }

  /** All is over for one who has left the mine; that it is at two places, in time. */
  void leave(Card card, Told told) {
    for (Question question : questions.all()) {
      Asks asks = question.rule().asks();
      long now = card.eventAt(told.now());
      if (asks == Asks.TWO_PLACES
          && card.jumps.lately(now, question.within()) >= question.limit()) {
        answer(card, asks, true, told);
        continue;
      }
      roll.holds(card, asks, false);
      if (card.told.contains(asks)) {
        conditions.look(
            question.left(),
            about(card, question),
            Truth.GONE,
            at(card, question, card.event),
            told);
        forgetIfQuiet(card, question);
      }
    }
  }

  private void forgetIfQuiet(Card card, Question question) {
    if (!conditions.isAstir(question.rule().id(), Subject.of(card.id))) {
      card.told.remove(question.rule().asks());
    }
  }

  /** Looks at what is told of a card that has just fallen silent. */
  void cannotSee(Card card, Told told) {
    for (Question question : questions.all()) {
      Asks asks = question.rule().asks();
      if (asks != Asks.SILENT && card.told.contains(asks)) {
        look(card, question, Truth.UNKNOWN, card.eventAt(told.now()), told);
      }
    }
  }

  void look(Card card, Question question, Truth truth, long event, Told told) {
    conditions.look(
        question.terms(), about(card, question), truth, at(card, question, event), told);
  }

  private static About about(Card card, Question question) {
    String unit =
        switch (question.rule().asks()) {
          case OVERTIME, PARKED -> "h";
          case SILENT -> "s";
          default -> question.rule().asks().unit();
        };
    return new About(Subject.of(card.id), card.zone, null, unit);
  }

  private Look at(Card card, Question question, long event) {
    Map<String, String> detail = new TreeMap<>();
    double limit = question.limit();
    double value = Double.NaN;
    long measured = card.measured;
    switch (question.rule().asks()) {
      case OVERTIME -> value = hours(card.event - card.belowSince);
      case TWO_PLACES -> value = card.jumps.lately(card.event, question.within());
      case TWO_CARDS -> {
        value = card.company.moves();
        detail.put("otherCard", card.company.partner());
        detail.put(
            "together", Long.toString((long) ((card.event - card.company.since()) / MINUTE)));
      }
      case PARKED -> {
        value = hours(card.event - card.still.since());
        limit = hours(question.within());
        measured = card.still.measured();
        detail.put("station", card.station);
      }
      case SILENT -> limit = 0;
      default -> {}
    }
    return new Look(
        question.rule().severity(),
        value,
        limit,
        event,
        measured,
        card.received,
        Quality.GOOD,
        detail);
  }

  private static double hours(long millis) {
    return Math.round(millis / HOUR * 100) / 100.0;
  }

  /** Looks at what holds of too many cards to tell each. */
  void crowds(Told told) {
    for (Question question : questions.all()) {
      Asks asks = question.rule().asks();
      int singly = question.rule().numbers().singly();
      if (singly == 0 || asks == Asks.SILENT) {
        continue;
      }
      int holding = roll.holding(asks);
      boolean was = flooded.contains(asks);
      if (holding > singly || was) {
        flood(question, holding, told);
      }
    }
  }

  private void flood(Question question, int holding, Told told) {
    Subject mine = new Subject(Subject.Kind.MINE, told.mine().value());
    Asks asks = question.rule().asks();
    int singly = question.rule().numbers().singly();
    Look look =
        new Look(
            question.rule().severity(),
            holding,
            singly,
            roll.eventAt(told.now()),
            roll.newestMeasured(),
            roll.newestReceived(),
            Quality.GOOD,
            Map.of());
    Truth truth = holding > singly ? Truth.HOLDS : Truth.GONE;
    conditions.look(question.terms(), new About(mine, null, null, "persons"), truth, look, told);
    if (conditions.isAstir(question.rule().id(), mine)) {
      flooded.add(asks);
    } else {
      flooded.remove(asks);
    }
  }

  void follow(CardBoard before) {
    flooded.addAll(before.flooded);
    flooded.retainAll(questions.asked());
  }

  void pass(Tape tape) {
    Card.pass(tape, flooded);
  }
}
