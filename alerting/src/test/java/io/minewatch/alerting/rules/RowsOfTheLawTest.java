package io.minewatch.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds where, row by row. */
class RowsOfTheLawTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // art. 193: the air stream of a face
        "high-gas | coal-face | METHANE | ALARM 1.0, CUT 1.5, WITHDRAW 1.5 | 193",
        "outburst | coal-face | METHANE | ALARM 1.0, CUT 1.5, WITHDRAW 1.5 | 193",
        "low-gas | heading-face | METHANE | ALARM 1.0, CUT 1.5, WITHDRAW 1.5 | 193",
        "low-gas | face-return-corner | METHANE | ALARM 1.0, CUT 1.5, WITHDRAW 2.0 | 局部积聚",
        // art. 192: returns
        "low-gas | coal-face-return | METHANE | ALARM 1.0, CUT 1.0, WITHDRAW 1.0 | 192",
        "high-gas | coal-face-return-middle | METHANE | ALARM 1.0, CUT 1.0, WITHDRAW 1.0 | 192",
        "low-gas | heading-return | METHANE | ALARM 1.0, CUT 1.0, WITHDRAW 1.0 | 192",
        "outburst | twin-heading-return | METHANE | ALARM 1.0, CUT 1.0, WITHDRAW 1.0 | 192",
        "low-gas | district-return | METHANE | ALARM 1.0, CUT 1.0, WITHDRAW 1.0 | 192",
        "low-gas | heading-return | CARBON_DIOXIDE | ALARM 1.5, WITHDRAW 1.5 | 192",
        "low-gas | twin-heading-return | CARBON_DIOXIDE | ALARM 1.5, WITHDRAW 1.5 | 192",
        "low-gas | idle-area | METHANE | ALARM 3.0 | 196",
        "low-gas | idle-area | CARBON_DIOXIDE | ALARM 3.0 | 196",
        // neither article names these
        "low-gas | shearer | METHANE | ALARM 1.0, CUT 1.5 | 536",
        "outburst | coal-face-intake | METHANE | ALARM 0.5, CUT 0.5 | 536",
        "low-gas | main-return | METHANE | ALARM 0.75 | 536",
        // work stops, people stay
        "low-gas | coal-face | TEMPERATURE | ALARM 26.0, ALARM 30.0 | 停止作业",
        "low-gas | chamber | TEMPERATURE | ALARM 30.0, ALARM 34.0 | 停止作业",
        // air, smoke, dust, monoxide
        "low-gas | mechanised-coal-face | AIR_SPEED | ALARM 0.25; ALARM 5.0 | 157",
        "low-gas | coal-face | AIR_SPEED | ALARM 0.25; ALARM 4.0 | 157",
        "low-gas | belt-smoke | SWITCH | ALARM 1.0 | 541",
        "metal-nonmetal | smoke | SWITCH | ALARM 1.0 | 第11项",
        "low-gas | total-dust | DUST | ALARM 10.0 | 2011",
        "low-gas | respirable-dust | DUST | ALARM 3.5 | 2011",
        "low-gas | intake-carbon-monoxide | CARBON_MONOXIDE | ALARM 24.0 | 541",
        "metal-nonmetal | intake-carbon-monoxide | CARBON_MONOXIDE | ALARM 24.0 | 第9项",
        "us-metal-nonmetal | bleeder | METHANE | ALARM 2.0 | subpart T"
      })
  void whatHoldsAtAPlace(
      String mine, String location, Measure measure, String steps, String clause) {
    List<LimitRule> rules = PACKS.at(location, measure, Set.of(mine));
    assertThat(rules.stream().map(RowsOfTheLawTest::steps).collect(Collectors.joining("; ")))
        .isEqualTo(steps);
    assertThat(rules).allMatch(rule -> rule.source().clause().contains(clause));
  }

  /** The table of art. 536, typed from its text and not from the pack: alarm, cut, restore. */
  @ParameterizedTest(name = "row {0}: alarm {1}, cut {2}, restore {3}")
  @CsvSource({
    "1, 1.0, 1.5, 1.0",
    "2, 1.0, 1.5, 1.0",
    "3, 1.0, 1.5, 1.0",
    "4, 1.0, 1.0, 1.0",
    "5, 0.5, 0.5, 0.5",
    "6, 0.5, 0.5, 0.5",
    "7, 1.0, 1.0, 1.0",
    "8, 1.0, 1.5, 1.0",
    "9, 1.0, 1.5, 1.0",
    "10, 1.0, 1.0, 1.0",
    "11, 0.5, 0.5, 0.5",
    "12, 0.5, 0.5+1.5, 0.5",
    "13, 1.0, 1.0, 1.0",
    "14, 1.0, 1.0, 1.0",
    "15, 1.0, 1.5, 1.0",
    "16, 1.0, 1.0, 1.0",
    "17, 1.5, 1.5, 1.0",
    "18, 0.5, -, -",
    "19, 0.75, -, -",
    "20, 1.0, 1.0, 1.0",
    "21, 0.5, 0.75, 0.5",
    "22, 0.5, 0.5, 0.5",
    "23, 0.5, 0.5, 0.5",
    "24, 1.5, 1.5, 1.5",
    "25, 1.5, 1.5, 1.5",
    "26, 0.5, -, -",
    "27, 0.5, 1.0, 0.5",
    "28, 1.0, 1.0, 1.0"
  })
  void theRowsOfTheMethaneTableHaveItsValues(int row, double alarm, String cut, String restore) {
    LimitRule rule = row(row);
    assertThat(at(rule, Step.Act.ALARM)).isEqualTo(String.valueOf(alarm));
    assertThat(at(rule, Step.Act.CUT)).isEqualTo(cut.replace("-", ""));
    if (!restore.equals("-")) {
      assertThat(String.valueOf(rule.restore())).isEqualTo(restore);
    }
    assertThat(rule.source().clause()).contains("536");
  }

  private static LimitRule row(int number) {
    return PACKS.limits().stream()
        .map(LimitRow::rule)
        .filter(rule -> rule.id().equals("cn-coal-2025:536-" + number))
        .findAny()
        .orElseThrow();
  }

  private static String at(LimitRule rule, Step.Act act) {
    return rule.steps().stream()
        .filter(step -> step.act() == act)
        .map(step -> String.valueOf(step.at()))
        .collect(Collectors.joining("+"));
  }

  private static String steps(LimitRule rule) {
    return rule.steps().stream()
        .map(step -> step.act() + " " + step.at())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "low-gas, cn-coal-26-2023:26-co-intake",
    "metal-nonmetal, cn-noncoal-2023:60-co-intake"
  })
  void someMonoxideInAnIntakeIsReportedLongBeforeItsLimit(String mine, String id) {
    List<PointRule> early =
        PACKS.earlyAt("intake-carbon-monoxide", Measure.CARBON_MONOXIDE, Set.of(mine));
    assertThat(early)
        .filteredOn(ChangeRule.class::isInstance)
        .first()
        .extracting("id")
        .isEqualTo(id);
    assertThat(PACKS.earlyAt("belt-downwind", Measure.CARBON_MONOXIDE, Set.of("low-gas")))
        .extracting(PointRule::id)
        .contains("cn-coal-26-2023:26-co-intake");
    assertThat(PACKS.earlyAt("carbon-monoxide", Measure.CARBON_MONOXIDE, Set.of(mine)))
        .extracting(PointRule::id)
        .doesNotContain(id);
  }

  /** Of all places at which art. 192 and 193 send people out, none keeps them longer than told. */
  @ParameterizedTest
  @CsvSource({
    "coal-face, 1.5",
    "heading-face, 1.5",
    "face-return-corner, 2.0",
    "coal-face-return, 1.0",
    "coal-face-return-middle, 1.0",
    "heading-return, 1.0",
    "twin-heading-return, 1.0",
    "district-return, 1.0"
  })
  void peopleAreSentOutAtEveryPlaceOfTheTwoArticlesInEveryClassOfMine(String location, double at) {
    List<LimitRow> rows =
        PACKS.limits().stream()
            .filter(row -> row.rule().id().startsWith("cn-coal-2025:536-"))
            .filter(row -> row.location().equals(location))
            .toList();
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.rule().steps())
                    .filteredOn(step -> step.act() == Step.Act.WITHDRAW)
                    .extracting(Step::at)
                    .containsExactly(at));
  }

  @Test
  void minesOfOtherRegulationsHaveInterlocksToName() {
    assertThat(PACKS.templates().stream().map(Template::id))
        .contains(
            "platform:interlock-feed-live",
            "platform:interlock-feed-dead",
            "platform:interlock-duct",
            "platform:interlock-main-fan",
            "platform:interlock-fan",
            "platform:interlock-doors",
            "platform:interlock-supply");
  }
}
