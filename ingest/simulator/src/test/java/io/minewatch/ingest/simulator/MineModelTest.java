package io.minewatch.ingest.simulator;

import static io.minewatch.ingest.ModelPlan.PLAN;
import static io.minewatch.ingest.ModelPlan.START;
import static org.assertj.core.api.Assertions.assertThat;

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
}
