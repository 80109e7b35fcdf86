package io.minewatch.bench.nation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.script.Rulebook;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.LimitRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The file in which a peer at the broker writes what it finds, a line of JSON for each fact. */
final class PeerAlarms {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PeerAlarms() {}

  /** Where a peer writes. */
  static Path file(Path folder) {
    return folder.resolve("alarms.jsonl");
  }

  /** A line that tells the colour itself; others tell the step that is reached, from 1. */
  static String line(Told told) {
    return JSON.createObjectNode()
        .put("mine", told.mine())
        .put("point", told.point())
        .put("rule", told.rule())
        .put("kind", told.kind().name())
        .put("severity", told.severity().name())
        .put("fact", told.fact())
        .put("onset", told.onsetMillis())
        .put("measured", told.measuredMillis())
        .toString();
  }

  static List<Told> read(Path file) throws IOException {
    Map<String, LimitRule> rules =
        Rulebook.rulesOfARegistry().stream()
            .collect(Collectors.toMap(LimitRule::id, Function.identity()));
    List<Told> told = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        told.add(told(JSON.readTree(line), rules));
      }
    }
    return told;
  }

  private static Told told(JsonNode alarm, Map<String, LimitRule> rules) {
    LimitRule rule = Objects.requireNonNull(rules.get(alarm.get("rule").asText()));
    FindingKind kind = FindingKind.valueOf(alarm.get("kind").asText());
    return new Told(
        alarm.get("mine").asText(),
        alarm.get("point").asText(),
        rule.id(),
        alarm.get("fact").asInt(),
        kind,
        severity(alarm, rule, kind),
        alarm.get("onset").asLong(),
        alarm.get("measured").asLong());
  }

  private static Severity severity(JsonNode alarm, LimitRule rule, FindingKind kind) {
    if (alarm.has("severity")) {
      return Severity.valueOf(alarm.get("severity").asText());
    }
    Severity reached = rule.steps().get(alarm.get("level").asInt() - 1).severity();
    return kind == FindingKind.BLIND ? reached.raised() : reached;
  }
}
