package io.minewatch.bench.nation;

import io.minewatch.bench.script.Rulebook;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.ZonePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes what alerting reads at its start: the workload's rules as a pack beside the platform's own
 * rows, and every mine's registry.
 */
final class RegistryFiles {
  private static final String PACKS = "packs: [";
  private static final String GUIDANCE = "guidance.yaml";

  /** What the ids of the workload's rules begin with: the name of its pack. */
  static final String PACK = "bench";

  private RegistryFiles() {}

  /**
   * The rules folder: the platform's rows and the guidance as they are, with this one pack in the
   * place of the regulations.
   *
   * @param real the folder of the real rules
   */
  static void rules(Path real, Path folder) throws IOException {
    Files.createDirectories(folder);
    String platform = Files.readString(real.resolve("platform.yaml"));
    String own =
        platform
            .lines()
            .map(line -> line.startsWith(PACKS) ? PACKS + PACK + "]" : line)
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(folder.resolve("platform.yaml"), own);
    Files.copy(real.resolve(GUIDANCE), folder.resolve(GUIDANCE));
    StringBuilder pack =
        new StringBuilder(
            """
            pack: bench
            regulation: 基准测试
            regulationEnglish: Part of the benchmark's load
            classes: [bench]
            limits:
            """);
    for (LimitRule rule : Rulebook.rulesOfARegistry()) {
      pack.append(row(rule));
    }
    Files.writeString(folder.resolve("bench.yaml"), pack);
  }

  private static String row(LimitRule rule) {
    String name = location(rule.id());
    StringBuilder row = new StringBuilder();
    row.append("  - id: \"").append(rule.id().substring(PACK.length() + 1)).append("\"\n");
    line(row, "location", place(rule));
    line(row, "name", name);
    line(row, "nameEnglish", name);
    line(row, "tag", "\"\"");
    line(row, "mines", "[all]");
    line(row, "measure", rule.measure().name());
    line(row, "unit", "\"" + rule.measure().unit() + "\"");
    line(row, "side", rule.side() == Side.HIGH ? "HIGH" : "LOW");
    line(row, "alarm", Double.toString(rule.steps().get(0).at()));
    if (rule.steps().size() > 1) {
      line(row, "cut", "[" + rule.steps().get(1).at() + "]");
      line(row, "cutArea", "基准");
      line(row, "cutAreaEnglish", "bench");
    }
    line(row, "restore", Double.toString(rule.restore()));
    line(row, "clause", "part of the benchmark's load");
    line(row, "date", "\"2026-01-01\"");
    line(row, "source", "bench");
    line(row, "confidence", "PROPOSAL");
    return row.toString();
  }

  private static void line(StringBuilder row, String key, String value) {
    row.append("    ").append(key).append(": ").append(value).append('\n');
  }

  /** A place for each measure: all rules of a measure hold at its points. */
  private static String place(LimitRule rule) {
    return location(rule.measure().name());
  }

  private static String location(String name) {
    return "bench-" + name.toLowerCase(Locale.ROOT).replace('_', '-').replace(':', '-');
  }

  /** A registry file for each mine. */
  static void mines(Workload workload, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Mine mine : workload.mines()) {
      Files.writeString(folder.resolve(mine.code() + ".yaml"), yaml(mine));
    }
  }

  private static String yaml(Mine mine) {
    StringBuilder text = new StringBuilder();
    text.append("mine: \"").append(mine.code()).append("\"\n");
    text.append("name: ").append(mine.plan().name()).append('\n');
    text.append("nameEnglish: ").append(mine.plan().nameEnglish()).append('\n');
    text.append("kind: coal-underground\nclasses: [").append(PACK).append("]\n");
    String code = mine.code();
    text.append("jurisdiction: [\"").append(code, 0, 2).append("\", \"").append(code, 0, 4);
    text.append("\", \"").append(code, 0, 6).append("\"]\n");
    text.append("tagPeriod: ").append(mine.plan().tagPeriod()).append("\nzones:\n");
    for (ZonePlan zone : mine.plan().zones()) {
      String next =
          zone.neighbours().stream().map(Object::toString).collect(Collectors.joining(", "));
      text.append("  - {id: ").append(zone.id()).append(", name: ").append(zone.name());
      text.append(", nameEnglish: ").append(zone.nameEnglish());
      text.append(", underground: ").append(zone.underground());
      text.append(", neighbours: [").append(next).append("]}\n");
    }
    text.append("points:\n");
    for (PointPlan point : mine.plan().points()) {
      text.append("  - {id: ").append(point.id()).append(", zone: ").append(point.zone());
      text.append(", measure: ").append(point.measure()).append(", name: ").append(point.id());
      if (!point.rules().isEmpty()) {
        text.append(", location: ").append(location(point.measure().name()));
      }
      text.append(", period: ").append(point.period()).append("}\n");
    }
    return text.toString();
  }
}
