package io.minewatch.ingest.simulator;

import static io.minewatch.ingest.ModelPlan.PLAN;
import static io.minewatch.ingest.ModelPlan.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.ingest.ModelPlan;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.world.ModelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MineModelTest {
  private static MineModel model(long seed, Script script) {
    return new MineModel(PLAN, ModelSettings.modelColliery(seed), script, START);
  }

  private static List<Tick> run(MineModel model, int ticks) {
    List<Tick> all = new ArrayList<>();
    for (int i = 0; i < ticks; i++) {
      all.add(model.next(null));
    }
    return all;
  }

  private static List<Reading> of(List<Tick> ticks, String point) {
    PointId id = new PointId(point);
    return ticks.stream()
        .flatMap(t -> t.readings().stream())
        .filter(r -> r.point().equals(id))
        .toList();
  }

  @Test
  void theSameSeedGivesTheSameMineToTheLastDigit() {
    Script script =
        ScriptText.parse(List.of("after 1m drive T1-0101 to 1.8 within 40s hold 1m fall 1m"));

    assertThat(run(model(7, script), 900)).isEqualTo(run(model(7, script), 900));
  }

  @Test
  void anotherSeedGivesAnotherMine() {
    assertThat(run(model(8, Script.QUIET), 60)).isNotEqualTo(run(model(7, Script.QUIET), 60));
  }

  @Test
  void aStepOfTheModelIsAStepOfTime() {
    List<Tick> ticks = run(model(1, Script.QUIET), 3);

    assertThat(ticks)
        .extracting(Tick::at)
        .containsExactly(START, START.plusSeconds(1), START.plusSeconds(2));
  }

  @Test
  void everyPointReportsAtItsPeriodAndOnlyThen() {
    List<Reading> readings = of(run(model(1, Script.QUIET), 61), "T1-0101");

    assertThat(readings).hasSize(13);
    assertThat(readings.get(1).measured()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void aQuietDayReachesNoLimit() {
    for (long seed = 1; seed <= 2; seed++) {
      MineModel model = model(seed, Script.QUIET);
      double worst = 0;
      int impossible = 0;
      for (int i = 0; i < 24 * 3600; i++) {
        for (Reading reading : model.next(null).readings()) {
          impossible += reading.measure().isPossible(reading.value()) ? 0 : 1;
          worst = reading.measure() == Measure.METHANE ? Math.max(worst, reading.value()) : worst;
        }
      }
      assertThat(impossible).isZero();
      assertThat(worst).as("methane of seed " + seed).isBetween(0.3, 0.75);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyMeasureCanBeSimulated(Measure measure) {
    Climate climate = Climate.of(measure);

    assertThat(measure.isPossible(climate.shown(climate.mean()))).isTrue();
  }

  @Test
  void aScriptedRiseIsARampAHoldAndAFall() {
    Script script =
        ScriptText.parse(List.of("after 1m drive T1-0101 to 1.8 within 40s hold 1m fall 1m"));
    List<Reading> readings = of(run(model(3, script), 300), "T1-0101");

    assertThat(at(readings, 60)).isLessThan(0.6);
    assertThat(at(readings, 80)).isBetween(0.9, 1.3);
    assertThat(at(readings, 100)).isBetween(1.6, 2.0);
    assertThat(at(readings, 155)).isBetween(1.6, 2.0);
    assertThat(at(readings, 190)).isBetween(0.8, 1.4);
    assertThat(at(readings, 225)).isLessThan(0.6);
  }

  @Test
  void aRiseThatWaitsForWithdrawalFallsWhenTheOrderHasEmptiedThePlace() {
    Script script =
        ScriptText.parse(
            List.of("after 10s drive T1-0101 to 1.8 within 10s hold 20m until withdrawn fall 30s"));
    MineModel model = model(3, script);
    List<Tick> ticks = run(model, 60);
    for (int i = 0; i < 600; i++) {
      ticks.add(model.next(ModelPlan.orders(1, Grade.SURFACE, "face-0101")));
    }

    assertThat(at(of(ticks, "T1-0101"), 60)).isGreaterThan(1.5);
    assertThat(at(of(ticks, "T1-0101"), 650)).isLessThan(0.6);
  }

  @Test
  void aCutCableShowsItsQualityOrNothing() {
    Script script =
        ScriptText.parse(
            List.of(
                "after 10s cut T1-0101 for 20s as DISCONNECTED",
                "after 10s cut T1-0201 for 20s as silence"));
    List<Tick> ticks = run(model(3, script), 60);

    assertThat(of(ticks, "T1-0101").stream().filter(r -> r.quality() == Quality.DISCONNECTED))
        .hasSize(4);
    assertThat(of(ticks, "T1-0201")).hasSize(12 - 4);
  }

  @Test
  void aMaskedProbeShowsCleanAirWhileGasRises() {
    Script script =
        ScriptText.parse(
            List.of(
                "after 0s drive T1-0101 to 2 within 1s hold 10m fall 1s",
                "after 5s mask T1-0101 for 10m shows 0.3"));
    List<Reading> readings = of(run(model(3, script), 60), "T1-0101");

    assertThat(readings.subList(1, 12)).allMatch(r -> r.value() == 0.3);
  }

  @Test
  void aCutLineIsTold() {
    Script script = ScriptText.parse(List.of("after 10s disconnect for 5s"));

    assertThat(run(model(3, script), 30).stream().filter(t -> t.line() == Tick.Line.CUT))
        .hasSize(5);
  }

  @Test
  void aNewPlanWithTheSamePlacesChangesNothing() {
    MineModel left = model(3, Script.QUIET);
    MineModel right = model(3, Script.QUIET);
    run(left, 100);
    run(right, 100);
    right.follow(ModelPlan.plan(2));

    assertThat(run(right, 100)).isEqualTo(run(left, 100));
  }

  private static double at(List<Reading> readings, int second) {
    Instant at = START.plus(Duration.ofSeconds(second));
    return readings.stream().filter(r -> r.measured().equals(at)).findFirst().orElseThrow().value();
  }

  private static List<Reading> of(String point, int seconds, String... script) {
    return of(run(model(5, ScriptText.parse(List.of(script))), seconds), point);
  }

  @Test
  void waterFollowsTheRain() {
    List<Reading> rain = of("RAIN-01", 7_200, "after 10m rain 60 for 20m");
    List<Reading> inflow = of("Q-PUMP", 7_200, "after 10m rain 60 for 20m");

    assertThat(at(rain, 600)).isLessThan(2.1);
    assertThat(at(rain, 1_800)).isBetween(19.0, 22.5);
    assertThat(at(rain, 5_700)).as("an hour and more later").isLessThan(2.1);
    assertThat(at(inflow, 600)).isBetween(80.0, 100.0);
    assertThat(at(inflow, 1_200)).as("not at once").isLessThan(110);
    assertThat(at(inflow, 3_600)).isGreaterThan(103);
  }

  @Test
  void pumpsHoldTheLevelUntilAnInrushOrAFailure() {
    List<Reading> quiet = of("W-01", 2 * 3_600);
    assertThat(quiet).allMatch(r -> r.value() > 2.2 && r.value() < 2.6);
    assertThat(of("PUMP-1", 2 * 3_600)).extracting(Reading::value).contains(0.0, 1.0);

    List<Reading> inrush =
        of("W-01", 3_600, "after 10m drive Q-PUMP to 400 within 5m hold 20m fall 5m");
    assertThat(at(inrush, 2_400)).isGreaterThan(3.5);
    List<Reading> failed =
        of("W-01", 3_600, "after 10m drive PUMP-1 to 0 within 1s hold 40m fall 1s");
    assertThat(at(failed, 3_000)).isGreaterThan(2.9);
  }

  @Test
  void aSlopeCreepsAndAcceleratesToFailureAndDoesNotComeBack() {
    List<Reading> quiet = of("GP-01", 3_600);
    assertThat(Math.abs(at(quiet, 3_595) - at(quiet, 0))).isLessThan(2);

    List<Reading> slide = of("GP-01", 3_600, "after 10m slide GP-01 from 60 failing 20m for 19m");
    double first = at(slide, 1_200) - at(slide, 600);
    double second = at(slide, 1_740) - at(slide, 1_200);
    assertThat(first).isBetween(11.0, 17.0); // 20 mm times ln 2
    assertThat(second).isGreaterThan(2 * first);
    assertThat(at(slide, 3_595)).isCloseTo(at(slide, 1_800), within(3.0));
  }

  @Test
  void gasGathersWhileTheFanStandsAndIsBlownAwayAfterwards() {
    List<Reading> gas =
        of("T1-0201", 1_800, "after 5m drive FAN-0201 to 0 within 1s hold 5m fall 1s");

    assertThat(at(gas, 290)).isLessThan(0.6);
    assertThat(at(gas, 600)).isGreaterThan(1.0);
    assertThat(at(gas, 1_700)).isLessThan(0.6);
  }

  @Test
  void aProbeCanFreezeAndSayThatItIsCalibrated() {
    List<Reading> frozen = of("T1-0101", 600, "after 1m freeze T1-0101 for 5m");
    assertThat(frozen.subList(12, 72))
        .extracting(Reading::value)
        .containsOnly(frozen.get(12).value());

    List<Reading> calibrated = of("T1-0101", 600, "after 1m calibrate T1-0101 for 5m shows 2.0");
    assertThat(calibrated.get(20).quality()).isEqualTo(Quality.CALIBRATION);
    assertThat(calibrated.get(20).value()).isEqualTo(2.0);
    assertThat(calibrated.get(80).quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void aStoppedMineIsEmptyUntilSomebodyIsCalledIntoIt() {
    List<Tick> ticks =
        run(
            model(
                5,
                ScriptText.parse(
                    List.of(
                        "after 0s stand for 2h", "after 10m crowd face-0101 for 30m people 9"))),
            2_400);

    assertThat(ticks.subList(0, 590)).allMatch(tick -> tick.fixes().isEmpty());
    assertThat(
            ticks.subList(1_200, 2_400).stream()
                .flatMap(tick -> tick.fixes().stream())
                .filter(fix -> String.valueOf(fix.zone()).equals("face-0101"))
                .map(fix -> fix.card())
                .distinct())
        .hasSize(9);
  }

  @Test
  void aCallForHelpIsHeardAtOnceAndTheLeaderCanBeAbsent() {
    List<Tick> ticks =
        run(
            model(
                5,
                ScriptText.parse(
                    List.of("after 100s distress 4 for 1m", "after 0s absent 1 for 2h"))),
            900);

    assertThat(ticks.get(100).fixes()).anyMatch(fix -> fix.distress());
    assertThat(ticks.get(160).fixes()).anyMatch(fix -> !fix.distress());
    assertThat(ticks.subList(600, 900))
        .allMatch(tick -> tick.fixes().stream().noneMatch(f -> f.leader() && f.underground()));
  }
}
