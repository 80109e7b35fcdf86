package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.ChatterRule;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.LostRule;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.domain.reading.Measure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sections of a pack that hold early warnings and maintenance: changes, trends, lost,
 * flats, gates, chatter. All may be missing.
 */
final class EarlyRows {
  private final String pack;
  private final String file;
  private final List<EarlyRow> rows = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private EarlyRows(String pack, String file) {
    this.pack = pack;
    this.file = file;
  }

  /** The rows of a pack; those with problems are left out. */
  static List<EarlyRow> read(Fields pack, String name, String file) {
    EarlyRows read = new EarlyRows(name, file);
    read.section(pack, "changes", read::change);
    read.section(pack, "trends", read::trend);
    read.section(pack, "lost", read::lost);
    read.section(pack, "flats", read::flat);
    read.section(pack, "gates", read::gate);
    read.section(pack, "chatter", read::chatter);
    return read.rows;
  }

  private void section(Fields from, String section, Function<Fields, PointRule> rule) {
    if (!from.has(section)) {
      return;
    }
    for (Fields row : from.rows(section)) {
      if (!ids.add(row.text("id"))) {
        row.problem("the id is there twice");
      }
      try {
        row(row, rule.apply(row));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      row.refuseOthers();
    }
  }

  private void row(Fields row, PointRule rule) {
    Set<Measure> measures =
        texts(row, "measures").stream().map(Measure::valueOf).collect(Collectors.toSet());
    rows.add(
        new EarlyRow(
            rule,
            measures,
            texts(row, "mines"),
            texts(row, "locations"),
            words(rule),
            row.text("source")));
  }

  private static Set<String> texts(Fields row, String key) {
    return row.has(key) ? Set.copyOf(row.texts(key)) : Set.of();
  }

  private String id(Fields row) {
    return pack + ":" + row.text("id");
  }

  private static Severity severity(Fields row) {
    return row.constant("severity", Severity.class);
  }

  private Source source(Fields row) {
    return PlatformPack.source(row, file);
  }

  private static @Nullable Double optional(Fields row, String key) {
    return row.has(key) ? row.number(key) : null;
  }

  private static Measure measure(Fields row) {
    Measure measure = row.constant("measure", Measure.class);
    if (!row.text("unit").equals(measure.unit())) {
      row.problem("unit of " + measure + " is " + measure.unit() + ", was " + row.text("unit"));
    }
    return measure;
  }

  private ChangeRule change(Fields row) {
    return new ChangeRule(
        id(row),
        row.text("name"),
        row.text("nameEnglish"),
        measure(row),
        severity(row),
        optional(row, "level"),
        optional(row, "by"),
        optional(row, "share"),
        row.has("floor") ? row.number("floor") : 0,
        row.constant("reach", ChangeRule.Reach.class),
        row.constant("way", ChangeRule.Way.class),
        row.number("resolution"),
        row.duration("window"),
        row.number("back"),
        row.duration("clearAfter"),
        row.duration("rebaseAfter"),
        source(row));
  }

  private TrendRule trend(Fields row) {
    return new TrendRule(
        id(row),
        severity(row),
        row.duration("step"),
        (int) row.number("window"),
        (int) row.number("horizon"),
        row.number("coverage"),
        (int) row.number("least"),
        row.number("skill"),
        row.number("fade"),
        row.duration("rising"),
        row.duration("clearAfter"),
        source(row));
  }

  private LostRule lost(Fields row) {
    return new LostRule(id(row), severity(row), source(row));
  }

  private FlatRule flat(Fields row) {
    return new FlatRule(
        id(row),
        severity(row),
        row.duration("flatAfter"),
        (int) row.number("gapPeriods"),
        source(row));
  }

  private PlausibleRule gate(Fields row) {
    return new PlausibleRule(
        id(row),
        measure(row),
        severity(row),
        row.constant("guard", PlausibleRule.Guard.class),
        row.number("floor"),
        row.number("factor"),
        row.number("shake"),
        (int) row.number("learn"),
        (int) row.number("settle"),
        row.duration("clearAfter"),
        source(row));
  }

  private ChatterRule chatter(Fields row) {
    return new ChatterRule(
        id(row),
        severity(row),
        (int) row.number("openings"),
        row.duration("within"),
        row.duration("calm"),
        source(row));
  }

  /** The numbers of a rule as the page of thresholds shows them. */
  private static String words(PointRule rule) {
    String text = rule.toString();
    int source = text.indexOf(", source=");
    return text.substring(text.indexOf('[') + 1, source < 0 ? text.length() - 1 : source)
        .replaceAll("^id=[^,]*, ?", "")
        .replaceAll("name(English)?=[^,]*, ", "")
        .replace("=", " ");
  }
}
