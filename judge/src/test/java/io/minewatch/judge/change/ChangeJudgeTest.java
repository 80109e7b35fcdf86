package io.minewatch.judge.change;

import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.judge.change.Trigger.Reach;
import io.minewatch.judge.change.Trigger.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeJudgeTest {
  private static final double NONE = Double.NaN;
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60;
  static final Trigger METHANE = new Trigger(0.75, 0.2, NONE, 0, Reach.MORE_THAN, Way.RISE, 0.01);
  static final Trigger MONOXIDE = new Trigger(24, 5, NONE, 0, Reach.MORE_THAN, Way.RISE, 0.1);
  static final Trigger INFLOW = new Trigger(NONE, NONE, 0.2, 5, Reach.AT_LEAST, Way.EITHER, 0.001);

  private final ChangeJudge judge = new ChangeJudge();
  private final ChangeMemory memory = new ChangeMemory(1);
  private ChangeTerms terms = terms(METHANE, 0, 0);

  static ChangeTerms terms(Trigger trigger, int raiseMinutes, int clearMinutes) {
    return new ChangeTerms(
        trigger,
        Duration.ofMinutes(10),
        Duration.ofHours(8),
        Duration.ofHours(0),
        8,
        0.5,
        Duration.ofMinutes(raiseMinutes),
        Duration.ofMinutes(clearMinutes),
        Duration.ofHours(24));
  }

  private List<String> at(long minute, double value) {
    List<ChangeFact> facts = new ArrayList<>();
    judge.onReading(memory, 0, terms, minute * MINUTE, value, facts);
    return names(facts);
  }

  private static List<String> names(List<ChangeFact> facts) {
    return facts.stream().map(f -> f.against() + " " + f.kind()).toList();
  }

  private void steady(long from, long to, double value) {
    for (long minute = from; minute < to; minute++) {
      assertThat(at(minute, value)).as("minute %d", minute).isEmpty();
    }
  }

  @ParameterizedTest(name = "methane {0} reaches the level: {1}")
  @CsvSource({"0.74, false", "0.75, true", "0.76, true"})
  void theLevelCountsAtItsValueAndNotJustBefore(double value, boolean reached) {
    assertThat(at(0, value).contains("LEVEL OPENED")).isEqualTo(reached);
  }

  @ParameterizedTest(name = "from {0} to {1} within ten minutes: {2}")
  @CsvSource({
    "0.30, 0.49, false", "0.30, 0.50, false", "0.30, 0.51, true", "0.60, 0.40, false",
    "0.10, 0.30, false", "0.10, 0.31, true", "0.50, 0.70, false", "0.50, 0.71, true"
  })
  void methaneMustChangeByMoreThanItsAmount(double before, double after, boolean opened) {
    steady(0, 10, before);

    assertThat(at(10, after).contains("WINDOW OPENED")).isEqualTo(opened);
  }

  @ParameterizedTest(name = "carbon monoxide from 6 to {0}: {1}")
  @CsvSource({"10.9, false", "11.0, false", "11.1, true"})
  void monoxideMustChangeByMoreThanItsAmount(double after, boolean opened) {
    terms = terms(MONOXIDE, 0, 0);
    steady(0, 10, 6);

    assertThat(at(10, after).contains("WINDOW OPENED")).isEqualTo(opened);
  }

  @ParameterizedTest(name = "inflow from {0} to {1}: {2}")
  @CsvSource({
    "100, 119.9, false",
    "100, 120, true",
    "100, 120.1, true",
    "100, 80.1, false",
    "100, 80, true",
    "100, 79.9, true",
    "1, 1.9, false",
    "1, 1.99, false",
    "1, 2, true",
    "1, 2.01, true"
  })
  void inflowCountsAtTwentyPercentEitherWayAndOfNoLessThanTheFloor(
      double before, double after, boolean opened) {
    terms = terms(INFLOW, 0, 0);
    steady(0, 10, before);

    assertThat(at(10, after).contains("WINDOW OPENED")).isEqualTo(opened);
  }

  @Test
  void aRiseTooSlowForTheWindowIsSeenAgainstTheSameShiftOfTheDayBefore() {
    steady(0, 480, 0.30);
    steady(480, DAY, 0.10); // other shifts, other gas
    List<String> facts = new ArrayList<>();
    for (long minute = DAY; minute < DAY + 480; minute++) {
      facts.addAll(at(minute, 0.30 + 0.23 * (minute - DAY) / 480));
    }

    assertThat(facts).containsExactly("SHIFT OPENED");
  }

  @Test
  void withoutTheShiftOfTheDayBeforeNothingIsJudgedAgainstIt() {
    steady(0, 200, 0.30); // less than half of the shift
    assertThat(judge.reference(memory, 0, terms, Against.SHIFT, 0.3)).isNaN();
    steady(DAY, DAY + 200, 0.30);
    assertThat(judge.reference(memory, 0, terms, Against.SHIFT, 0.3)).isNaN();

    steady(2 * DAY, 2 * DAY + 480, 0.30);
    steady(3 * DAY, 3 * DAY + 1, 0.30);
    assertThat(judge.reference(memory, 0, terms, Against.SHIFT, 0.3)).isEqualTo(0.3f);
    steady(5 * DAY, 5 * DAY + 1, 0.30); // a day without: too old to be held against
    assertThat(judge.reference(memory, 0, terms, Against.SHIFT, 0.3)).isNaN();
  }

  @Test
  void theWindowForgetsWhatIsOlderThanItself() {
    steady(0, 1, 0.30);
    assertThat(at(11, 0.60)).isEmpty();
    assertThat(at(12, 0.60)).isEmpty();
  }

  @ParameterizedTest(name = "held {0} minutes of 2: {1}")
  @CsvSource({"1, false", "2, true", "3, true"})
  void aChangeCountsWhenItHasLastedAsLongAsTheDelay(long held, boolean opened) {
    terms = terms(METHANE, 2, 0);
    steady(0, 10, 0.30);
    List<String> facts = new ArrayList<>();
    for (long minute = 10; minute <= 10 + held; minute++) {
      facts.addAll(at(minute, 0.55));
    }

    assertThat(facts.contains("WINDOW OPENED")).isEqualTo(opened);
  }

  @Test
  void aPointThatFallsSilentWhileRisingStillOpensAndSilenceNeverClears() {
    terms = terms(METHANE, 2, 0);
    steady(0, 10, 0.30);
    at(10, 0.55);
    assertThat(judge.dueAt(memory, 0, terms)).isEqualTo(12 * MINUTE);

    List<ChangeFact> facts = new ArrayList<>();
    judge.onTime(memory, 0, terms, 12 * MINUTE - 1, facts);
    assertThat(facts).isEmpty();
    judge.onTime(memory, 0, terms, 12 * MINUTE, facts);
    judge.onTime(memory, 0, terms, 9_000 * MINUTE, facts);
    assertThat(facts)
        .containsExactly(
            new ChangeFact(
                0, Against.WINDOW, 0, OPENED, 10 * MINUTE, 10 * MINUTE, 0.55, (float) 0.3));
    assertThat(memory.isOpen(0, Against.WINDOW)).isTrue();
  }

  @ParameterizedTest(name = "back to {0}: {1}")
  @CsvSource({"0.42, false", "0.40, true", "0.39, true"})
  void aChangeIsOverWhenHalfOfItIsGone(double value, boolean cleared) {
    steady(0, 10, 0.30);
    at(10, 0.60);
    steady(11, 60, 0.60); // the window has long moved on; the onset has not

    assertThat(at(60, value).contains("WINDOW CLEARED")).isEqualTo(cleared);
  }

  @Test
  void clearingWaitsAndStartsAgainAfterAReadingThatIsNoMeasurement() {
    terms = terms(METHANE, 0, 3);
    steady(0, 10, 0.30);
    at(10, 0.60);
    assertThat(at(11, 0.30)).isEmpty();
    assertThat(at(13, 0.30)).isEmpty();
    judge.onNoMeasurement(memory, 0);
    assertThat(at(14, 0.30)).isEmpty();
    assertThat(at(16, 0.30)).isEmpty();
    assertThat(at(17, 0.30)).containsExactly("WINDOW " + CLEARED);
  }

  @Test
  void aNewHeightBecomesNormalAfterTheRebaseTime() {
    steady(0, 10, 0.30);
    at(10, 0.60);
    steady(11, 10 + DAY, 0.60);

    assertThat(at(10 + DAY, 0.60)).containsExactly("WINDOW " + CLEARED);
  }

  @Test
  void lateAndDoubledReadingsChangeNothing() {
    steady(0, 10, 0.30);
    assertThat(at(9, 5.0)).isEmpty();
    assertThat(at(3, 5.0)).isEmpty();
    assertThat(at(10, Double.NaN)).isEmpty();
    assertThat(at(10, 0.30)).isEmpty();
  }

  @Test
  void refusesTermsThatContradictThemselves() {
    assertThatThrownBy(() -> new Trigger(NONE, NONE, NONE, 0, Reach.AT_LEAST, Way.RISE, 0))
        .hasMessageContaining("a level or a change");
    assertThatThrownBy(() -> new Trigger(NONE, -1, NONE, 0, Reach.AT_LEAST, Way.RISE, 0))
        .hasMessageContaining("a level or a change");
    assertThatThrownBy(
            () ->
                new ChangeTerms(
                    METHANE,
                    Duration.ofMinutes(10),
                    Duration.ofHours(7),
                    Duration.ZERO,
                    8,
                    0.5,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO))
        .hasMessageContaining("PT7H");
  }
}
