package io.minewatch.alerting.registry;

import io.minewatch.alerting.notify.cap.CapArea;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
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
    if (code.equals(MineCode.CANARY.value())) {
      file.problem("the code " + code + " is kept for test readings");
    }
    CapArea.Place place = file.has("place") ? place(file.part("place")) : null;
    Duration tagPeriod = file.duration("tagPeriod");
    MineStatus status =
        file.has("status") ? file.constant("status", MineStatus.class) : MineStatus.WORKING;
    ShiftPlan shifts = shifts(file);
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
                        status,
                        shifts,
                        tagPeriod,
                        zones,
                        points,
                        rules(limits.values())),
                    place)));
    return made.isEmpty() ? null : made.get(0);
  }

  private static CapArea.@Nullable Place place(Fields row) {
    double latitude = row.number("latitude");
    double longitude = row.number("longitude");
    row.refuseOthers();
    List<CapArea.Place> made = new ArrayList<>();
    guarded(row, () -> made.add(new CapArea.Place(latitude, longitude)));
    return made.isEmpty() ? null : made.get(0);
  }

  private List<Rule> rules(Collection<LimitRule> limits) {
    List<Rule> rules = new ArrayList<>(limits);
    rules.add(packs.silence());
    return rules;
  }

  private static ShiftPlan shifts(Fields file) {
    List<ShiftPlan> made = new ArrayList<>();
    if (file.has("shifts")) {
      guarded(
          file,
          () ->
              made.add(
                  new ShiftPlan(
                      file.text("timeZone"),
                      file.texts("shifts").stream().map(LocalTime::parse).toList())));
    }
    return made.isEmpty() ? ShiftPlan.NOT_TOLD : made.get(0);
  }

  /** What a record of the domain refuses is a problem of the file. */
  private static void guarded(Fields fields, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException | DateTimeException e) {
      fields.problem(String.valueOf(e.getMessage()));
    }
  }

  private static ZoneKind zoneKind(Fields row, boolean underground) {
    if (row.has("kind")) {
      return row.constant("kind", ZoneKind.class);
    }
    return underground ? ZoneKind.OTHER : ZoneKind.SURFACE;
  }

  private static Sensor sensor(Fields row) {
    return new Sensor(
        row.text("substation", ""),
        row.has("reporting")
            ? row.constant("reporting", Sensor.Reporting.class)
            : Sensor.Reporting.NOT_TOLD,
        row.has("noiseFloor") ? row.number("noiseFloor") : 0,
        row.has("lowest") ? row.number("lowest") : -Sensor.WIDEST,
        row.has("highest") ? row.number("highest") : Sensor.WIDEST);
  }

  private static ZonePlan zone(Fields row) {
    boolean underground = Boolean.parseBoolean(row.text("underground"));
    ZonePlan zone =
        new ZonePlan(
            new ZoneId(row.text("id")),
            row.text("name"),
            row.text("nameEnglish"),
            underground,
            row.integer("peopleLimit", 0),
            row.texts("neighbours").stream().map(ZoneId::new).toList(),
            row.number("x"),
            row.number("y"),
            zoneKind(row, underground),
            row.has("elevation") ? row.number("elevation") : null,
            row.has("downwind")
                ? row.texts("downwind").stream().map(ZoneId::new).toList()
                : List.of());
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
            rules.stream().map(LimitRule::id).toList(),
            sensor(row));
    row.refuseOthers();
    return point;
  }
}
