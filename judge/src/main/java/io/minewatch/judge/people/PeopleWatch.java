package io.minewatch.judge.people;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.people.Questions.Question;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Sighting;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges the people of one mine by their cards. Each position is asked at once what can be asked of
 * one; each message, how many are where; every few seconds, who is silent and who does not move.
 */
public final class PeopleWatch implements Watch {
  /** Silence and stillness are looked at no more often; our time, milliseconds. */
  private static final long LOOK_EVERY_MILLIS = 5_000;

  private final Plan plan;
  private final Questions questions;
  private final Places places;
  private final Roll roll;
  private final Conditions conditions = new Conditions();
  private final CardBoard board;
  private final CardJudge cards;
  private final SilenceJudge silence;
  private final CrowdJudge crowds;
  private final long forgetAfter;

  /** Whether everybody who was known before is known here. */
  private boolean knowsAll;

  private boolean wasCut;
  private long nextLook;
  private boolean moved;

  private PeopleWatch(Plan plan, Questions questions) {
    this.plan = plan;
    this.questions = questions;
    places = new Places(plan);
    roll = new Roll(places.size());
    long period = plan.tagPeriod().toMillis();
    board = new CardBoard(questions, roll, conditions);
    cards = new CardJudge(questions, places, roll, board, period);
    SilenceJudge.Times times =
        new SilenceJudge.Times(
            plan.silence().darkAfter(plan.tagPeriod()).toMillis(),
            new Handover(plan.shifts()).longest());
    silence = new SilenceJudge(questions, roll, conditions, board, times);
    crowds = new CrowdJudge(plan, questions, places, roll, conditions);
    Question jumps = questions.of(Asks.TWO_PLACES);
    forgetAfter = jumps == null ? 0 : jumps.within();
    questions.all().forEach(question -> conditions.know(question.terms()));
  }

  /** Null for a plan that asks nothing about people. */
  public static @Nullable PeopleWatch of(Plan plan) {
    Questions questions = new Questions(plan);
    return questions.isEmpty() ? null : new PeopleWatch(plan, questions);
  }

  @Override
  public String name() {
    return "people";
  }

  @Override
  public void onFix(Sighting sighting, Told told) {
    cards.onFix(sighting, told);
    moved = true;
  }

  @Override
  public void onStatus(String gateway, GatewayStatus status, long received, Told told) {
    silence.isCut(gateway, status.state() != GatewayStatus.State.ONLINE);
  }

  @Override
  public void onPeople(People people, Told told) {
    if (!knowsAll) {
      people.all().forEach(person -> roll.know(person, places));
      knowsAll = true;
      moved |= roll.inside() > 0;
    }
    if (told.now() >= nextLook) {
      silence.look(told);
      roll.forgetOut(told.now() - forgetAfter);
      nextLook = told.now() + LOOK_EVERY_MILLIS;
    }
    boolean cut = silence.isCut();
    if (moved || cut != wasCut) {
      board.crowds(told);
      crowds.look(cut, told);
      moved = false;
      wasCut = cut;
    }
  }

  @Override
  public void onTime(Told told) {
    conditions.onTime(told);
  }

  @Override
  public long wakeAt() {
    return conditions.wakeAt();
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    conditions.pass(tape);
    roll.pass(tape, places);
    silence.pass(tape);
    board.pass(tape);
    knowsAll = tape.flag(knowsAll);
    wasCut = tape.flag(wasCut);
    nextLook = tape.whole(nextLook);
    if (tape.isPlaying()) {
      moved = true; // what was not looked at yet is not on the tape
      crowds.remember(mine());
    }
  }

  private Subject mine() {
    return new Subject(Subject.Kind.MINE, plan.mine().value());
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof PeopleWatch known) {
      roll.follow(known.roll, known.places, places, questions.asked());
      silence.follow(known.silence);
      board.follow(known.board);
      conditions.follow(known.conditions, this::isAsked, told);
      knowsAll = known.knowsAll;
      wasCut = known.wasCut;
      moved = true;
      crowds.remember(mine());
    }
  }

  private boolean isAsked(String rule, Subject subject) {
    for (Question question : questions.all()) {
      if (question.rule().id().equals(rule)) {
        return subject.kind() != Subject.Kind.ZONE
            || crowds.asks(question, places.of(new ZoneId(subject.id())));
      }
    }
    return false;
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
