package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule.Guard;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Sensor.Reporting;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Findings about the feed itself: chatter, flat lines, values that cannot be right. */
class MaintenanceTest {
  private final List<Finding> told = new ArrayList<>();

  private List<String> names() {
    return told.stream().map(f -> f.rule() + " " + f.kind()).toList();
  }

  private void reading(Bench mine, int second, String point, double value) {
    mine.reading(second, point, value);
    told.addAll(mine.last.findings());
    mine.timeIs(second);
    told.addAll(mine.last.findings());
  }

  // Chatter: three openings within ten minutes, calm for fifteen.

  private final Bench chattering = new Bench(Early.methane(1, 1, Early.CHATTER));

  private void open(int second) {
    reading(chattering, second, "T0", 1.2);
    reading(chattering, second + 10, "T0", 0.5);
  }

  @ParameterizedTest(name = "the third opening after {0} s: {1}")
  @CsvSource({"599, true", "600, true", "601, false"})
  void chatterIsSoManyOpeningsWithinItsTime(int third, boolean chatters) {
    open(0);
    open(300);
    open(third);

    assertThat(names().contains("chatter OPENED")).isEqualTo(chatters);
  }

  @Test
  void chatterIsOneConditionAndItsExcursionsStayRecordedAndMarked() {
    for (int second = 0; second < 600; second += 60) {
      open(second);
    }
    assertThat(names()).filteredOn(name -> name.equals("r OPENED")).hasSize(10);
    assertThat(names()).filteredOn(name -> name.startsWith("chatter")).hasSize(1);
    Finding chatter = told.stream().filter(f -> f.check() == Check.CHATTER).findAny().orElseThrow();
    assertThat(chatter.hazard()).isEqualTo(Hazard.FEED);
    assertThat(chatter.severity()).isEqualTo(Severity.BLUE);
    assertThat(chatter.value()).isEqualTo(3);
    List<Finding> openings =
        told.stream().filter(f -> f.check() == Check.LIMIT && f.fact() == 0).toList();
    assertThat(openings.subList(0, 2)).allMatch(f -> f.detail().isEmpty());
    assertThat(openings.get(2).detail()).containsEntry("chatter", "3");
    assertThat(openings.get(9).detail()).containsEntry("chatter", "10");
  }

  @ParameterizedTest(name = "calm for {0} s: {1}")
  @CsvSource({"899, false", "900, true", "901, true"})
  void chatterEndsAfterCalmThatIsSeenAndNotBySilence(int calm, boolean over) {
    open(0);
    open(60);
    open(120);
    chattering.timeIs(119 + calm);
    assertThat(chattering.last.findings()).isEmpty();
    chattering.memory = ListTape.copy(chattering.memory);

    reading(chattering, 120 + calm, "T0", 0.5);

    assertThat(names().contains("chatter CLEARED")).isEqualTo(over);
  }

  private void stamped(int second, int off, double value) {
    chattering.readings(
        Bench.batch("T0", value, "%CH4", Bench.millis(second + off), Quality.GOOD),
        second,
        1_000 + second);
    told.addAll(chattering.last.findings());
  }

  @ParameterizedTest(name = "a clock put right by {0} s")
  @CsvSource({"-7200", "-120", "7200"})
  void aClockThatJumpsNeitherHidesChatterNorEndsIt(int jump) {
    int[] offs = {0, 0, jump};
    for (int i = 0; i < 3; i++) {
      stamped(i * 60, offs[i], 1.2);
      stamped(i * 60 + 10, offs[i], 0.5);
    }
    assertThat(names()).contains("chatter OPENED");

    stamped(130 + 600, 0, 0.5); // the clock jumps back again, ten minutes after the last opening
    assertThat(names()).doesNotContain("chatter CLEARED");
    stamped(120 + 900, 0, 0.5);
    assertThat(names()).contains("chatter CLEARED");
  }

  @Test
  void aPlanThatKeepsTheRuleKeepsTheChatterAndOneThatDoesNotEndsItBlind() {
    open(0);
    open(60);
    chattering.plan(61, Early.methane(2, 2, Early.CHATTER));
    open(120);
    assertThat(names()).contains("chatter OPENED");

    chattering.plan(200, Early.methane(3, 2));
    assertThat(chattering.kinds()).containsExactly(FindingKind.BLIND);
  }

  // Flat: 30 minutes within 0.02 while there is cause to move.

  private static Bench flat(Reporting reporting, double noiseFloor) {
    Plan plan = Early.methane(1, 2, Early.FLAT);
    List<PointPlan> points = new ArrayList<>();
    plan.points().forEach(point -> points.add(Early.told(point, reporting, noiseFloor)));
    points.add(Plans.point("FAN", Measure.SWITCH));
    return new Bench(Plans.plan(1, points, List.of(Plans.rule("r", 0, 0), Early.FLAT)));
  }

  /** T0 stands still; T1 moves or does not. */
  private void stand(Bench mine, int from, int to, double moves) {
    for (int second = from; second < to; second += 10) {
      reading(mine, second, "T0", 0.31);
      reading(mine, second, "T1", 0.3 + (second % 20 == 0 ? moves : 0));
    }
  }

  @ParameterizedTest(name = "{0}, floor {1}, the neighbour moves by {2}: {3}")
  @CsvSource({
    "PERIODIC, 0.02, 0.1, true",
    "PERIODIC, 0.02, 0.01, false",
    "PERIODIC, 0, 0.1, false",
    "ON_CHANGE, 0.02, 0.1, false",
    "NOT_TOLD, 0.02, 0.1, false"
  })
  void onlyADeclaredPeriodicSensorWithCauseToMoveIsFlat(
      Reporting reporting, double noiseFloor, double moves, boolean found) {
    Bench mine = flat(reporting, noiseFloor);
    stand(mine, 0, 2_400, moves);

    assertThat(names().equals(List.of("flat OPENED"))).isEqualTo(found);
    assertThat(told.isEmpty()).isEqualTo(!found);
    told.forEach(f -> assertThat(f.hazard()).isEqualTo(Hazard.FEED));
  }

  @ParameterizedTest(name = "up to second {0}: {1}")
  @CsvSource({"1800, false", "1840, true"})
  void flatNeedsItsTimeInWhichThereWasCause(int until, boolean found) {
    Bench mine = flat(Reporting.PERIODIC, 0.02);
    stand(mine, 0, until, 0.1);

    assertThat(!told.isEmpty()).isEqualTo(found);
  }

  @Test
  void somebodyAtThePlaceOrASwitchedFanIsCauseToMove() {
    Bench mine = flat(Reporting.PERIODIC, 0.02);
    for (int second = 0; second < 2_400; second += 10) {
      mine.fix(second, "c1", "face");
      reading(mine, second, "T0", 0.31);
    }
    assertThat(names()).containsExactly("flat OPENED");

    told.clear();
    Bench fan = flat(Reporting.PERIODIC, 0.02);
    for (int second = 0; second < 2_400; second += 10) {
      ReadingBatch state =
          Bench.batch("FAN", second / 600 % 2, "", Bench.millis(second), Quality.GOOD);
      fan.readings(state, second, 1_000_000 + second);
      reading(fan, second, "T0", 0.31);
    }
    assertThat(names()).containsExactly("flat OPENED");
  }

  @Test
  void aFlatSensorThatMovesAgainIsFlatNoMoreAlsoAfterARestart() {
    Bench mine = flat(Reporting.PERIODIC, 0.02);
    stand(mine, 0, 2_400, 0.1);
    mine.memory = ListTape.copy(mine.memory);
    mine.timeIs(2_500); // dark: a finding of maintenance is left as it is
    assertThat(mine.last.findings()).isEmpty();
    reading(mine, 2_510, "T0", 0.35);

    assertThat(names()).containsExactly("flat OPENED", "flat CLEARED");
  }

  // The gate: 20 readings to learn, 5 to settle, jumps up to 0.1 are plausible.

  static Plan gated(Measure measure, Guard guard) {
    LimitRule limit =
        new LimitRule(
            "r",
            measure,
            Side.HIGH,
            List.of(new Step(Step.Act.ALARM, 1.0, Severity.ORANGE)),
            1.0,
            Duration.ZERO,
            Duration.ZERO,
            "",
            Plans.SOURCE);
    return Plans.plan(
        1,
        List.of(Plans.point("P", measure, "r", "gate")),
        List.of(limit, Early.gate(measure, guard)));
  }

  private Bench learnt(Measure measure, Guard guard) {
    Bench mine = new Bench(gated(measure, guard));
    for (int second = 0; second < 300; second += 10) {
      value(mine, second, measure, 0.5);
    }
    assertThat(told).isEmpty();
    return mine;
  }

  private void value(Bench mine, int second, Measure measure, double value) {
    ReadingBatch batch =
        Bench.batch("P", value, measure.unit(), Bench.millis(second), Quality.GOOD);
    mine.readings(batch, second, second);
    told.addAll(mine.last.findings());
  }

  @ParameterizedTest
  @EnumSource(Guard.class)
  void gasIsNeverKeptFromItsLimitAndOtherMeasuresOnlyAsTheirGuardSays(Guard guard) {
    Bench mine = learnt(Measure.WATER_LEVEL, guard);
    value(mine, 300, Measure.WATER_LEVEL, 5.0);

    boolean passes = guard == Guard.LETS_ALL_THROUGH || guard == Guard.LETS_HIGH_THROUGH;
    assertThat(names().contains("r OPENED")).isEqualTo(passes);
    Finding doubt = told.stream().filter(f -> f.rule().equals("gate")).findAny().orElseThrow();
    assertThat(doubt.check()).isEqualTo(Check.PLAUSIBLE);
    assertThat(doubt.value()).isEqualTo(5.0); // not hidden
    assertThat(doubt.detail()).containsEntry("verdict", passes ? "ODD" : "QUARANTINED");
  }

  @Test
  void anEntryErrorIsToldOnceAndOverWhenTrustedForItsTimeAndNeverClearsAnAlarm() {
    Bench mine = learnt(Measure.WATER_LEVEL, Guard.BOTH_WAYS);
    value(mine, 300, Measure.WATER_LEVEL, 500);
    for (int second = 310; second <= 380; second += 10) {
      value(mine, second, Measure.WATER_LEVEL, 0.5);
    }
    assertThat(names()).containsExactly("gate OPENED", "gate CLEARED");
    assertThat(told.get(1).measured()).isEqualTo(Bench.instant(370));
  }

  @Test
  void whatStaysWhereItJumpedToIsTakenOnAndJudged() {
    Bench mine = learnt(Measure.WATER_LEVEL, Guard.BOTH_WAYS);
    for (int second = 300; second <= 330; second += 10) {
      value(mine, second, Measure.WATER_LEVEL, 3.0);
    }
    assertThat(names()).containsExactly("gate OPENED");
    mine.memory = ListTape.copy(mine.memory);
    value(mine, 340, Measure.WATER_LEVEL, 3.0);

    assertThat(names()).containsExactly("gate OPENED", "r OPENED");
  }

  @Test
  void aQuarantinedDropDoesNotEndAnAlarmAndDoesNotBlindIt() {
    Bench mine = learnt(Measure.WATER_LEVEL, Guard.LETS_HIGH_THROUGH);
    for (int second = 300; second <= 400; second += 10) {
      value(mine, second, Measure.WATER_LEVEL, 3.0);
    }
    told.clear();
    value(mine, 410, Measure.WATER_LEVEL, 0.0);

    assertThat(names()).containsExactly("gate OPENED");
  }
}
