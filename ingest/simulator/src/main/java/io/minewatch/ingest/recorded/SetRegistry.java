package io.minewatch.ingest.recorded;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.recorded.RecordedSet.OwnRule;
import io.minewatch.ingest.recorded.RecordedSet.Series;
import io.minewatch.ingest.recorded.RecordedSet.Setting;
import io.minewatch.ingest.recorded.RecordedSet.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the registry file of a set, so that the platform can judge what is replayed. */
public final class SetRegistry {
  private static final String SITE = "site";

  private SetRegistry() {}

  /** A point as the registry wants it. */
  private record Row(Measure measure, Duration period, Setting setting) {}

  /**
   * The registry file.
   *
   * @param folder of the recordings: names of some points stand only in them
   */
  public static String yaml(RecordedSet set, Path folder) throws IOException {
    Map<PointId, Row> points = points(set, folder);
    List<String> places =
        set.sources().stream()
            .map(Source::people)
            .flatMap(people -> people == null ? Stream.of() : people.places().zones().stream())
            .distinct()
            .toList();
    StringBuilder text = new StringBuilder("# Written by the replayer.\n");
    String code = set.mine().value();
    text.append("mine: \"").append(code).append("\"\nname: ").append(set.chinese());
    text.append("\nnameEnglish: ").append(set.english());
    text.append("\nkind: recording\nclasses: [").append(set.mineClass());
    text.append(
        "]\njurisdiction: [\"%s\", \"%s\", \"%s\"]\n"
            .formatted(code.substring(0, 2), code.substring(0, 4), code.substring(0, 6)));
    text.append("tagPeriod: PT30S\nzones:\n");
    zone(text, "surface", false, List.of(places.isEmpty() ? SITE : places.get(0)), 0);
    if (places.isEmpty()) {
      zone(text, SITE, true, List.of("surface"), 1);
    }
    for (int i = 0; i < places.size(); i++) {
      String before = i == 0 ? "surface" : places.get(i - 1);
      List<String> beside =
          i + 1 < places.size() ? List.of(before, places.get(i + 1)) : List.of(before);
      zone(text, places.get(i), true, beside, i + 1);
    }
    text.append(points.isEmpty() ? "points: []\n" : "points:\n");
    String zone = places.isEmpty() ? SITE : places.get(0);
    points.forEach((id, row) -> point(text, id, row, zone));
    rules(text, set.rules(), points.keySet(), zone);
    return text.toString();
  }

  private static Map<PointId, Row> points(RecordedSet set, Path folder) throws IOException {
    Map<PointId, Row> points = new LinkedHashMap<>();
    Map<String, Series> bySeries = new LinkedHashMap<>();
    for (Source source : set.sources()) {
      for (Series series : source.series()) {
        bySeries.put(series.column().point().value(), series);
      }
    }
    for (Recorded event : SetReader.read(set, folder).events()) {
      if (event instanceof Recorded.Value value && !points.containsKey(value.point())) {
        bySeries.forEach(
            (name, series) -> {
              String point = value.point().value();
              if (point.equals(name) || point.startsWith(name + "-")) {
                points.put(value.point(), row(series));
              }
            });
      }
    }
    return points;
  }

  private static Row row(Series series) {
    return new Row(series.column().measure(), series.period(), series.setting());
  }

  private static void zone(
      StringBuilder text, String id, boolean underground, List<String> beside, int x) {
    text.append(
        "  - {id: %s, name: %s, nameEnglish: %s, underground: %s, neighbours: [%s], x: %d, y: 0}\n"
            .formatted(id, id, id, underground, String.join(", ", beside), x));
  }

  private static void point(StringBuilder text, PointId id, Row row, String zone) {
    text.append(
        "  - {id: %s, zone: %s, measure: %s, name: %s, nameEnglish: %s, location: %s, period: %s"
            .formatted(id, zone, row.measure(), id, id, row.setting().location(), row.period()));
    if (!Double.isNaN(row.setting().noiseFloor())) {
      text.append(", reporting: PERIODIC, noiseFloor: ").append(row.setting().noiseFloor());
    }
    text.append("}\n");
  }

  private static void rules(
      StringBuilder text, List<OwnRule> rules, Set<PointId> points, String zone) {
    text.append(rules.isEmpty() ? "" : "rules:\n");
    for (OwnRule rule : rules) {
      String names =
          points.stream()
              .map(PointId::value)
              .filter(id -> id.equals(rule.points()) || id.startsWith(rule.points() + "-"))
              .collect(Collectors.joining(", "));
      String rest = rule.rest().replace("*", names).replace("@", zone);
      text.append("  - {id: %s, rule: \"%s\", %s}\n".formatted(rule.id(), rule.row(), rest));
    }
  }
}
