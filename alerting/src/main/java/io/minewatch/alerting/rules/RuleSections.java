package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a pack whose rows are about every mine as a whole: each is one kind of judging. A
 * new kind is a line here.
 */
final class RuleSections {
  /** Reads what only this kind of row has: the rule, and its numbers in words. */
  interface Kind {
    Read read(Fields row, Head head);
  }

  /** What every row has. */
  record Head(String id, String name, String nameEnglish, Delays delays, Source source) {}

  /** A rule and its numbers, as a person reads them. */
  record Read(Rule rule, String value) {}

  private static final SortedMap<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "outages",
              RuleSections::outage,
              "ownAlarms",
              RuleSections::ownAlarm,
              "people",
              PeopleRows::read));

  private RuleSections() {}

  /**
   * The rows of all sections that the pack has; those with problems are left out.
   *
   * @param classes of mines that the pack knows; empty where it is for all
   */
  static List<RuleRow> read(Fields pack, String name, String file, Set<String> classes) {
    List<RuleRow> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (var each : KINDS.entrySet()) {
      if (pack.has(each.getKey())) {
        for (Fields row : pack.rows(each.getKey())) {
          if (!ids.add(row.text("id"))) {
            row.problem("the id is there twice");
          }
          RuleRow read = row(row, each.getKey(), each.getValue(), name, file, classes);
          if (read != null) {
            rows.add(read);
          }
        }
      }
    }
    return rows;
  }

  private static @Nullable RuleRow row(
      Fields row, String section, Kind kind, String pack, String file, Set<String> classes) {
    Source source = PlatformPack.source(row, file);
    Set<String> mines = row.has("mines") ? Set.copyOf(row.texts("mines")) : classes;
    if (!classes.isEmpty() && !classes.containsAll(mines)) {
      row.problem("mines are of " + classes + ", were " + mines);
    }
    Delays delays = new Delays(notNegative(row, "raiseAfter"), notNegative(row, "clearAfter"));
    String id = pack + ":" + row.text("id");
    Head head = new Head(id, row.text("name"), row.text("nameEnglish"), delays, source);
    try {
      Read read = kind.read(row, head);
      row.refuseOthers();
      return new RuleRow(read.rule(), section, mines, read.value(), row.text("source"));
    } catch (IllegalArgumentException e) {
      row.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static Duration notNegative(Fields row, String key) {
    Duration time = row.duration(key, Duration.ZERO);
    if (time.isNegative()) {
      row.problem(key + " must not be negative, was " + time);
      return Duration.ZERO;
    }
    return time;
  }

  private static Read outage(Fields row, Head head) {
    OutageRule rule =
        new OutageRule(
            head.id(),
            row.constant("of", OutageRule.Of.class),
            head.name(),
            head.nameEnglish(),
            row.constant("lawful", Severity.class),
            row.constant("other", Severity.class),
            head.delays(),
            head.source());
    return new Read(
        rule,
        "%s, elsewhere %s; after %s, over after %s"
            .formatted(
                rule.lawful(),
                rule.other(),
                rule.delays().raiseAfter(),
                rule.delays().clearAfter()));
  }

  private static Read ownAlarm(Fields row, Head head) {
    OwnAlarmRule rule =
        new OwnAlarmRule(
            head.id(),
            row.constant("of", OwnAlarm.Kind.class),
            head.name(),
            head.nameEnglish(),
            row.constant("severity", Severity.class),
            head.source());
    return new Read(rule, rule.of() + " is " + rule.severity());
  }
}
