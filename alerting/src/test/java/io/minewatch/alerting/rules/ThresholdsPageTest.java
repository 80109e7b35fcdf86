package io.minewatch.alerting.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThresholdsPageTest {
  private static final Path RULES = Path.of("../rules");
  private static final Path PAGE = Path.of("../docs/thresholds.md");

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

  private static void regulation(
      RulePacks packs, RulePacks.Regulation regulation, List<String> out) {
    out.add("## " + regulation.name() + " " + regulation.nameEnglish());
    out.add("");
    out.add(
        "`" + regulation.pack() + "`: " + String.join(", ", new TreeSet<>(regulation.classes())));
    out.add("");
    out.add(
        "| id | 地点 | location | class | mines | steps | restore | 断电范围 | cut area | 条款 | date |"
            + " source | confidence |");
    out.add("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    packs.limits().stream()
        .filter(row -> row.rule().id().startsWith(regulation.pack() + ":"))
        .forEach(row -> out.add(line(row, regulation)));
    out.add("");
  }

  private static String line(LimitRow row, RulePacks.Regulation regulation) {
    List<String> steps =
        row.rule().steps().stream().map(step -> step.act() + " " + step.at()).toList();
    String mines =
        row.mines().equals(regulation.classes())
            ? "all"
            : String.join(", ", new TreeSet<>(row.mines()));
    return "| %s | %s | %s | %s | %s | %s %s %s %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            row.rule().id(),
            row.name(),
            row.nameEnglish(),
            row.location(),
            mines,
            row.rule().measure(),
            row.rule().side(),
            String.join(", ", steps),
            row.rule().measure().unit(),
            row.rule().restore(),
            row.rule().cutArea(),
            row.cutAreaEnglish(),
            row.rule().source().clause(),
            row.rule().source().date(),
            row.mark(),
            row.rule().source().confidence());
  }

  /** The rows that wait for the points of a mine. */
  private static void templates(RulePacks packs, List<String> out) {
    out.add("## 由矿井指定测点的规则 Rules whose points a mine names");
    out.add("");
    out.add("| id | 名称 | name | kind | mines | value | 条款 | date | source | confidence |");
    out.add("|---|---|---|---|---|---|---|---|---|---|");
    for (Template row : packs.templates()) {
      out.add(
          "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  row.id(),
                  row.name(),
                  row.nameEnglish(),
                  row.section(),
                  row.mines().isEmpty() ? "all" : String.join(", ", new TreeSet<>(row.mines())),
                  row.value(),
                  row.source().clause(),
                  row.source().date(),
                  row.mark(),
                  row.source().confidence()));
    }
    out.add("");
  }

  private static String line(EarlyRow row) {
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            row.rule().id(),
            row.rule().name(),
            row.rule().nameEnglish(),
            row.rule().getClass().getSimpleName(),
            row.rule().severity(),
            orAll(row.mines()),
            orAll(row.measures()),
            orAll(row.locations()),
            row.value(),
            row.rule().source().clause(),
            row.rule().source().date(),
            row.mark(),
            row.rule().source().confidence());
  }

  private static String orAll(Set<?> of) {
    return of.isEmpty()
        ? "all"
        : of.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  /** The rows that are about every mine as a whole. */
  private static void rows(RulePacks packs, List<String> out) {
    out.add("## 全矿适用的规则 Rules of the mine as a whole");
    out.add("");
    out.add("| id | 名称 | name | kind | mines | value | 条款 | date | source | confidence |");
    out.add("|---|---|---|---|---|---|---|---|---|---|");
    for (RuleRow row : packs.rows()) {
      out.add(
          "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  row.rule().id(),
                  row.rule().name(),
                  row.rule().nameEnglish(),
                  row.section(),
                  row.mines().isEmpty() ? "all" : String.join(", ", new TreeSet<>(row.mines())),
                  row.value(),
                  row.rule().source().clause(),
                  row.rule().source().date(),
                  row.mark(),
                  row.rule().source().confidence()));
    }
    out.add("");
  }

  private static String page(RulePacks packs) {
    List<String> out = new ArrayList<>();
    out.add("# Thresholds 限值");
    out.add("");
    out.add("Generated from `rules/` by `ThresholdsPageTest`; do not edit. 由规则包生成，请勿手改。");
    out.add("");
    for (RulePacks.Regulation regulation : packs.regulations()) {
      regulation(packs, regulation, out);
    }
    templates(packs, out);
    rows(packs, out);
    out.add("## 早期预警与数据质量 Early warnings and the quality of data");
    out.add("");
    out.add(
        "Reported before any limit, and work for maintenance. Time bases are proposals of this"
            + " platform. 时间基准为本平台建议值。");
    out.add("");
    out.add(
        "| id | 名称 | name | kind | colour | mines | measures | locations | numbers | 条款 | date |"
            + " source | confidence |");
    out.add("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    packs.early().forEach(row -> out.add(line(row)));
    out.add("");
    out.add("## 平台建议值 Proposals of this platform");
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
