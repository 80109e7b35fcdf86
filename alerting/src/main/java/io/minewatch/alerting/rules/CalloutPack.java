package io.minewatch.alerting.rules;

import io.minewatch.alerting.accident.ReportRule;
import io.minewatch.alerting.attendance.AttendanceRules;
import io.minewatch.alerting.overview.Freshness;
import io.minewatch.alerting.yaml.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads the rows of the platform's pack that say how people are called. */
final class CalloutPack {
  private CalloutPack() {}

  /**
   * Reads them.
   *
   * @param keep hears each row with its value in words, and closes it
   */
  static Callout read(Fields pack, int ladder, BiConsumer<Fields, String> keep) {
    Map<Integer, List<String>> channels = new HashMap<>();
    for (Fields row : pack.rows("channels")) {
      Set<String> by = new LinkedHashSet<>(List.of(Callout.CONSOLE));
      by.addAll(row.texts("by"));
      for (int rung : rungs(row, ladder)) {
        if (channels.put(rung, List.copyOf(by)) != null) {
          row.problem("rung " + rung + " is in another row already");
        }
      }
      keep.accept(row, "rungs " + row.numbers("rungs") + ": " + String.join(", ", by));
    }
    List<Integer> covered = List.of();
    Duration coverage = Duration.ZERO;
    for (Fields row : only(pack, "coverage")) {
      covered = rungs(row, ladder);
      coverage = row.duration("time");
      keep.accept(row, "rungs " + row.numbers("rungs") + ", " + coverage);
    }
    Duration canary = Duration.ZERO;
    for (Fields row : only(pack, "canary")) {
      canary = row.duration("time");
      if (canary.isNegative() || canary.isZero()) {
        row.problem("time must be positive, was " + canary);
      }
      keep.accept(row, canary.toString());
    }
    return new Callout(
        channels,
        covered,
        coverage,
        canary,
        reports(pack, keep),
        attendance(pack, keep),
        freshness(pack, keep));
  }

  /** Stands in until the row is read; a start without it stops. */
  private static AttendanceRules attendance(Fields pack, BiConsumer<Fields, String> keep) {
    AttendanceRules rules = Callout.console().attendance();
    for (Fields row : only(pack, "attendance")) {
      try {
        rules = new AttendanceRules(row.duration("heard"), row.duration("unattended"));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      keep.accept(row, "a beat for %s, unattended %s".formatted(rules.heard(), rules.unattended()));
    }
    return rules;
  }

  private static Freshness freshness(Fields pack, BiConsumer<Fields, String> keep) {
    Freshness terms = Callout.console().freshness();
    for (Fields row : only(pack, "freshness")) {
      try {
        terms = new Freshness(row.duration("summary"), row.duration("positions"));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      keep.accept(row, "judging %s, positions %s".formatted(terms.summary(), terms.positions()));
    }
    return terms;
  }

  private static List<ReportRule> reports(Fields pack, BiConsumer<Fields, String> keep) {
    List<ReportRule> reports = new ArrayList<>();
    for (Fields row : pack.rows("accidentReports")) {
      Fields sender = row.part("sender");
      Fields receiver = row.part("receiver");
      try {
        reports.add(
            new ReportRule(
                row.text("id"),
                row.constant("form", ReportRule.Form.class),
                sender.text("name"),
                sender.text("nameEnglish"),
                receiver.text("name"),
                receiver.text("nameEnglish"),
                row.duration("time")));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      sender.refuseOthers();
      receiver.refuseOthers();
      keep.accept(
          row,
          "%s → %s: %s within %s"
              .formatted(
                  sender.text("name"),
                  receiver.text("name"),
                  row.text("form"),
                  row.duration("time")));
    }
    return reports;
  }

  private static List<Fields> only(Fields pack, String key) {
    List<Fields> rows = pack.rows(key);
    if (rows.size() != 1) {
      pack.problem(key + " needs exactly one row, has " + rows.size());
    }
    return rows;
  }

  private static List<Integer> rungs(Fields row, int ladder) {
    List<Integer> rungs = row.numbers("rungs").stream().map(Double::intValue).toList();
    for (int rung : rungs) {
      if (rung < 1 || rung > ladder) {
        row.problem("the ladder has no rung " + rung);
      }
    }
    return rungs;
  }
}
