package io.minewatch.judge.people;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.people.Questions.Question;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cards underground that are not heard, and those that do not move. A silent card is a person
 * inside. Many silent cards of one gateway are that gateway's silence: one finding with their
 * number.
 *
 * <p>Silence runs in our time, and after our own downtime from when we listen again. Only a
 * position ends it.
 */
final class SilenceJudge {
  /** What takes hours is looked at no more often; our time. */
  private static final long STILL_EVERY_MILLIS = 60_000;

  private final Questions questions;
  private final Roll roll;
  private final Conditions conditions;
  private final CardBoard cards;
  private final long darkAfter;
  private final long longestShift;

  /** Gateways whose silence is told, and those that the broker has lost. */
  private final TreeSet<String> silent = new TreeSet<>();

  private final TreeSet<String> cut = new TreeSet<>();

  private long nextStill;

  SilenceJudge(
      Questions questions, Roll roll, Conditions conditions, CardBoard cards, Times times) {
    this.questions = questions;
    this.roll = roll;
    this.conditions = conditions;
    this.cards = cards;
    this.darkAfter = times.darkAfter();
    this.longestShift = times.longestShift();
  }

  /** What of a plan's times is asked here, milliseconds. */
  record Times(long darkAfter, long longestShift) {}

  void isCut(String gateway, boolean lost) {
    if (lost) {
      cut.add(gateway);
    } else {
      cut.remove(gateway);
    }
  }

  /** Whether so many are not heard that people may be anywhere. */
  boolean isCut() {
    return !silent.isEmpty();
  }

  /** Looks at everybody. */
  void look(Told told) {
    for (Card card : roll.all()) {
      if (card.inside) {
        listen(card, told);
      } else if (!card.told.isEmpty()) {
        cards.leave(card, told);
      }
    }
    Question question = questions.of(Asks.SILENT);
    if (question != null && (roll.holding(Asks.SILENT) > 0 || !silent.isEmpty())) {
      Map<String, Integer> quiet = quiet();
      tellCards(question, quiet, told);
      tellGateways(question, quiet, told);
    }
    if (told.now() >= nextStill) {
      parked(told);
      nextStill = told.now() + STILL_EVERY_MILLIS;
    }
    tellTheRest(told);
  }

  /** How many cards of each gateway are silent. */
  private Map<String, Integer> quiet() {
    Map<String, Integer> quiet = new TreeMap<>();
    for (Card card : roll.all()) {
      if (card.holds.contains(Asks.SILENT)) {
        quiet.merge(card.gateway, 1, Integer::sum);
      }
    }
    return quiet;
  }

  private void listen(Card card, Told told) {
    boolean dark = Freshness.isDark(card.received, told.resumed(), darkAfter, told.now());
    if (dark && !card.holds.contains(Asks.SILENT)) {
      roll.holds(card, Asks.SILENT, true);
      cards.cannotSee(card, told);
    }
  }

  private void tellCards(Question question, Map<String, Integer> quiet, Told told) {
    for (Card card : roll.all()) {
      boolean single = !isFlood(question, card.gateway, quiet);
      if (card.holds.contains(Asks.SILENT) && single && !card.told.contains(Asks.SILENT)) {
        card.told.add(Asks.SILENT);
        cards.look(card, question, Truth.HOLDS, told.now(), told);
      }
    }
  }

  private boolean isFlood(Question question, String gateway, Map<String, Integer> quiet) {
    int cards = quiet.getOrDefault(gateway, 0);
    return cards > (cut.contains(gateway) ? 0 : question.rule().numbers().singly());
  }

  private void tellGateways(Question question, Map<String, Integer> quiet, Told told) {
    TreeSet<String> all = new TreeSet<>(silent);
    all.addAll(quiet.keySet());
    for (String gateway : all) {
      boolean flood = isFlood(question, gateway, quiet);
      if (flood || silent.contains(gateway)) {
        gateway(question, gateway, quiet.getOrDefault(gateway, 0), flood, told);
      }
    }
  }

  private void gateway(Question question, String gateway, int count, boolean flood, Told told) {
    Subject subject =
        gateway.isEmpty()
            ? new Subject(Subject.Kind.MINE, told.mine().value())
            : Subject.of(new GatewayId(gateway));
    Look look =
        new Look(
            question.rule().severity(),
            count,
            question.rule().numbers().singly(),
            told.now(),
            flood ? lastHeard(gateway) : roll.newestMeasured(),
            told.now(),
            Quality.STALE,
            Map.of());
    Truth truth = flood ? Truth.HOLDS : Truth.GONE;
    About about = new About(subject, null, null, "persons");
    conditions.look(question.terms(), about, truth, look, told);
    if (conditions.isAstir(question.rule().id(), subject)) {
      silent.add(gateway);
    } else {
      silent.remove(gateway);
    }
  }

  /** Measured time of the last position of those cards of a gateway that are silent. */
  private long lastHeard(String gateway) {
    long last = 0;
    for (Card card : roll.all()) {
      boolean counts = card.holds.contains(Asks.SILENT) && card.gateway.equals(gateway);
      last = counts ? Math.max(last, card.measured) : last;
    }
    return last;
  }

  private void parked(Told told) {
    Question question = questions.of(Asks.PARKED);
    if (question == null) {
      return;
    }
    int watched = 0;
    int moved = 0;
    for (Card card : roll.all()) {
      if (isWatched(card, question.within())) {
        watched++;
        moved += card.event - card.still.since() < question.within() ? 1 : 0;
      }
    }
    for (Card card : roll.all()) {
      boolean parked =
          isWatched(card, question.within())
              && isStill(card, question)
              && moved * 100.0 >= question.limit() * (watched - 1)
              && moved > 0;
      if (parked && !card.holds.contains(Asks.PARKED)) {
        cards.answer(card, Asks.PARKED, true, told);
      }
    }
  }

  private static boolean isWatched(Card card, long within) {
    return card.inside
        && !card.holds.contains(Asks.SILENT)
        && card.still.since() != Freshness.NEVER
        && card.event - card.belowSince >= within;
  }

  /** Without a distance a card may be anywhere about its station: then a whole shift more. */
  private boolean isStill(Card card, Question question) {
    long enough = question.within() + (card.still.isTold() ? 0 : longestShift);
    return card.event - card.still.since() >= enough;
  }

  /** Tells those that were too many and are not any more. */
  private void tellTheRest(Told told) {
    for (Question question : questions.all()) {
      Asks asks = question.rule().asks();
      boolean few = roll.holding(asks) <= question.rule().numbers().singly();
      if (asks != Asks.SILENT && few && roll.holding(asks) > 0) {
        for (Card card : List.copyOf(roll.all())) {
          if (card.holds.contains(asks) && !card.told.contains(asks)) {
            cards.answer(card, asks, true, told);
          }
        }
      }
    }
  }

  void follow(SilenceJudge before) {
    silent.addAll(before.silent);
    cut.addAll(before.cut);
  }

  void pass(Tape tape) {
    pass(tape, silent);
    pass(tape, cut);
    nextStill = tape.whole(nextStill);
  }

  private static void pass(Tape tape, Set<String> names) {
    List<String> passed = tape.list(names, tape::text, from -> from.text(""));
    if (tape.isPlaying()) {
      names.clear();
      names.addAll(passed);
    }
  }
}
