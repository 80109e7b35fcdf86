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
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
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
        config(
            measure.unit().isEmpty() ? "none" : "suffix:" + measure.unit(),
            2,
            levels(limit),
            "none"),
        Panel.Options.TABLE,
        List.of(Target.influxQl("A", query, "$tag_point · $tag_zone")));
  }

  /** A line at each value, from the lowest up as Grafana wants them; the alarm's in orange. */
  private static List<Level> levels(@Nullable ShownLimit limit) {
    List<Level> levels = new ArrayList<>(List.of(new Level("transparent", null)));
    if (limit != null) {
      TreeMap<Double, String> lines = new TreeMap<>();
      lines.put(limit.alarm(), "orange");
      limit.further().forEach(value -> lines.put(value, "red"));
      lines.forEach((value, colour) -> levels.add(new Level(colour, value)));
    }
    return levels;
  }

  private static String lines(@Nullable ShownLimit limit) {
    if (limit == null) {
      return "";
    }
    String further = limit.further().isEmpty() ? "" : ", cut or stop " + limit.further().get(0);
    return " The lines are alarm %s%s, danger lies %s, for: %s (%s; row %s). Points of another location class have other limits; the plan of the mine decides."
        .formatted(
            limit.alarm(),
            further,
            limit.side() == Side.LOW ? "below" : "above",
            limit.place(),
            limit.source().clause(),
            limit.source().pack());
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
