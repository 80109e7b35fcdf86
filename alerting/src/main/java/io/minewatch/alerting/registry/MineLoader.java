package io.minewatch.alerting.registry;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.notify.cap.CapArea;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.NeverTrue;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the registry document of a mine, from a file of a folder or as it is kept, and resolves its
 * limits from the packs. A key that is added here is to be optional, for documents are kept, and
 * gets its row in {@code document.Keys}, which says what a change of it means.
 */
public final class MineLoader {
  /** By so much at most the version and the time make a published plan longer. */
  private static final int NUMBERS = 64;

  private final RulePacks packs;
  private final Problems problems;

  private MineLoader(RulePacks packs, Problems problems) {
    this.packs = packs;
    this.problems = problems;
  }

  /**
   * The mines by code.
   *
   * @throws Problems.BadFiles naming every problem of every file
   */
  public static Map<String, MineEntry> load(Path folder, RulePacks packs) {
    return load(folder, packs, document -> false);
  }

  /**
   * The same, passing over what is wrong with a file that was taken before: it is kept, and what
   * packs that have changed since find in it is told where it is read.
   *
   * @param taken whether a document was taken from its file as it is
   */
  public static Map<String, MineEntry> load(
      Path folder, RulePacks packs, Predicate<Document> taken) {
    MineLoader loader = new MineLoader(packs, new Problems());
    Map<String, MineEntry> mines = new TreeMap<>();
    List<Path> files = loader.files(folder);
    for (Path file : files) {
      Problems own = new Problems();
      Fields fields = Fields.read(file, own);
      MineEntry entry = new MineLoader(packs, own).mine(fields);
      if (!own.isEmpty() && taken.test(fields.document())) {
        continue;
      }
      loader.problems.addAll(own);
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

  /**
   * The mine that a document describes, or null.
   *
   * @param problems where everything that is wrong with it is told
   */
  public static @Nullable MineEntry read(Document document, RulePacks packs, Problems problems) {
    String where = "mine " + document.root().getOrDefault("mine", "?");
    return new MineLoader(packs, problems).mine(Fields.of(where, document.root(), problems));
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
    Declared declared = new Declared(file);
    declared.lists();
    List<ZonePlan> zones = new ArrayList<>();
    OwnPeople people = new OwnPeople(file);
    file.rows("zones")
        .forEach(
            row -> {
              people.zone(row);
              guarded(row, () -> zones.add(Zones.zone(row, declared)));
            });
    Map<String, Rule> rules = new LinkedHashMap<>();
    List<PointPlan> points = new ArrayList<>();
    MineRules ours = new MineRules(file, packs, classes);
    PointRows rows = new PointRows(file, packs, classes, ours);
    file.rows("points")
        .forEach(row -> guarded(row, () -> points.add(rows.read(row, declared, rules))));
    rows.refuseUnused();
    List<PointPlan> judged = ours.over(points, rules);
    file.refuseOthers();
    if (problems.found().size() > before) {
      return null;
    }
    List<MineEntry> made = new ArrayList<>();
    guarded(
        file,
        () -> {
          Plan plan =
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
                  judged,
                  ours.with(rules.values(), people.over(packs.ofMine(classes)), packs.silence()));
          NeverTrue.refuse(plan);
          int bytes = Messages.write(plan).length + NUMBERS;
          if (bytes > Messages.MAX_BYTES) {
            file.problem(
                "the plan has " + bytes + " bytes, at most " + Messages.MAX_BYTES + " are read");
          }
          made.add(new MineEntry(kind, jurisdiction, 0, file.document(), plan, place));
        });
    return made.isEmpty() || problems.found().size() > before ? null : made.get(0);
  }

  private static CapArea.@Nullable Place place(Fields row) {
    double latitude = row.number("latitude");
    double longitude = row.number("longitude");
    row.refuseOthers();
    List<CapArea.Place> made = new ArrayList<>();
    guarded(row, () -> made.add(new CapArea.Place(latitude, longitude)));
    return made.isEmpty() ? null : made.get(0);
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
}
