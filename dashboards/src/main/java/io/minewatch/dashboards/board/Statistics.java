package io.minewatch.dashboards.board;

import static io.minewatch.dashboards.board.Panels.OF_MINE;

import io.minewatch.dashboards.grafana.Dashboard;
import io.minewatch.dashboards.grafana.DatasourceRef;
import io.minewatch.dashboards.grafana.FieldConfig.Level;
import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.Target;
import io.minewatch.dashboards.grafana.Variable;
import java.util.List;

/**
 * Weeks and months of one measure of a mine, from the statistics of five minutes, and what was told
 * twice with another value. Pieces of one window are added up, as {@code docs/series.md} asks.
 */
final class Statistics {
  private static final String STATISTIC = "statistic_5m";
  private static final String REWRITE = "rewrite";

  private static final String OF_MEASURE =
      OF_MINE.replace("WHERE", "WHERE \"measure\" =~ /^${measure:regex}$/ AND");

  private static final String BY_POINT = "GROUP BY time($__interval), \"point\" fill(null)";
  private static final String POINT = "$tag_point";

  private Statistics() {}

  static Dashboard board() {
    Variable measure =
        Variable.query(
            "measure",
            "量 / Measure",
            DatasourceRef.SERIES,
            "SHOW TAG VALUES FROM \"%s\" WITH KEY = \"measure\"".formatted(STATISTIC));
    return Boards.board(
            "minewatch-statistics",
            "长期统计 / Statistics",
            "Weeks and months of one measure of a mine, from statistics of five minutes. It never alarms.",
            List.of(Boards.mines(), measure),
            panels())
        .opening("now-30d", "5m");
  }

  private static List<Panel> panels() {
    return List.of(
        panel(
            1,
            "最大值 / Highest",
            "The highest value of each step, by point; of what was measured, whatever the step.",
            "none",
            "SELECT max(\"max\") FROM " + of() + BY_POINT),
        panel(
            2,
            "最小值 / Lowest",
            "The lowest value of each step, by point.",
            "none",
            "SELECT min(\"min\") FROM " + of() + BY_POINT),
        panel(
            3,
            "平均值 / Mean",
            "The mean of each step, by point; each reading counts once, however long it stood.",
            "none",
            ratio("\"mean\" * \"measured\"", "\"measured\"")),
        panel(
            4,
            "正常数据比例 / Share of good readings",
            "Readings whose quality was good, of all that came, by point. What did not come is not counted here: see the number of readings.",
            "percentunit",
            ratio("\"q_good\"", "\"count\"")),
        panel(
            5,
            "读数个数 / Readings",
            "Readings of each step, by point. A point that tells less than before is missing something.",
            "short",
            "SELECT sum(\"count\") FROM " + of() + BY_POINT),
        new Panel(
            6,
            "timeseries",
            "改写的数据 / Readings told twice",
            "Readings of a time that was kept already, with another value, in each hour, by gateway and cause. All measures of the mine. UNEXPLAINED is how data are falsified.",
            DatasourceRef.SERIES,
            "1h",
            Boards.at(5),
            Panels.config("short", 0, List.of(new Level("transparent", null)), "none"),
            Panel.Options.TABLE,
            List.of(
                Target.influxQl(
                    "A",
                    "SELECT count(\"measure\") FROM \"%s\"%sGROUP BY time(1h), \"gateway\", \"cause\" fill(null)"
                        .formatted(REWRITE, OF_MINE),
                    "$tag_gateway · $tag_cause"))));
  }

  private static String of() {
    return "\"%s\"%s".formatted(STATISTIC, OF_MEASURE);
  }

  /** The quotient of two sums over each step. */
  private static String ratio(String upper, String lower) {
    return "SELECT sum(upper) / sum(lower) FROM (SELECT %s AS upper, %s AS lower FROM %sGROUP BY \"point\") WHERE $timeFilter %s"
        .formatted(upper, lower, of(), BY_POINT);
  }

  private static Panel panel(int id, String title, String description, String unit, String query) {
    return new Panel(
        id,
        "timeseries",
        title,
        description + " A gap is missing data, never normal.",
        DatasourceRef.SERIES,
        "5m",
        Boards.at(id - 1),
        Panels.config(unit, 2, List.of(new Level("transparent", null)), "none"),
        Panel.Options.TABLE,
        List.of(Target.influxQl("A", query, POINT)));
  }
}
