package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pack of one regulation: its name, the classes of mines that it knows, its limits. */
final class RegulationPack {
  private static final String ALL = "all";

  private final Fields pack;
  private final Problems problems;
  private final RulePacks.Regulation regulation;
  private final List<Template> templates;

  RegulationPack(String name, Fields pack, Problems problems) {
    this.pack = pack;
    this.problems = problems;
    if (!pack.text("pack").equals(name)) {
      pack.problem("pack is called " + pack.text("pack"));
    }
    this.regulation =
        new RulePacks.Regulation(
            name,
            pack.text("regulation"),
            pack.text("regulationEnglish"),
            Set.copyOf(pack.texts("classes")));
    this.templates = Templates.read(pack, name, regulation.classes());
  }

  /** Its rows that wait for the points of a mine. */
  List<Template> templates() {
    return templates;
  }

  RulePacks.Regulation regulation() {
    return regulation;
  }

  /** Its limits; rows with problems are left out. */
  List<LimitRow> limits(Map<Step.Act, Severity> severities) {
    List<LimitRow> limits = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields row : pack.has("limits") ? pack.rows("limits") : List.<Fields>of()) {
      if (!ids.add(row.text("id"))) {
        row.problem("the id is there twice");
      }
      LimitRow limit = limit(row, severities);
      if (limit != null) {
        limits.add(limit);
      }
    }
    return limits;
  }

  /** Its rows beside limits; the last to be read, for it refuses what nobody has asked for. */
  Others others() {
    String file = regulation.pack() + ".yaml";
    Others others =
        new Others(
            early(),
            templates(),
            RuleSections.read(pack, regulation.pack(), file, regulation.classes()));
    pack.refuseOthers();
    return others;
  }

  /** A row of a regulation is about mines of this regulation. */
  private List<EarlyRow> early() {
    List<EarlyRow> rows = new ArrayList<>();
    for (EarlyRow row : EarlyRows.read(pack, regulation.pack(), regulation.pack() + ".yaml")) {
      if (!regulation.classes().containsAll(row.mines())) {
        pack.problem(row.rule().id() + ": mines are of " + regulation.classes());
      }
      Set<String> mines = row.mines().isEmpty() ? regulation.classes() : row.mines();
      rows.add(
          new EarlyRow(
              row.rule(), row.measures(), mines, row.locations(), row.value(), row.mark()));
    }
    return rows;
  }

  private @Nullable LimitRow limit(Fields row, Map<Step.Act, Severity> severities) {
    int before = problems.found().size();
    Source source = PlatformPack.source(row, regulation.pack() + ".yaml");
    Measure measure = row.constant("measure", Measure.class);
    Side side = row.constant("side", Side.class);
    if (!row.text("unit").equals(measure.unit())) {
      row.problem("unit of " + measure + " is " + measure.unit() + ", was " + row.text("unit"));
    }
    double alarm = row.number("alarm");
    List<Double> cuts = row.has("cut") ? row.numbers("cut") : List.of();
    List<Double> stops = row.has("stop") ? row.numbers("stop") : List.of();
    List<Double> withdrawals = row.has("withdraw") ? row.numbers("withdraw") : List.of();
    double restore = row.has("restore") ? row.number("restore") : alarm;
    row.text("tag");
    Set<String> mines = mines(row);
    contradictions(row, side, alarm, restore, source.clause());
    ascending(row, side, alarm, "cut", cuts);
    ascending(row, side, alarm, "stop", stops);
    ascending(row, side, alarm, "withdraw", withdrawals);
    String area = cuts.isEmpty() ? "" : row.text("cutArea");
    String areaEnglish = cuts.isEmpty() ? "" : row.text("cutAreaEnglish");
    String location = row.text("location");
    String name = row.text("name");
    String english = row.text("nameEnglish");
    String mark = row.text("source");
    String id = regulation.pack() + ":" + row.text("id");
    row.refuseOthers();
    if (problems.found().size() > before || severities.size() < Step.Act.values().length) {
      return null;
    }
    List<Step> steps = new ArrayList<>();
    steps.add(step(Step.Act.ALARM, alarm, severities));
    // Work stops: an alarm still, in the colour of a cut.
    stops.forEach(at -> steps.add(new Step(Step.Act.ALARM, at, colour(Step.Act.CUT, severities))));
    cuts.forEach(at -> steps.add(step(Step.Act.CUT, at, severities)));
    withdrawals.forEach(at -> steps.add(step(Step.Act.WITHDRAW, at, severities)));
    Comparator<Step> nearest = Comparator.comparingDouble(Step::at);
    steps.sort(side == Side.HIGH ? nearest : nearest.reversed());
    LimitRule rule =
        new LimitRule(
            id, measure, side, steps, restore, Duration.ZERO, Duration.ZERO, area, source);
    return new LimitRow(rule, location, mines, name, english, areaEnglish, mark);
  }

  private static Step step(Step.Act act, double at, Map<Step.Act, Severity> severities) {
    return new Step(act, at, colour(act, severities));
  }

  private static Severity colour(Step.Act act, Map<Step.Act, Severity> severities) {
    return Objects.requireNonNull(severities.get(act), "checked by the caller");
  }

  /** The classes of mines of a row; {@code all} stands for all that the pack knows. */
  private Set<String> mines(Fields row) {
    Set<String> mines = Set.copyOf(row.texts("mines"));
    if (mines.equals(Set.of(ALL))) {
      return regulation.classes();
    }
    if (!regulation.classes().containsAll(mines) || mines.isEmpty()) {
      row.problem("mines are '" + ALL + "' or of " + regulation.classes() + ", were " + mines);
    }
    return mines;
  }

  private static void contradictions(
      Fields row, Side side, double alarm, double restore, String clause) {
    if (side.worse(restore, alarm)) {
      row.problem("restore " + restore + " lies beyond the alarm " + alarm + " (" + clause + ")");
    }
  }

  private static void ascending(
      Fields row, Side side, double alarm, String what, List<Double> steps) {
    double before = alarm;
    for (double step : steps) {
      if (side.worse(before, step)) {
        row.problem(
            what + " " + step + " comes before " + before + " (" + row.text("clause", "") + ")");
      }
      before = step;
    }
  }
}
