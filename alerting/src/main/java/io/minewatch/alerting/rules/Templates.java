package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.plan.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sections of a pack whose rows wait for a mine's points; each kind of row is a line here. */
final class Templates {
  /** Reads what only this kind of row has. */
  @FunctionalInterface
  interface Kind {
    Read read(Fields row, Head head);
  }

  /** What every row has. */
  record Head(String name, String nameEnglish, Source source) {}

  /** Its numbers as a person reads them, and what makes rules of it. */
  record Read(String value, Template.Maker maker) {}

  private static final SortedMap<String, Kind> KINDS = new TreeMap<>();

  static {
    KINDS.put("appraisals", SlopeTemplates::appraisal);
    KINDS.put("compounds", CompoundTemplates::compound);
    KINDS.put("drainage", WaterTemplates::drain);
    KINDS.put("interlocks", InterlockTemplates::interlock);
    KINDS.put("levels", WaterTemplates::level);
    KINDS.put("ponds", WaterTemplates::pond);
    KINDS.put("rain", WaterTemplates::rain);
    KINDS.put("slopes", SlopeTemplates::slope);
    KINDS.put("velocities", SlopeTemplates::velocity);
  }

  private Templates() {}

  /** The rows of all these sections that a pack has; those with problems are left out. */
  static List<Template> read(Fields pack, String name, Set<String> classes) {
    List<Template> rows = new ArrayList<>();
    for (var each : KINDS.entrySet()) {
      if (pack.has(each.getKey())) {
        for (Fields row : pack.rows(each.getKey())) {
          Template read = row(row, each.getKey(), each.getValue(), name, classes);
          if (read != null) {
            rows.add(read);
          }
        }
      }
    }
    return rows;
  }

  private static @Nullable Template row(
      Fields row, String section, Kind kind, String pack, Set<String> classes) {
    Source source = PlatformPack.source(row, pack + ".yaml");
    Set<String> mines = row.has("mines") ? Set.copyOf(row.texts("mines")) : Set.<String>of();
    if (!classes.containsAll(mines)) {
      row.problem("mines are of " + classes + ", were " + mines);
    }
    Head head = new Head(row.text("name"), row.text("nameEnglish"), source);
    String id = pack + ":" + row.text("id");
    try {
      Read read = kind.read(row, head);
      row.refuseOthers();
      return new Template(
          id,
          section,
          head.name(),
          head.nameEnglish(),
          mines,
          read.value(),
          source,
          row.text("source"),
          read.maker());
    } catch (IllegalArgumentException e) {
      row.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** A delay of a row; at once where it says none. */
  static Duration delay(Fields row, String key) {
    return row.duration(key, Duration.ZERO);
  }
}
