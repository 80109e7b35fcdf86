package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.withdrawal.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
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

  private static final String ALL = "all";

  /**
   * One thing to do.
   *
   * @param mines classes of mines that its clause is about; empty for all
   * @param measures of findings that are meant; empty for all
   * @param from the mildest severity of an incident at which it is shown
   * @param to the worst; null for none
   * @param text in Chinese
   * @param reason with which an order to withdraw is given; null where none is meant
   */
  public record Advice(
      String id,
      Hazard hazard,
      Set<String> mines,
      Set<Measure> measures,
      Severity from,
      @Nullable Severity to,
      String text,
      String textEnglish,
      @Nullable Reason reason,
      Source source) {
    public Advice {
      mines = Set.copyOf(mines);
      measures = Set.copyOf(measures);
    }

    boolean isFor(Set<String> classes) {
      return mines.isEmpty() || mines.stream().anyMatch(classes::contains);
    }
  }

  public Guidance {
    advice = List.copyOf(advice);
  }

  /**
   * Reads it from a folder of rule packs.
   *
   * @param mineClasses those that there are
   * @throws Problems.BadFiles naming every row that is not sound
   */
  public static Guidance load(Path folder, Set<String> mineClasses) {
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
      Severity from = row.constant("from", Severity.class);
      Severity to = row.has("to") ? row.constant("to", Severity.class) : null;
      if (to != null && to.compareTo(from) < 0) {
        row.problem("is shown at no level: from " + from + " to " + to);
      }
      all.add(
          new Advice(
              id,
              row.constant("hazard", Hazard.class),
              mines(row, mineClasses),
              measures(row),
              from,
              to,
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

  /** What is said to mines of these classes. */
  public List<Advice> to(Set<String> classes) {
    return advice.stream().filter(each -> each.isFor(classes)).toList();
  }

  private static Set<String> mines(Fields row, Set<String> mineClasses) {
    Set<String> mines = new HashSet<>(row.texts("mines"));
    if (row.has("mines") && mines.isEmpty()) {
      row.problem("is for no mines; say all where all are meant");
    }
    boolean isForAll = mines.remove(ALL);
    // Of none of them there may be no pack here: then nobody is of such a class.
    boolean isOfAbsentPacks = !isForAll && mines.stream().noneMatch(mineClasses::contains);
    if (!isOfAbsentPacks && !mineClasses.containsAll(mines)) {
      row.problem("mines are all or of " + mineClasses + ", were " + mines);
    }
    return isForAll ? Set.of() : mines;
  }

  private static Set<Measure> measures(Fields row) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    for (String name : row.has("measures") ? row.texts("measures") : List.<String>of()) {
      try {
        measures.add(Measure.valueOf(name));
      } catch (IllegalArgumentException e) {
        row.problem("no measure is called " + name);
      }
    }
    return measures;
  }

  private static String filled(Fields row, String key) {
    String text = row.text(key);
    if (row.has(key) && text.isBlank()) {
      row.problem(key + " is blank");
    }
    return text;
  }
}
