package io.minewatch.alerting.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.AppraisalRule;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.DrainRule;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.plan.VelocityRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MineRulesTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final String MINE =
      """
      mine: "140921021337"
      name: 矿
      nameEnglish: mine
      kind: coal-underground
      classes: [high-gas]
      jurisdiction: ["14"]
      tagPeriod: PT30S
      zones:
        - {id: face, name: 面, nameEnglish: face, underground: true, neighbours: [], x: 0, y: 0}
      points:
        - {id: T1, zone: face, measure: METHANE, name: 一, nameEnglish: T1, location: coal-face, period: PT10S}
        - {id: T-PUMP, zone: face, measure: METHANE, name: 二, nameEnglish: T2, location: chamber, period: PT10S}
        - {id: F1, zone: face, measure: SWITCH, name: 馈, nameEnglish: feed, period: PT10S}
        - {id: GP, zone: face, measure: DISPLACEMENT, name: 移, nameEnglish: slope, period: PT10S}
        - {id: B1, zone: face, measure: BEACH_LENGTH, name: 滩, nameEnglish: beach, period: PT10S}
      rules:
      """;

  @TempDir Path folder;

  private Plan plan(String rules) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), MINE + rules);
    return MineLoader.load(folder, PACKS).get("140921021337").plan();
  }

  @Test
  void theDemoMineJudgesItsSlopeItsPumpsAndItsRain() {
    Plan demo = MineLoader.load(Path.of("../deploy/demo"), PACKS).get("140921021337").plan();

    assertThat(demo.rulesOf(SlopeRule.class))
        .singleElement()
        .satisfies(rule -> assertThat(rule.id()).isEqualTo("cn-openpit-2017:course.portal"));
    assertThat(demo.points().stream().filter(p -> p.id().value().startsWith("GP-")))
        .hasSize(2)
        .allMatch(p -> p.rules().contains("cn-openpit-2017:course.portal"));
    assertThat(demo.rulesOf(DrainRule.class))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.share()).isEqualTo(20.0 / 24);
              assertThat(rule.capacity(DrainRule.Duty.WORKING)).isEqualTo(138);
              assertThat(rule.grades()).hasSize(4);
            });
    assertThat(demo.rulesOf(RainRule.class)).hasSize(1);
  }

  @Test
  void anInterlockTakesItsNumbersFromThePackAndItsPointsFromTheMine() throws IOException {
    Plan plan =
        plan(
            "  - {id: face-1, rule: \"cn-coal-2025:feed-live\", zone: face, switches: [F1], gas: [T1]}\n");

    InterlockRule rule = plan.rulesOf(InterlockRule.class).get(0);
    assertThat(rule.id()).isEqualTo("cn-coal-2025:feed-live.face-1");
    assertThat(rule.severity()).isEqualTo(Severity.RED);
    assertThat(rule.source().confidence()).isEqualTo(Confidence.PROPOSAL);
    assertThat(rule.points()).hasSize(2);
  }

  @Test
  void anAppraisalBringsTheVelocitiesOfWhoAppraised() throws IOException {
    Plan plan =
        plan(
            """
              - {id: portal, rule: "cn-coal-2025:640", zone: face, points: [GP], date: "2026-09-01", by: 鉴定院, steps: [{at: 5, severity: YELLOW}, {at: 20, severity: RED}]}
              - {id: portal, rule: "cn-openpit-2017:course", points: [GP], noise: 1, steady: 0.8}
              - {id: portal, rule: "cn-openpit-2017:pit", points: [GP]}
            """);

    AppraisalRule appraisal = plan.rulesOf(AppraisalRule.class).get(0);
    assertThat(appraisal.appraised()).isEqualTo(Instant.parse("2026-09-01T00:00:00Z"));
    assertThat(appraisal.validFor().toDays()).isEqualTo(183);
    VelocityRule own = plan.rulesOf(VelocityRule.class).get(0);
    assertThat(own.source().pack()).isEqualTo("鉴定院");
    assertThat(own.source().date()).isEqualTo("2026-09-01");
    PointPlan point =
        plan.points().stream().filter(p -> p.id().value().equals("GP")).findFirst().orElseThrow();
    assertThat(point.rules())
        .containsExactlyInAnyOrder(
            "platform:trend",
            "platform:lost-while-rising",
            "platform:gate-displacement",
            "platform:chatter",
            "cn-coal-2025:640.portal.velocity",
            "cn-openpit-2017:course.portal",
            "cn-openpit-2017:pit.portal");
  }

  @Test
  void aPondTakesTheLevelsOfItsDesigner() throws IOException {
    Plan plan =
        plan(
            """
              - {id: pond, rule: "cn-tailings-2020:5.5.4", zone: face, levels: [{point: B1, item: BEACH_LENGTH, blue: 150, yellow: 100, orange: 70, red: 50}]}
            """);

    assertThat(plan.rulesOf(PondRule.class).get(0).counts())
        .isEqualTo(new PondRule.Counts(4, 3, 2, 4));
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: x, rule: \"cn-coal-2025:none\"} | no rule pack has a row 'cn-coal-2025:none'",
        "{id: x, rule: \"cn-coal-2025:wind\", zone: face, switches: [F1]} | is for mines that are [outburst]",
        "{id: x, rule: \"cn-coal-2025:doors\", zone: face, switches: [F1, F2]} | there is no point 'F2'",
        "{id: x, rule: \"cn-coal-2025:doors\", zone: face, switches: [F1]} | too few points",
        "{id: x, rule: \"cn-coal-2025:feed-live\", zone: face, switches: [F1], gas: [T-PUMP]} | no limit of point 'T-PUMP' cuts",
        "{id: x, rule: \"cn-openpit-2017:course\", points: [GP-9], noise: 1} | a point 'GP-9' that the mine does not have",
        "{id: x, rule: \"cn-openpit-2017:pit\"} | names no points",
        "{id: x, rule: \"cn-openpit-2017:course\", noise: 1, resultants: [{id: G1, axes: [GP, GP-9]}]} | there is no point 'GP-9'",
        "{id: x, rule: \"cn-openpit-2017:course\", noise: 1, resultants: [{id: G1, axes: [GP]}]} | has two or three axes",
        "{id: x, rule: \"cn-openpit-2017:pit\", points: [GP]} | point 'GP' has no row of slopes",
        "{id: x, rule: \"cn-coal-2025:640\", zone: face, points: [GP], date: \"2026-09-01\", by: x, steps: [{at: 5, severity: YELLOW}]} | point 'GP' has no row of slopes",
        "{id: x, rule: \"cn-coal-2025:doors\", zone: face, switches: [F1, B1], typo: 1} | unknown key 'typo'",
        "{id: x, rule: \"cn-tailings-2020:5.5.4\", zone: face, levels: [{point: B1, item: POND_LEVEL, blue: 50, yellow: 70, orange: 100, red: 150}]} | point 'B1' measures BEACH_LENGTH, which is no POND_LEVEL",
        "{id: x, rule: \"cn-tailings-2020:5.5.4\", zone: face, levels: [{point: B1, item: BEACH_LENGTH, blue: 50, yellow: 70, orange: 100, red: 150}]} | dangerous on the LOW side"
      })
  void whatCouldNotBeJudgedIsRefused(String row, String problem) {
    assertThatThrownBy(() -> plan("  - " + row + "\n"))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining(problem);
  }
}
