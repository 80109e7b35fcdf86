package io.minewatch.standalone.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Plan;
import io.minewatch.ingest.fleet.MineSketch;
import io.minewatch.ingest.fleet.Sketches;
import io.minewatch.ingest.oracle.Expected;
import io.minewatch.ingest.oracle.Oracle;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.station.Scripts;
import io.minewatch.ingest.world.ModelSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oracle's word on limits is judging's word, for several seeds: same points, rules, onsets and
 * kinds, none more and none less.
 */
class SimulatedMinesTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
  private static final Duration LASTS = Duration.ofMinutes(35);

  private static final Script STAGED =
      ScriptText.parse(
          List.of(
              "after 45s drive T1-0101 to 1.8 within 40s hold 2m fall 60s",
              "after 50s drive T0-0101 to 1.2 within 40s hold 2m fall 60s",
              "after 6m drive T1-0201 to 1.3 within 60s hold 4m fall 60s",
              "after 6m55s cut T1-0201 for 2m as DISCONNECTED",
              "after 7m drive T2-0201 to 1.3 within 60s hold 5m fall 60s",
              "after 8m cut T2-0201 for 3m as silence",
              "after 14m drive T2-0101 to 1.6 within 60s hold 2m fall 60s",
              "after 13m mask T2-0101 for 8m shows 0.3",
              "after 15m calibrate T1-0101 for 3m shows 2.0",
              "after 16m drive FAN-0201 to 0 within 1s hold 6m fall 1s",
              "after 16m freeze CO-0101 for 15m",
              "after 18m crowd face-0101 for 5m people 20",
              "after 20m rain 80 for 10m",
              "after 22m drive Q-PUMP to 420 within 2m hold 3m fall 1m",
              "after 22m slide GP-01 from 60 failing 10m for 9m"));

  @TempDir private Path folder;

  private static Plan demo() {
    Map<String, MineEntry> mines = MineLoader.load(Path.of("../deploy/demo"), PACKS);
    return Objects.requireNonNull(mines.get("140921021337")).plan();
  }

  private static List<String> expected(Plan plan, Judged judged) {
    List<Expected> expected = new Oracle(plan).findings(judged.series, judged.until);
    return expected.stream().map(Judged::line).sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 20_260_101})
  void whatIsStagedIsFoundAndNothingElseIs(long seed) {
    Plan plan = demo();

    Judged judged = new Judged(plan, ModelSettings.modelColliery(seed), STAGED, START, LASTS);

    assertThat(judged.excursions()).isEqualTo(expected(plan, judged));
    assertThat(judged.rejected).isZero();
    assertThat(judged.excursions()).anyMatch(line -> line.contains(FindingKind.BLIND.name()));
    assertThat(judged.excursions()).anyMatch(line -> line.startsWith("FAN-0201"));
    assertThat(judged.excursions())
        .as("a masked probe and a calibration raise nothing by their limits")
        .noneMatch(line -> line.startsWith("T2-0101"))
        .filteredOn(line -> line.startsWith("T1-0101"))
        .hasSize(1);
  }

  @Test
  void theDemoStagesTheSameInEveryRound() {
    Plan plan = demo();

    Judged judged =
        new Judged(
            plan,
            ModelSettings.modelColliery(20_260_101),
            Scripts.demo(),
            START,
            Duration.ofMinutes(40));

    assertThat(judged.excursions()).isEqualTo(expected(plan, judged));
    assertThat(judged.excursions()).filteredOn(line -> line.startsWith("T1-0101")).hasSize(2);
  }

  @Test
  void everyInventedMineIsTakenByTheRegistryAndQuietWhenNothingIsStaged() throws Exception {
    List<MineSketch> sketches = Sketches.first(48, 7);
    for (MineSketch each : sketches) {
      Files.writeString(folder.resolve(each.mine() + ".yaml"), each.yaml());
    }
    Map<String, MineEntry> mines = MineLoader.load(folder, PACKS);
    assertThat(mines).hasSize(48);
    for (MineSketch each : sketches.subList(0, 6)) {
      Plan plan = Objects.requireNonNull(mines.get(each.mine().value())).plan();
      Judged judged =
          new Judged(
              plan,
              ModelSettings.modelColliery(each.seed()).withPeople(each.people()),
              Script.QUIET,
              START,
              Duration.ofMinutes(10));
      assertThat(judged.excursions()).as(each.mine().value()).isEmpty();
      assertThat(judged.rejected).isZero();
    }
  }
}
