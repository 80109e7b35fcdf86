package io.minewatch.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePackLoaderTest {
  static final Path RULES = Path.of("../rules");
  static final Path DEMO = Path.of("../deploy/demo");
  static final Path PAGE = Path.of("../docs/thresholds.md");

  @TempDir Path folder;

  @BeforeEach
  void copyThePacks() throws IOException {
    for (String pack : List.of(RulePackLoader.COAL, RulePackLoader.PLATFORM)) {
      Files.copy(RULES.resolve(pack), folder.resolve(pack));
    }
  }

  @Test
  void holdsAllRowsOfTheMethaneTableWithClauseDateAndConfidence() {
    RulePacks packs = RulePackLoader.load(RULES);
    assertThat(packs.limits().stream().filter(r -> r.rule().measure() == Measure.METHANE))
        .hasSize(28);
    assertThat(packs.at("coal-face", Measure.METHANE, Set.of("outburst")))
        .singleElement()
        .satisfies(rule -> assertThat(rule.id()).isEqualTo("cn-coal-2025:536-3"));
    assertThat(packs.limits()).allMatch(row -> row.rule().source().date().equals("2026-02-01"));
  }

  @Test
  void resolvesTheDemoMine() {
    Plan plan = MineLoader.load(DEMO, RulePackLoader.load(RULES)).get("140921021337").plan();
    assertThat(plan.zones()).hasSize(9);
    assertThat(plan.points()).hasSize(12);
    assertThat(plan.points().stream().filter(p -> p.measure() == Measure.METHANE))
        .allMatch(point -> point.limits().size() == 1);
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
  void namesAMissingFile() throws IOException {
    Files.delete(folder.resolve(RulePackLoader.COAL));
    refuses("cn-coal-2025.yaml: missing");
  }

  @Test
  void namesEveryProblemAtOnceWithFileRowAndClause() throws IOException {
    change("    restore: 1.0", "    restore: 1.2");
    change("    cut: [1.5]", "    cut: [0.9]");
    change("  - id: \"536-4\"", "  - id: \"536-3\"");
    change("    clause: \"煤矿安全规程（2025）第536条 表 第9项\"\n", "");
    refuses(
        "cn-coal-2025.yaml, row 536-1: restore 1.2 lies beyond the alarm 1.0",
        "第536条 表 第1项",
        "row 536-1: cut 0.9 comes before 1.0",
        "row 536-3: the id is there twice",
        "row 536-9: clause is missing");
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

  @Test
  void thePageOfThresholdsIsWhatThePacksSay() throws IOException {
    String page = page(RulePackLoader.load(RULES));
    String stored = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!stored.equals(page) && Boolean.getBoolean("minewatch.write-docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
      return;
    }
    assertThat(stored)
        .as("docs/thresholds.md is stale; write it with -Dminewatch.write-docs=true")
        .isEqualTo(page);
  }

  private void change(String from, String to) throws IOException {
    Path file = folder.resolve(RulePackLoader.COAL);
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

  private static String page(RulePacks packs) {
    List<String> out = new ArrayList<>();
    out.add("# Thresholds 限值");
    out.add("");
    out.add("Generated from `rules/` by `RulePackLoaderTest`; do not edit. 由规则包生成，请勿手改。");
    out.add("");
    out.add(
        "| id | 地点 | location | mines | steps | restore | 断电范围 | cut area | 条款 | date | source | confidence |");
    out.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (LimitRow row : packs.limits()) {
      List<String> steps =
          row.rule().steps().stream().map(step -> step.act() + " " + step.at()).toList();
      out.add(
          "| %s | %s | %s | %s | %s %s %s | %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  row.rule().id(),
                  row.name(),
                  row.nameEnglish(),
                  String.join(", ", row.mines()),
                  row.rule().side(),
                  String.join(", ", steps),
                  row.rule().measure().unit(),
                  row.rule().restore(),
                  row.rule().cutArea(),
                  row.cutAreaEnglish(),
                  row.rule().source().clause(),
                  row.rule().source().date(),
                  row.mark(),
                  row.rule().source().confidence()));
    }
    out.add("");
    out.add("Proposals of this platform, no law. 以下为本平台建议值，并非法规。");
    out.add("");
    out.add("| id | value | why | source | confidence |");
    out.add("|---|---|---|---|---|");
    for (RulePacks.Proposal row : packs.proposals()) {
      out.add(
          "| %s | %s | %s | %s | %s |"
              .formatted(
                  row.id(),
                  row.value(),
                  row.source().clause(),
                  row.mark(),
                  row.source().confidence()));
    }
    return String.join("\n", out) + "\n";
  }
}
