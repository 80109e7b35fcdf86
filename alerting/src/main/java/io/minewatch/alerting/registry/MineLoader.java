package io.minewatch.alerting.registry;

import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads every mine file of a folder and resolves its limits from the packs. */
public final class MineLoader {
  private final RulePacks packs;
  private final Problems problems = new Problems();

  private MineLoader(RulePacks packs) {
    this.packs = packs;
  }

  /**
   * The mines by code.
   *
   * @throws Problems.BadFiles naming every problem of every file
   */
  public static Map<String, MineEntry> load(Path folder, RulePacks packs) {
    MineLoader loader = new MineLoader(packs);
    Map<String, MineEntry> mines = new TreeMap<>();
    List<Path> files = loader.files(folder);
    for (Path file : files) {
      Fields fields = Fields.read(file, loader.problems);
      MineEntry entry = loader.mine(fields);
      if (entry != null && mines.put(entry.plan().mine().value(), entry) != null) {
        fields.problem("mine " + entry.plan().mine() + " is in another file already");
      }
    }
    if (files.isEmpty()) {
      loader.problems.add(folder.toString(), "holds no mine file (*.yaml)");
    }
    loader.problems.stopIfAny();
    return mines;
  }

  private List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      problems.add(folder.toString(), "cannot be listed: " + e.getMessage());
      return List.of();
    }
  }

  private @Nullable MineEntry mine(Fields file) {
    int before = problems.found().size();
    String code = file.text("mine");
    String name = file.text("name");
    String english = file.text("nameEnglish");
    String kind = file.text("kind");
    List<String> jurisdiction = file.texts("jurisdiction");
    Set<String> classes = Set.copyOf(file.texts("classes"));
    if (!packs.mineClasses().containsAll(classes) || classes.isEmpty()) {
      file.problem("classes are of " + packs.mineClasses() + ", were " + classes);
    }
    Duration tagPeriod = file.duration("tagPeriod");
    List<ZonePlan> zones = new ArrayList<>();
    file.rows("zones").forEach(row -> guarded(row, () -> zones.add(zone(row))));
    Map<String, LimitRule> limits = new LinkedHashMap<>();
    List<PointPlan> points = new ArrayList<>();
    OwnLimits own = new OwnLimits(file);
    file.rows("points")
        .forEach(row -> guarded(row, () -> points.add(point(row, classes, own, limits))));
    own.refuseUnused();
    file.refuseOthers();
    if (problems.found().size() > before) {
      return null;
    }
    List<MineEntry> made = new ArrayList<>();
    guarded(
        file,
        () ->
            made.add(
                new MineEntry(
                    kind,
                    jurisdiction,
                    new Plan(
                        new MineCode(code),
                        name,
                        english,
                        1,
                        Instant.EPOCH,
                        tagPeriod,
                        zones,
                        points,
                        List.copyOf(limits.values()),
                        packs.silence()))));
    return made.isEmpty() ? null : made.get(0);
  }

  /** What a record of the domain refuses is a problem of the file. */
  private static void guarded(Fields fields, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException e) {
      fields.problem(String.valueOf(e.getMessage()));
    }
  }

  private static ZonePlan zone(Fields row) {
    ZonePlan zone =
        new ZonePlan(
            new ZoneId(row.text("id")),
            row.text("name"),
            row.text("nameEnglish"),
            Boolean.parseBoolean(row.text("underground")),
            row.integer("peopleLimit", 0),
            row.texts("neighbours").stream().map(ZoneId::new).toList(),
            row.number("x"),
            row.number("y"));
    row.refuseOthers();
    return zone;
  }

  private PointPlan point(
      Fields row, Set<String> classes, OwnLimits own, Map<String, LimitRule> limits) {
    Measure measure = row.constant("measure", Measure.class);
    String location = row.text("location", "");
    String id = row.text("id");
    List<LimitRule> rules =
        packs.at(location, measure, classes).stream().map(law -> own.over(law, id)).toList();
    if (!location.isEmpty() && !packs.knowsLocation(location)) {
      row.problem("no rule pack knows the location class '" + location + "'");
    } else if (!location.isEmpty() && rules.isEmpty()) {
      row.problem(
          "no limit for %s at '%s' in a mine that is %s".formatted(measure, location, classes));
    } else if (measure == Measure.METHANE && location.isEmpty()) {
      row.problem("a methane point needs a location class");
    }
    rules.forEach(rule -> limits.put(rule.id(), rule.clearingAfter(packs.hold())));
    PointPlan point =
        new PointPlan(
            new PointId(id),
            new ZoneId(row.text("zone")),
            measure,
            row.text("name"),
            row.text("nameEnglish"),
            location,
            row.duration("period"),
            rules.stream().map(LimitRule::id).toList());
    row.refuseOthers();
    return point;
  }
}
