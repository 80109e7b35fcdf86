package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.withdrawal.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to do at which hazard and level, in the order of doing. Shown beside an incident; nothing is
 * decided by it.
 */
public record Guidance(List<Advice> advice) {
  static final String FILE = "guidance.yaml";

  /**
   * One thing to do.
   *
   * @param from the mildest severity of an incident at which it is shown
   * @param text in Chinese
   * @param reason with which an order to withdraw is given; null where none is meant
   */
  public record Advice(
      String id,
      Hazard hazard,
      Severity from,
      String text,
      String textEnglish,
      @Nullable Reason reason,
      Source source) {}

  public Guidance {
    advice = List.copyOf(advice);
  }

  /**
   * Reads it from a folder of rule packs.
   *
   * @throws Problems.BadFiles naming every row that is not sound
   */
  public static Guidance load(Path folder) {
    Problems problems = new Problems();
    Fields pack = Fields.read(folder.resolve(FILE), problems);
    pack.text("pack");
    List<Advice> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields row : pack.rows("guidance")) {
      String id = row.text("id");
      if (!ids.add(id)) {
        row.problem("the id is there twice");
      }
      all.add(
          new Advice(
              id,
              row.constant("hazard", Hazard.class),
              row.constant("from", Severity.class),
              filled(row, "text"),
              filled(row, "textEnglish"),
              row.has("reason") ? row.constant("reason", Reason.class) : null,
              PlatformPack.source(row, FILE)));
      row.refuseOthers();
    }
    pack.refuseOthers();
    problems.stopIfAny();
    return new Guidance(all);
  }

  private static String filled(Fields row, String key) {
    String text = row.text(key);
    if (row.has(key) && text.isBlank()) {
      row.problem(key + " is blank");
    }
    return text;
  }
}
