package io.minewatch.dashboards.board;

import io.minewatch.dashboards.grafana.DatasourceRef;
import io.minewatch.dashboards.grafana.FieldConfig;
import io.minewatch.dashboards.grafana.FieldConfig.Color;
import io.minewatch.dashboards.grafana.FieldConfig.Custom;
import io.minewatch.dashboards.grafana.FieldConfig.Level;
import io.minewatch.dashboards.grafana.FieldConfig.Stacking;
import io.minewatch.dashboards.grafana.FieldConfig.Thresholds;
import io.minewatch.dashboards.grafana.FieldConfig.ThresholdsStyle;
import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.Panel.GridPos;
import io.minewatch.dashboards.grafana.Target;
import io.minewatch.domain.reading.Measure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Panels over the series as the archive job writes them: one measurement for each measure, tags
 * {@code mine}, {@code point}, {@code zone}, field {@code value}; and the state of each gateway's
 * line in {@code feed}.
 */
final class Panels {
  static final String OF_MINE = " WHERE \"mine\" =~ /^${mine:regex}$/ AND $timeFilter ";

  /** No step shorter than the slowest usual sensor, or its line would be all gaps. */
  private static final String SHORTEST_STEP = "30s";

  private Panels() {}

  /**
   * One measure by point; a gap stays a gap.
   *
   * @param limit drawn as lines, null for none
   */
  static Panel measure(int id, Measure measure, @Nullable ShownLimit limit, GridPos at) {
    Extreme extreme = Extreme.of(measure);
    String query =
        "SELECT %s(\"value\") FROM \"%s\"%sGROUP BY time($__interval), \"point\", \"zone\" fill(null)"
            .formatted(extreme.function(), series(measure), OF_MINE);
    List<Level> levels =
        limit == null
            ? List.of(new Level("transparent", null))
            : List.of(
                new Level("transparent", null),
                new Level("orange", limit.alarm()),
                new Level("red", limit.cut()));
    return new Panel(
        id,
        "timeseries",
        measure.chinese() + " / " + english(measure),
        "Of each step: "
            + extreme.words()
            + ". A gap is missing data, never normal."
            + lines(limit),
        DatasourceRef.SERIES,
        SHORTEST_STEP,
        at,
        config(measure.unit().isEmpty() ? "none" : "suffix:" + measure.unit(), 2, levels, "none"),
        Panel.Options.TABLE,
        List.of(Target.influxQl("A", query, "$tag_point · $tag_zone")));
  }

  private static String lines(@Nullable ShownLimit limit) {
    return limit == null
        ? ""
        : " The lines are alarm %s and cut %s for: %s (%s). Points of another location class have other limits; the plan of the mine decides."
            .formatted(limit.alarm(), limit.cut(), limit.location(), limit.source().clause());
  }

  /** Readings kept in each minute; nothing received is drawn as zero. */
  static Panel rate(int id, List<String> measurements, GridPos at) {
    String query =
        "SELECT count(\"value\") FROM /^(%s)$/%sGROUP BY time(1m) fill(0)"
            .formatted(String.join("|", measurements), OF_MINE);
    return new Panel(
        id,
        "timeseries",
        "数据流量 / Feed rate",
        "Readings kept in each minute, by measure. The last minute is not over yet. A measure of"
            + " which nothing came in the whole range is not drawn at all."
            + " 'unregistered' are points that no plan knows.",
        DatasourceRef.SERIES,
        "1m",
        at,
        config("cpm", 0, List.of(new Level("transparent", null)), "normal"),
        Panel.Options.TABLE,
        List.of(Target.influxQl("A", query, "$measurement")));
  }

  /** One number of each gateway's line, as the archive job knows it. */
  static Panel line(
      int id, String field, String title, String description, String unit, GridPos at) {
    String query =
        "SELECT last(\"%s\") FROM \"feed\"%sGROUP BY time($__interval), \"gateway\" fill(null)"
            .formatted(field, OF_MINE);
    return new Panel(
        id,
        "timeseries",
        title,
        description,
        DatasourceRef.SERIES,
        "1m",
        at,
        config(unit, 0, List.of(new Level("transparent", null)), "none"),
        Panel.Options.TABLE,
        List.of(Target.influxQl("A", query, "$tag_gateway")));
  }

  static FieldConfig config(String unit, int decimals, List<Level> levels, String stack) {
    Custom drawing =
        new Custom(
            "line",
            1,
            0,
            "auto",
            new Stacking(stack, "A"),
            new ThresholdsStyle(levels.size() > 1 ? "line" : "off"));
    return FieldConfig.of(
        new FieldConfig.Defaults(
            unit,
            decimals,
            new Color("palette-classic"),
            drawing,
            new Thresholds("absolute", levels)));
  }

  static String series(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  static String english(Measure measure) {
    return series(measure).replace('_', ' ');
  }
}
