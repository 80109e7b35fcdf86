package io.minewatch.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePackLoaderTest {
  static final Path RULES = Path.of("../rules");
  static final Path DEMO = Path.of("../deploy/demo");
  static final String COAL = "cn-coal-2025.yaml";

  @TempDir Path folder;

  @BeforeEach
  void copyThePacks() throws IOException {
    try (Stream<Path> packs = Files.list(RULES)) {
      for (Path pack : packs.toList()) {
        Files.copy(pack, folder.resolve(String.valueOf(pack.getFileName())));
      }
    }
  }

  @Test
  void holdsAllRowsOfTheMethaneTableWithClauseDateAndConfidence() {
    RulePacks packs = RulePackLoader.load(RULES);
    List<LimitRow> table =
        packs.limits().stream()
            .filter(row -> row.rule().id().startsWith("cn-coal-2025:536-"))
            .toList();
    assertThat(table).hasSize(28);
    assertThat(table).allMatch(row -> row.rule().measure() == Measure.METHANE);
    assertThat(table).allMatch(row -> row.rule().source().date().equals("2026-02-01"));
    assertThat(packs.at("coal-face", Measure.METHANE, Set.of("outburst")))
        .singleElement()
        .satisfies(rule -> assertThat(rule.id()).isEqualTo("cn-coal-2025:536-3"));
  }

  @Test
  void aMineComesUnderTheRegulationThatKnowsItsClass() {
    RulePacks packs = RulePackLoader.load(RULES);
    assertThat(packs.at("working-place", Measure.METHANE, Set.of("us-coal")))
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.steps().stream().map(step -> step.act() + " " + step.at()))
                    .containsExactly("ALARM 1.0", "CUT 1.0", "WITHDRAW 1.5"));
    assertThat(packs.at("working-place", Measure.METHANE, Set.of("high-gas"))).isEmpty();
  }

  @Test
  void theGenericPackIsTheStrictestForAWorkingPlace() {
    RulePacks packs = RulePackLoader.load(RULES);
    LimitRule generic = methane(packs, "generic");
    for (String mines : List.of("us-coal", "us-metal-nonmetal")) {
      LimitRule other = methane(packs, mines);
      for (Step step : other.steps()) {
        assertThat(generic.steps())
            .as(mines + " " + step)
            .anyMatch(own -> own.act() == step.act() && own.at() <= step.at());
      }
      assertThat(generic.restore()).isLessThanOrEqualTo(other.restore());
    }
  }

  private static LimitRule methane(RulePacks packs, String mines) {
    return packs.at("working-place", Measure.METHANE, Set.of(mines)).get(0);
  }

  @Test
  void aPondsPhreaticLineIsJudgedWhereAPondIs() {
    RulePacks packs = RulePackLoader.load(RULES);
    assertThat(packs.earlyAt("", Measure.PHREATIC_DEPTH, Set.of("tailings-pond")))
        .anyMatch(rule -> rule.id().equals("cn-tailings-2020:tailings-phreatic"));
  }

  @Test
  void airSpeedHasALowerAndAnUpperLimit() {
    List<LimitRule> both =
        RulePackLoader.load(RULES).at("heading-face", Measure.AIR_SPEED, Set.of("low-gas"));
    assertThat(both.stream().map(rule -> rule.side() + " " + rule.steps().get(0).at()))
        .containsExactly("LOW 0.25", "HIGH 4.0");
  }

  @Test
  void everyMarkOfASourceIsInTheRegisterOfSources() throws IOException {
    String register = Files.readString(Path.of("../docs/sources.md"));
    assertThat(RulePackLoader.load(RULES).limits())
        .extracting(LimitRow::mark)
        .allSatisfy(
            mark -> assertThat(register).contains("| " + mark.replaceFirst(",.*", "") + " |"));
  }

  @Test
  void resolvesTheDemoMine() {
    Plan plan = MineLoader.load(DEMO, RulePackLoader.load(RULES)).get("140921021337").plan();
    assertThat(plan.zones()).hasSize(10);
    assertThat(plan.points()).hasSize(19);
    assertThat(plan.points().stream().filter(p -> p.measure() == Measure.METHANE))
        .allMatch(point -> point.rules().stream().filter(id -> id.contains(":536-")).count() == 1);
    assertThat(plan.points().stream().filter(p -> !p.locationClass().isEmpty()))
        .noneMatch(point -> point.rules().isEmpty());
  }

  @Test
  void theHoldIsInTheResolvedPlanAndNotInTheRowsOfTheLaw() {
    RulePacks packs = RulePackLoader.load(RULES);
    assertThat(packs.hold()).isEqualTo(Duration.ofMinutes(1));
    assertThat(packs.limits()).allMatch(row -> row.rule().clearAfter().isZero());
    assertThat(MineLoader.load(DEMO, packs).get("140921021337").plan().limits())
        .isNotEmpty()
        .allMatch(rule -> rule.clearAfter().equals(packs.hold()));
  }

  @Test
  void refusesAHoldAndAnAgeOfProofThatAreNoTimes() throws IOException {
    Path file = folder.resolve(RulePackLoader.PLATFORM);
    String text = Files.readString(file).replace("time: PT1M", "time: PT0S");
    Files.writeString(file, text.replace("time: PT2M", "time: PT-2M"));
    refuses(
        "platform.yaml, row reentry-hold: time must be positive, was PT0S",
        "row muster-age: time must be positive, was PT-2M");
  }

  @Test
  void namesAMissingFileAndOneThatNobodyAskedFor() throws IOException {
    Files.move(folder.resolve(COAL), folder.resolve("cn-coal-2022.yaml"));
    refuses(
        "cn-coal-2025.yaml: missing",
        "cn-coal-2022.yaml: is not among the packs that platform.yaml names");
  }

  @Test
  void namesEveryProblemAtOnceWithFileRowAndClause() throws IOException {
    change("    restore: 1.0", "    restore: 1.2");
    change("    cut: [1.5]", "    cut: [0.9]");
    change("  - id: \"536-4\"", "  - id: \"536-3\"");
    change("    clause: \"煤矿安全规程（2025）第536条 表 第8项\"\n", "");
    refuses(
        "cn-coal-2025.yaml, row 536-1: restore 1.2 lies beyond the alarm 1.0",
        "第536条 表 第1项",
        "row 536-1: cut 0.9 comes before 1.0",
        "row 536-3: the id is there twice",
        "row 536-8: clause is missing");
  }

  @Test
  void refusesAMineWithAnUnknownLocationClassOrAPointWithoutALimit() throws IOException {
    Path mines = Files.createDirectory(folder.resolve("mines"));
    String mine = Files.readString(DEMO.resolve("model-colliery.yaml"));
    Files.writeString(
        mines.resolve("m.yaml"),
        mine.replace("location: chamber", "location: larder")
            .replace("location: heading-return,", "location: heading-intake-split,"));
    RulePacks packs = RulePackLoader.load(RULES);
    assertThatThrownBy(() -> MineLoader.load(mines, packs))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining("row T-PUMP: no rule pack knows the location class 'larder'")
        .hasMessageContaining("row T2-0201: no limit for METHANE at 'heading-intake-split'");
  }

  private void change(String from, String to) throws IOException {
    Path file = folder.resolve(COAL);
    String text = Files.readString(file);
    int at = text.indexOf(from);
    assertThat(at).as("the pack holds %s", from).isNotNegative();
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  private void refuses(String... parts) {
    assertThatThrownBy(() -> RulePackLoader.load(folder))
        .isInstanceOf(Problems.BadFiles.class)
        .message()
        .contains(parts);
  }

  @Test
  void earlyWarningsOfTheOrdersReachThePointsOfTheirMinesAndMaintenanceAllPoints() {
    RulePacks packs = RulePackLoader.load(RULES);

    assertThat(packs.earlyAt("coal-face", Measure.METHANE, Set.of("outburst")))
        .extracting(PointRule::id)
        .containsExactly(
            "cn-coal-26-2023:26-ch4",
            "platform:trend",
            "platform:lost-while-rising",
            "platform:flat",
            "platform:gate-methane",
            "platform:chatter");
    assertThat(packs.earlyAt("", Measure.CARBON_MONOXIDE, Set.of("metal-nonmetal")))
        .extracting(PointRule::id)
        .contains("cn-noncoal-2023:60-co-change")
        .doesNotContain("cn-coal-26-2023:26-co");
    assertThat(packs.earlyAt("", Measure.WATER_LEVEL, Set.of("outburst")))
        .extracting(PointRule::id)
        .doesNotContain("cn-coal-26-2023:26-level");
    assertThat(packs.earlyAt("observation-hole", Measure.WATER_LEVEL, Set.of("outburst")))
        .extracting(PointRule::id)
        .contains("cn-coal-26-2023:26-level");
    assertThat(packs.isEarlyPlace("observation-hole", Measure.WATER_LEVEL)).isTrue();
    assertThat(packs.isEarlyPlace("observation-hole", Measure.METHANE)).isFalse();
  }

  @Test
  void everyEarlyRowHasItsClauseAndNoGasIsKeptFromItsLimits() {
    RulePacks packs = RulePackLoader.load(RULES);

    assertThat(packs.early())
        .allSatisfy(
            row -> {
              assertThat(row.rule().source().clause()).isNotBlank().isNotEqualTo("missing");
              assertThat(packs.sources()).containsKey(row.rule().id());
            });
    assertThat(packs.early())
        .filteredOn(row -> row.rule() instanceof PlausibleRule)
        .filteredOn(
            row -> Hazard.of(Check.LIMIT, ((PlausibleRule) row.rule()).measure()) == Hazard.GAS)
        .isNotEmpty()
        .allMatch(
            row -> ((PlausibleRule) row.rule()).guard() == PlausibleRule.Guard.LETS_ALL_THROUGH);
  }

  @Test
  void thePointsOfAMineReferToTheirEarlyWarnings() {
    RulePacks packs = RulePackLoader.load(RULES);
    Plan plan = MineLoader.load(DEMO, packs).get("140921021337").plan();

    assertThat(plan.rulesOf(ChangeRule.class)).isNotEmpty();
    assertThat(plan.points())
        .filteredOn(point -> point.measure() == Measure.METHANE)
        .isNotEmpty()
        .allMatch(point -> point.rules().contains("cn-coal-26-2023:26-ch4"));
  }
}
