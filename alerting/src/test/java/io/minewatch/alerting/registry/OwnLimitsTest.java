package io.minewatch.alerting.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnLimitsTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final Path DEMO = Path.of("../deploy/demo/model-colliery.yaml");

  @TempDir private Path folder;

  @Test
  void stricterValuesHoldAtThatPointAloneAndNameWhoSetThemAndTheClause() throws IOException {
    Plan plan =
        plan(
            "{point: T1-0101, rule: 'cn-coal-2025:536-2', alarm: 0.8, cut: [1.2], restore: 0.7,"
                + " by: 总工程师, why: 邻近采空区, date: '2026-11-01'}");
    LimitRule own = rule(plan, "cn-coal-2025:536-2.T1-0101");
    assertThat(own.steps().stream().map(step -> step.act() + " " + step.at()))
        .containsExactly("ALARM 0.8", "CUT 1.2", "WITHDRAW 1.5");
    assertThat(own.restore()).isEqualTo(0.7);
    assertThat(own.source().pack()).isEqualTo("总工程师");
    assertThat(own.source().clause()).contains("邻近采空区").contains("第536条 表 第2项");
    assertThat(own.source().confidence()).isEqualTo(Confidence.OWN);
    assertThat(point(plan, "T1-0101")).containsExactly(own.id());
    assertThat(point(plan, "T0-0101")).containsExactly("cn-coal-2025:536-1");
  }

  @Test
  void theLawsOwnValuesAreNoLooser() throws IOException {
    Plan plan = plan(row("T1-0101", "536-2", "alarm: 1.0, cut: [1.5], restore: 1.0"));
    assertThat(point(plan, "T1-0101")).containsExactly("cn-coal-2025:536-2.T1-0101");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "T1-0101|536-2|alarm: 0.9|ALARM 0.9, CUT 1.5, WITHDRAW 1.5|0.9",
        "T1-0101|536-2|alarm: 1.0, withdraw: [1.2]|ALARM 1.0, WITHDRAW 1.2, CUT 1.5|1.0",
        "T1-0101|536-2|alarm: 0.9, cut: [0.9], withdraw: [0.9]|ALARM 0.9, CUT 0.9, WITHDRAW 0.9|0.9",
        "T1-0101|536-2|alarm: 0.9, restore: 0.5|ALARM 0.9, CUT 1.5, WITHDRAW 1.5|0.5",
        "T1-0101|536-2|cut: [1.2]|ALARM 1.0, CUT 1.2, WITHDRAW 1.5|1.0",
        "T1-0101|536-2|restore: 0.8|ALARM 1.0, CUT 1.5, WITHDRAW 1.5|0.8",
        "TEMP-0101|temperature-face|alarm: 25|ALARM 25.0, ALARM 30.0|25.0",
        "O2-0101|156-o2|alarm: 20.5|ALARM 20.5|20.5",
        "O2-0101|156-o2|alarm: 20.5, restore: 20.7|ALARM 20.5|20.7"
      })
  void whatARowDoesNotNameIsAsTheLawHasIt(
      String point, String rule, String values, String steps, double restore) throws IOException {
    LimitRule own = rule(plan(row(point, rule, values)), "cn-coal-2025:" + rule + "." + point);
    assertThat(own.steps().stream().map(step -> step.act() + " " + step.at()))
        .containsExactly(steps.split(", ", -1));
    assertThat(own.restore()).isEqualTo(restore);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "T1-0101|536-2|alarm: 1.01, cut: [1.5]|ALARM 1.01 is looser than the law's 1.0",
        "T1-0101|536-2|alarm: 0.9, cut: [1.51]|CUT 1.51 is looser than the law's 1.5",
        "T1-0101|536-2|alarm: 1.0, cut: [1.5], restore: 1.01|restore 1.01 is looser",
        "T1-0101|536-2|alarm: 0.9, cut: [0.8]|ALARM 0.9 lies beyond CUT 0.8",
        "T1-0101|536-2|alarm: 0.8, restore: 0.9|restore 0.9 lies beyond 0.8",
        "T1-0101|536-2|alarm: .nan|a step needs a finite value",
        "T1-0101|536-2|alarm: 0.9, withdraw: [1.6]|WITHDRAW 1.6 is looser than the law's 1.5",
        "T1-0101|536-2|alarm: 0.9, cut: [1.2, 1.4]|2 own values for CUT, the law has 1",
        "T1-0101|536-2|alarm: 0.9, cut: [1.2], withdraw: [1.3, 1.4]|2 own values for WITHDRAW, the law has 1",
        "O2-0101|156-o2|alarm: 20.5, cut: [20.0]|1 own values for CUT, the law has 0",
        "O2-0101|156-o2|alarm: 20.5, withdraw: [18.0]|1 own values for WITHDRAW, the law has 0",
        "O2-0101|156-o2|alarm: 20.5, restore: 20.2|restore 20.2 lies beyond 20.5",
        "O2-0101|156-o2|alarm: 19.9|ALARM 19.9 is looser than the law's 20.0",
        "T1-0101|536-3|alarm: 0.5, cut: [0.5]|fits no point and rule of this mine",
        "T9-0101|536-2|alarm: 0.5, cut: [0.5]|fits no point and rule of this mine"
      })
  void whatIsLooserOrFitsNothingIsRefusedWithTheClause(
      String point, String rule, String values, String problem) {
    assertThatThrownBy(() -> plan(row(point, rule, values)))
        .isInstanceOf(Problems.BadFiles.class)
        .hasMessageContaining("m.yaml, own[0]")
        .hasMessageContaining(problem);
  }

  private static String row(String point, String rule, String values) {
    return "{point: %s, rule: 'cn-coal-2025:%s', %s, by: 总工程师, why: 更严, date: '2026-11-01'}"
        .formatted(point, rule, values);
  }

  private Plan plan(String own) throws IOException {
    Files.writeString(folder.resolve("m.yaml"), Files.readString(DEMO) + "own:\n  - " + own + "\n");
    return MineLoader.load(folder, PACKS).get("140921021337").plan();
  }

  private static LimitRule rule(Plan plan, String id) {
    return plan.limits().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> point(Plan plan, String id) {
    return plan.points().stream()
        .filter(point -> point.id().value().equals(id))
        .findFirst()
        .orElseThrow()
        .rules()
        .stream()
        .filter(rule -> plan.limits().stream().anyMatch(limit -> limit.id().equals(rule)))
        .toList();
  }
}
