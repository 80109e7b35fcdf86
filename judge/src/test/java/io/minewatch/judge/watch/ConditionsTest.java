package io.minewatch.judge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.MemoryTape;
import io.minewatch.judge.watch.Conditions.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final ZoneId FACE = new ZoneId("face");
  private static final About FACE_CROWD = new About(Subject.of(FACE), FACE, null, "persons");

  /** Counts after 20 s, is over after 30 s. */
  private static final Terms TERMS = new Terms("r", Check.PEOPLE, Side.HIGH, 20_000, 30_000);

  private final List<Finding> told = new ArrayList<>();
  private Conditions conditions = new Conditions();

  private Told at(int second) {
    return new Told(new MineCode("140921021337"), 3, second * 1_000L, 0, told::add);
  }

  private void look(int second, Truth truth, Severity severity, double value) {
    long at = second * 1_000L;
    Look look = new Look(severity, value, 16, at, at, at, Quality.GOOD, Map.of("who", "c-1"));
    conditions.look(TERMS, FACE_CROWD, truth, look, at(second));
  }

  private void holds(int second, double value) {
    look(second, Truth.HOLDS, Severity.YELLOW, value);
  }

  private void gone(int second) {
    look(second, Truth.GONE, Severity.YELLOW, 16);
  }

  private void unknown(int second) {
    look(second, Truth.UNKNOWN, Severity.YELLOW, Double.NaN);
  }

  private List<FindingKind> kinds() {
    return told.stream().map(Finding::kind).toList();
  }

  @Test
  void countsWhenItHasHeldForItsDelayAndNotAMillisecondSooner() {
    holds(0, 17);
    conditions.onTime(new Told(new MineCode("140921021337"), 3, 19_999, 0, told::add));
    assertThat(told).isEmpty();
    assertThat(conditions.wakeAt()).isEqualTo(20_000);

    conditions.onTime(at(20));

    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    Finding opened = told.get(0);
    assertThat(opened.onset().toEpochMilli()).isZero();
    assertThat(opened.subject()).hasToString("zone/face");
    assertThat(opened.unit()).isEqualTo("persons");
    assertThat(opened.limit()).isEqualTo(16);
    assertThat(opened.detail()).containsEntry("who", "c-1");
    assertThat(conditions.wakeAt()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsGoneBeforeItsDelayWasNothing() {
    holds(0, 17);
    gone(19);
    holds(20, 17);
    conditions.onTime(at(39));

    assertThat(told).isEmpty();
  }

  @Test
  void getsWorseButNeverBetterUntilItIsOver() {
    holds(0, 17);
    holds(20, 18);
    look(30, Truth.HOLDS, Severity.RED, 20);
    holds(40, 17);
    gone(50);
    gone(79);
    gone(80);

    assertThat(kinds())
        .containsExactly(FindingKind.OPENED, FindingKind.RAISED, FindingKind.CLEARED);
    assertThat(told.get(2).severity()).isEqualTo(Severity.RED);
    assertThat(told.get(2).peak()).isEqualTo(20);
    assertThat(told).extracting(Finding::fact).containsExactly(0, 1, 2);
    assertThat(told).extracting(Finding::id).containsOnly(told.get(0).id());
  }

  @Test
  void whatCannotBeSeenHoldsRisesOneLevelAndDoesNotCountTowardsTheEnd() {
    holds(0, 17);
    holds(20, 17);
    gone(30);
    unknown(40);
    gone(59);
    gone(61);
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND, FindingKind.SEEN);
    assertThat(told.get(1).severity()).isEqualTo(Severity.ORANGE);
    assertThat(told.get(2).severity()).isEqualTo(Severity.YELLOW);

    gone(89);

    assertThat(kinds()).last().isEqualTo(FindingKind.CLEARED);
  }

  @Test
  void whatWasAboutToCountCountsAlsoWhenNothingIsSeenAnyMore() {
    holds(0, 17);
    unknown(10);
    conditions.onTime(at(20));

    assertThat(kinds()).containsExactly(FindingKind.OPENED);
  }

  @Test
  void theNextOneOfTheSameSubjectHasAnotherNameEvenAfterAClockWasPutBack() {
    holds(0, 17);
    holds(20, 17);
    gone(50);
    gone(80);
    Look early = new Look(Severity.YELLOW, 17, 16, 90_000, 0, 90_000, Quality.GOOD, Map.of());
    conditions.look(TERMS, FACE_CROWD, Truth.HOLDS, early, at(90));
    conditions.onTime(at(110));

    assertThat(told.get(2).onset().toEpochMilli()).isEqualTo(1);
    assertThat(told.get(2).id()).isNotEqualTo(told.get(0).id());
  }

  @Test
  void goesOnAfterARestartAsIfThereHadBeenNone() {
    holds(0, 17);
    MemoryTape tape = new MemoryTape();
    conditions.pass(tape);
    conditions = new Conditions();
    conditions.know(TERMS);
    conditions.pass(tape.rewind());

    conditions.onTime(at(20));

    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    assertThat(told.get(0).value()).isEqualTo(17);
    assertThat(told.get(0).detail()).containsEntry("who", "c-1");
  }

  @Test
  void whatTheNextPlanDoesNotWatchEndsBlindAndWhatItDoesGoesOn() {
    holds(0, 17);
    holds(20, 17);
    Conditions next = new Conditions();
    next.follow(conditions, (rule, subject) -> true, at(30));
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    assertThat(next.isOpen("r", FACE_CROWD.subject())).isTrue();

    new Conditions().follow(next, (rule, subject) -> false, at(40));

    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
  }

  private void holdsOf(int second, int person) {
    long at = second * 1_000L;
    Look look = new Look(Severity.ORANGE, 1, 0, at, at, at, Quality.GOOD, Map.of());
    About about = new About(new Subject(Subject.Kind.CARD, "c-" + person), FACE, null, "persons");
    conditions.look(TERMS, about, Truth.HOLDS, look, at(second));
  }

  @Test
  void thatThereIsNoRoomForOneMoreIsItselfTold() {
    for (int person = 0; person < Conditions.MOST; person++) {
      holdsOf(0, person);
    }
    assertThat(told).isEmpty();
    holdsOf(1, Conditions.MOST);
    holdsOf(2, Conditions.MOST + 1);

    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    Finding full = told.get(0);
    assertThat(full.subject()).isEqualTo(Conditions.OVERFLOW);
    assertThat(full.severity()).isEqualTo(Severity.ORANGE);
    assertThat(full.detail()).containsEntry("left", "card/c-20000").containsEntry("full", "20000");
  }

  @Test
  void theFindingThatThereIsNoRoomEndsWhenThereIsSomeAndQuietOnesTakeNone() {
    for (int person = 0; person <= Conditions.MOST; person++) {
      holdsOf(0, person);
    }
    told.clear();
    long at = 3_000;
    Look look = new Look(Severity.ORANGE, 0, 0, at, at, at, Quality.GOOD, Map.of());
    for (int person = 0; person < 2; person++) { // never opened: gone is forgotten
      About about = new About(new Subject(Subject.Kind.CARD, "c-" + person), FACE, null, "persons");
      conditions.look(TERMS, about, Truth.GONE, look, at(3));
    }
    conditions.onTime(at(4));

    assertThat(kinds()).containsExactly(FindingKind.CLEARED);
    assertThat(told.get(0).subject()).isEqualTo(Conditions.OVERFLOW);
    holdsOf(5, Conditions.MOST + 5);
    assertThat(conditions.isAstir("r", new Subject(Subject.Kind.CARD, "c-20005"))).isTrue();
  }
}
