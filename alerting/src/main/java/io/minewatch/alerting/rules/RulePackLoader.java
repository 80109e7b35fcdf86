package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the packs of a rules folder; a missing or contradictory row stops the start. */
public final class RulePackLoader {
  static final String COAL = "cn-coal-2025.yaml";
  static final String PLATFORM = "platform.yaml";
  private static final Set<String> MINES =
      Set.of("all", "low-gas", "high-gas", "outburst", "high-gas-rock-burst");

  private RulePackLoader() {}

  /** The mine classes that a registry may name. */
  public static Set<String> mineClasses() {
    Set<String> classes = new HashSet<>(MINES);
    classes.remove("all");
    return classes;
  }

  /**
   * Loads the packs of a folder.
   *
   * @throws Problems.BadFiles naming file, row and clause of every problem
   */
  public static RulePacks load(Path folder) {
    Problems problems = new Problems();
    PlatformPack platform =
        PlatformPack.read(Fields.read(folder.resolve(PLATFORM), problems), PLATFORM);
    List<LimitRow> limits = new ArrayList<>();
    Fields coal = Fields.read(folder.resolve(COAL), problems);
    String pack = coal.text("pack");
    coal.text("regulation");
    coal.text("regulationEnglish");
    Set<String> ids = new HashSet<>();
    for (Fields row : coal.rows("limits")) {
      if (!ids.add(row.text("id"))) {
        row.problem("the id is there twice");
      }
      LimitRow limit = limit(row, pack, platform.severities(), problems);
      if (limit != null) {
        limits.add(limit);
      }
    }
    coal.refuseOthers();
    problems.stopIfAny();
    return platform.with(limits);
  }

  private static @Nullable LimitRow limit(
      Fields row, String pack, Map<Step.Act, Severity> severities, Problems problems) {
    int before = problems.found().size();
    Source source = source(row, COAL);
    Measure measure = row.constant("measure", Measure.class);
    Side side = row.constant("side", Side.class);
    if (!row.text("unit").equals(measure.unit())) {
      row.problem("unit of " + measure + " is " + measure.unit() + ", was " + row.text("unit"));
    }
    double alarm = row.number("alarm");
    List<Double> cuts = row.has("cut") ? row.numbers("cut") : List.of();
    double restore = row.has("restore") ? row.number("restore") : alarm;
    row.text("tag");
    List<String> mines = row.texts("mines");
    if (!MINES.containsAll(mines) || mines.isEmpty()) {
      row.problem("mines are of " + MINES + ", were " + mines);
    }
    contradictions(row, side, alarm, cuts, restore, source.clause());
    String area = cuts.isEmpty() ? "" : row.text("cutArea");
    String areaEnglish = cuts.isEmpty() ? "" : row.text("cutAreaEnglish");
    String location = row.text("location");
    String name = row.text("name");
    String english = row.text("nameEnglish");
    String mark = row.text("source");
    String id = pack + ":" + row.text("id");
    row.refuseOthers();
    if (problems.found().size() > before || severities.size() < Step.Act.values().length) {
      return null;
    }
    List<Step> steps = new ArrayList<>();
    steps.add(step(Step.Act.ALARM, alarm, severities));
    cuts.forEach(cut -> steps.add(step(Step.Act.CUT, cut, severities)));
    LimitRule rule =
        new LimitRule(
            id, measure, side, steps, restore, Duration.ZERO, Duration.ZERO, area, source);
    return new LimitRow(rule, location, mines, name, english, areaEnglish, mark);
  }

  private static Step step(Step.Act act, double at, Map<Step.Act, Severity> severities) {
    return new Step(act, at, Objects.requireNonNull(severities.get(act), "checked by the caller"));
  }

  private static void contradictions(
      Fields row, Side side, double alarm, List<Double> cuts, double restore, String clause) {
    if (side.worse(restore, alarm)) {
      row.problem("restore " + restore + " lies beyond the alarm " + alarm + " (" + clause + ")");
    }
    double before = alarm;
    for (double cut : cuts) {
      if (side.worse(before, cut)) {
        row.problem("cut " + cut + " comes before " + before + " (" + clause + ")");
      }
      before = cut;
    }
  }

  static Source source(Fields row, String file) {
    String clause = row.text("clause");
    String date = row.text("date");
    row.text("source");
    Confidence confidence = row.constant("confidence", Confidence.class);
    if (clause.isBlank() && row.has("clause")) {
      row.problem("clause is blank");
    }
    return new Source(
        file, clause.isBlank() ? "missing" : clause, date.isBlank() ? "missing" : date, confidence);
  }
}
