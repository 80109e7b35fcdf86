package io.minewatch.alerting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.EarlyRow;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PlausibleRule.Guard;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What orders 26 and 60 want reported passes the gate before judging, in the packs as they are. */
class GateAndChangeTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final long START = 1_767_225_600_000L;
  private static final long PERIOD = 10_000;
  private static final String MINE =
      """
      mine: "140921021337"
      name: 矿
      nameEnglish: mine
      kind: %s
      classes: [%s]
      jurisdiction: ["14"]
      tagPeriod: PT30S
      zones:
        - {id: face, name: 面, nameEnglish: face, underground: true, neighbours: [], x: 0, y: 0}
      points:
        - {id: P, zone: face, measure: %s, name: 水, nameEnglish: water, location: "%s", period: PT10S}
      """;

  @TempDir Path folder;

  private List<Finding> judged(
      String mineClass, Measure measure, String location, double from, double step)
      throws IOException {
    String kind = mineClass.equals("metal-nonmetal") ? "noncoal-underground" : "coal-underground";
    Files.writeString(folder.resolve("m.yaml"), MINE.formatted(kind, mineClass, measure, location));
    Plan plan = MineLoader.load(folder, PACKS).get("140921021337").plan();
    List<Finding> found = new ArrayList<>();
    Replay replay = new Replay(plan, START, found::add);
    ReadingBatch batch = new ReadingBatch();
    for (int i = 0; i < 260; i++) {
      long at = START + i * PERIOD;
      double value = from + step * Math.max(0, i - 200);
      batch.clear();
      batch.add("P", value, measure.unit(), at, Quality.GOOD);
      replay.readings(batch, at);
    }
    return found;
  }

  @ParameterizedTest(name = "{1} of a mine that is {0} falls by {4} at every reading")
  @CsvSource({
    "low-gas, WATER_LEVEL, observation-hole, 60, -0.3, cn-coal-26-2023:26-level",
    "low-gas, WATER_LEVEL, observation-hole, 60, 0.3, cn-coal-26-2023:26-level",
    "low-gas, INFLOW, '', 800, -12, cn-coal-26-2023:26-inflow",
    "low-gas, INFLOW, '', 800, 12, cn-coal-26-2023:26-inflow",
    "metal-nonmetal, INFLOW, '', 800, -12, cn-noncoal-2023:60-inflow"
  })
  void aFallThatAnOrderWantsReportedIsFound(
      String mineClass, Measure measure, String location, double from, double step, String rule)
      throws IOException {
    assertThat(judged(mineClass, measure, location, from, step))
        .filteredOn(f -> f.rule().equals(rule))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.OPENED);
  }

  @Test
  void noGateKeepsBackAWayThatAChangeRuleWatches() {
    for (String mineClass : PACKS.mineClasses()) {
      for (EarlyRow row : PACKS.early()) {
        if (row.rule() instanceof ChangeRule change) {
          Stream<String> places =
              row.locations().isEmpty() ? Stream.of("") : row.locations().stream();
          places.forEach(place -> passes(change, place, mineClass));
        }
      }
    }
  }

  private static void passes(ChangeRule change, String place, String mineClass) {
    List<PointRule> rules = PACKS.earlyAt(place, change.measure(), Set.of(mineClass));
    if (!rules.contains(change)) {
      return; // another class of mines
    }
    Set<Guard> open =
        change.way() == ChangeRule.Way.EITHER
            ? Set.of(Guard.LETS_ALL_THROUGH)
            : Set.of(Guard.LETS_ALL_THROUGH, Guard.LETS_HIGH_THROUGH);
    rules.stream()
        .filter(PlausibleRule.class::isInstance)
        .map(PlausibleRule.class::cast)
        .limit(1) // the first of a kind counts
        .forEach(
            gate -> assertThat(open).as(change.id() + " at " + gate.id()).contains(gate.guard()));
  }
}
