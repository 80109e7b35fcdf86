package io.minewatch.alerting.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which limits hold at a point, and that none fails to hold in silence. */
class PointRowsTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final String MINE =
      """
      mine: "140921021337"
      name: 矿
      nameEnglish: mine
      kind: coal-underground
      classes: [%s]
      jurisdiction: ["14"]
      tagPeriod: PT30S
      zones:
        - {id: face, name: 面, nameEnglish: face, underground: true, neighbours: [], x: 0, y: 0}
      points:
      """;

  @TempDir Path folder;

  private Plan plan(String mineClass, String rest) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), MINE.formatted(mineClass) + rest);
    return MineLoader.load(folder, PACKS).get("140921021337").plan();
  }

  private static String point(String id, String measure, String location) {
    String place = location.isEmpty() ? "" : ", location: " + location;
    return "  - {id: %s, zone: face, measure: %s, name: 测, period: PT10S%s}\n"
        .formatted(id, measure, place);
  }

  @ParameterizedTest
  @EnumSource(
      value = Measure.class,
      names = {
        "CARBON_MONOXIDE",
        "CARBON_DIOXIDE",
        "OXYGEN",
        "HYDROGEN",
        "HYDROGEN_SULPHIDE",
        "SULPHUR_DIOXIDE",
        "NITROGEN_DIOXIDE",
        "AMMONIA",
        "TEMPERATURE",
        "AIR_SPEED"
      })
  void whereTheLawHasLimitsAPointSaysWhereItIsOrThatItIsNowhereInTheLaw(Measure measure)
      throws IOException {
    String place = PACKS.locationsOf(measure, Set.of("high-gas")).iterator().next();
    assertThatThrownBy(() -> plan("high-gas", point("P", measure.name(), "")))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining("needs a location class, of [")
        .hasMessageContaining(place)
        .hasMessageContaining("'none'");

    assertThat(limits(plan("high-gas", point("P", measure.name(), place)), "P")).isNotEmpty();
    Plan said = plan("high-gas", point("P", measure.name(), "none"));
    assertThat(limits(said, "P")).isEmpty();
    assertThat(said.points().get(0).locationClass()).isEmpty();
  }

  @Test
  void aWaterLevelOfACollierySaysWhetherItIsThatOfAnObservationHole() throws IOException {
    assertThatThrownBy(() -> plan("high-gas", point("P", "WATER_LEVEL", "")))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining("needs a location class, of [observation-hole], or 'none'");

    assertThat(plan("high-gas", point("P", "WATER_LEVEL", "observation-hole")).points().get(0))
        .satisfies(hole -> assertThat(hole.rules()).contains("cn-coal-26-2023:26-level"));
    assertThat(plan("high-gas", point("P", "WATER_LEVEL", "none")).points().get(0))
        .satisfies(sump -> assertThat(sump.rules()).doesNotContain("cn-coal-26-2023:26-level"));
  }

  @ParameterizedTest(name = "{1} in a mine that is {0}")
  @CsvSource({
    "metal-nonmetal, WATER_LEVEL",
    "high-gas, SWITCH",
    "high-gas, PRESSURE",
    "metal-nonmetal, TEMPERATURE",
    "metal-nonmetal, OXYGEN"
  })
  void whereItHasNoneNoPlaceIsAsked(String mineClass, String measure) throws IOException {
    assertThat(plan(mineClass, point("P", measure, "")).points()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'', a methane point needs a location class", "none, no rule pack knows"})
  void methaneIsInEveryTableAndSaysWhere(String location, String problem) {
    assertThatThrownBy(() -> plan("high-gas", point("P", "METHANE", location)))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining(problem);
  }

  private static final String FANS =
      point("FAN-1", "SWITCH", "main-fan")
          + point("FAN-2", "SWITCH", "main-fan")
          + point("FAN-3", "SWITCH", "auxiliary-fan");

  @Test
  void aFanAloneIsJudgedByItsSwitchAndOneWithAStandbyByTheInterlockThatKnowsBoth()
      throws IOException {
    assertThat(limits(plan("high-gas", FANS), "FAN-1"))
        .containsExactly("cn-coal-2025:180-main-fan");

    Plan locked =
        plan(
            "high-gas",
            FANS
                + """
                rules:
                  - {id: main, rule: "cn-coal-2025:fan-main", zone: face, switches: [FAN-1, FAN-2]}
                """);
    assertThat(limits(locked, "FAN-1")).isEmpty();
    assertThat(limits(locked, "FAN-2")).isEmpty();
    assertThat(limits(locked, "FAN-3")).containsExactly("cn-coal-2025:528-auxiliary-fan");
  }

  @Test
  void auxiliaryFansOfTwoHeadingsInOneInterlockAreJudgedEachByItself() throws IOException {
    Plan plan =
        plan(
            "high-gas",
            FANS
                + point("FAN-4", "SWITCH", "auxiliary-fan")
                + """
                rules:
                  - {id: a, rule: "cn-coal-2025:fan-auxiliary", zone: face, switches: [FAN-3, FAN-4]}
                """);
    assertThat(limits(plan, "FAN-3")).containsExactly("cn-coal-2025:528-auxiliary-fan");
    assertThat(limits(plan, "FAN-4")).containsExactly("cn-coal-2025:528-auxiliary-fan");
  }

  @Test
  void aMainFanThatAnInterlockNamesAloneHasNoStandbyAndIsJudgedByItself() throws IOException {
    Plan plan =
        plan(
            "high-gas",
            FANS
                + """
                rules:
                  - {id: m, rule: "cn-coal-2025:fan-main", zone: face, switches: [FAN-1]}
                """);
    assertThat(limits(plan, "FAN-1")).containsExactly("cn-coal-2025:180-main-fan");
  }

  @Test
  void doorsAndDuctsTakeNoLimitFromAFan() throws IOException {
    Plan plan =
        plan(
            "high-gas",
            FANS
                + """
                rules:
                  - {id: d, rule: "cn-coal-2025:duct", zone: face, switches: [FAN-3]}
                """);
    assertThat(limits(plan, "FAN-3")).containsExactly("cn-coal-2025:528-auxiliary-fan");
  }

  private static List<String> limits(Plan plan, String id) {
    PointPlan point =
        plan.points().stream().filter(each -> each.id().value().equals(id)).findAny().orElseThrow();
    return plan.limits().stream().map(LimitRule::id).filter(point.rules()::contains).toList();
  }
}
