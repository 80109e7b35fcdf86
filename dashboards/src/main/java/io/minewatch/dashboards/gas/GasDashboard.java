package io.minewatch.dashboards.gas;

import io.minewatch.dashboards.grafana.Dashboard;
import io.minewatch.dashboards.grafana.DatasourceRef;
import io.minewatch.dashboards.grafana.FieldConfig;
import io.minewatch.dashboards.grafana.FieldConfig.Color;
import io.minewatch.dashboards.grafana.FieldConfig.Custom;
import io.minewatch.dashboards.grafana.FieldConfig.Level;
import io.minewatch.dashboards.grafana.FieldConfig.Stacking;
import io.minewatch.dashboards.grafana.FieldConfig.Thresholds;
import io.minewatch.dashboards.grafana.FieldConfig.ThresholdsStyle;
import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.Target;
import io.minewatch.dashboards.grafana.Variable;
import io.minewatch.domain.reading.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Methane of one mine by point, and whether its feed flows. Reads the series as the archive job
 * writes them: one measurement for each measure, tags {@code mine}, {@code point}, {@code zone},
 * field {@code value}.
 */
public final class GasDashboard {
  /** Links point to it. */
  public static final String UID = "minewatch-gas";

  /** What the archive writes for points that no plan knows. */
  private static final String UNREGISTERED = "unregistered";

  private static final String OF_MINE = " WHERE \"mine\" =~ /^${mine:regex}$/ AND $timeFilter ";

  /** No step shorter than the slowest usual sensor, or its line would be all gaps. */
  private static final String SHORTEST_STEP = "30s";

  private GasDashboard() {}

  /** Builds it, with the lines of one limit for methane. */
  public static Dashboard of(ShownLimit methane) {
    Variable mine =
        Variable.query(
            "mine",
            "煤矿 / Mine",
            DatasourceRef.SERIES,
            "SHOW TAG VALUES FROM \"" + series(Measure.METHANE) + "\" WITH KEY = \"mine\"");
    return new Dashboard(
        null,
        UID,
        "瓦斯 / Gas",
        "Looking back at one mine. It never alarms: alarms are judged, called and closed elsewhere.",
        List.of("minewatch"),
        "browser",
        1,
        Dashboard.SCHEMA_VERSION,
        1,
        "10s",
        new Dashboard.TimeRange("now-6h", "now"),
        new Dashboard.Templating(List.of(mine)),
        List.of(methane(methane), feed()));
  }

  /** Highest value of a step, so that no peak is averaged away; a gap stays a gap. */
  private static Panel methane(ShownLimit limit) {
    String query =
        "SELECT max(\"value\") FROM \""
            + series(Measure.METHANE)
            + "\""
            + OF_MINE
            + "GROUP BY time($__interval), \"point\", \"zone\" fill(null)";
    return new Panel(
        1,
        "timeseries",
        "甲烷 / Methane by point",
        "Highest value in each step. A gap is missing data, never normal. The lines are alarm "
            + limit.alarm()
            + " and cut "
            + limit.cut()
            + " "
            + Measure.METHANE.unit()
            + " for: "
            + limit.location()
            + " ("
            + limit.source().clause()
            + "). Points of another location class have other limits; the plan of the mine decides.",
        DatasourceRef.SERIES,
        SHORTEST_STEP,
        new Panel.GridPos(0, 0, 24, 14),
        FieldConfig.of(
            new FieldConfig.Defaults(
                "suffix:" + Measure.METHANE.unit(),
                2,
                new Color("palette-classic"),
                lines("none", "line"),
                new Thresholds(
                    "absolute",
                    List.of(
                        new Level("transparent", null),
                        new Level("orange", limit.alarm()),
                        new Level("red", limit.cut()))))),
        Panel.Options.TABLE,
        List.of(Target.influxQl("A", query, "$tag_point · $tag_zone")));
  }

  /** Counts by minute; nothing received is drawn as zero. */
  private static Panel feed() {
    String measurements =
        Arrays.stream(Measure.values())
            .map(GasDashboard::series)
            .collect(Collectors.joining("|", "", "|" + UNREGISTERED));
    String query =
        "SELECT count(\"value\") FROM /^("
            + measurements
            + ")$/"
            + OF_MINE
            + "GROUP BY time(1m) fill(0)";
    return new Panel(
        2,
        "timeseries",
        "数据流量 / Feed rate",
        "Readings kept in each minute, by measure. The last minute is not over yet. A measure of"
            + " which nothing came in the whole range is not drawn at all. "
            + "'unregistered' are points that no plan knows.",
        DatasourceRef.SERIES,
        "1m",
        new Panel.GridPos(0, 14, 24, 8),
        FieldConfig.of(
            new FieldConfig.Defaults(
                "cpm",
                0,
                new Color("palette-classic"),
                lines("normal", "off"),
                new Thresholds("absolute", List.of(new Level("transparent", null))))),
        Panel.Options.TABLE,
        List.of(Target.influxQl("A", query, "$measurement")));
  }

  private static Custom lines(String stacking, String thresholds) {
    return new Custom(
        "line", 1, 0, "auto", new Stacking(stacking, "A"), new ThresholdsStyle(thresholds));
  }

  private static String series(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
