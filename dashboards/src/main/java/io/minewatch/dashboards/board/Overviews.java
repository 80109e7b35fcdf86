package io.minewatch.dashboards.board;

import static io.minewatch.dashboards.board.Panels.OF_MINE;

import io.minewatch.dashboards.grafana.Dashboard;
import io.minewatch.dashboards.grafana.DatasourceRef;
import io.minewatch.dashboards.grafana.FieldConfig.Level;
import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.Panel.GridPos;
import io.minewatch.dashboards.grafana.Target;
import io.minewatch.dashboards.grafana.Variable;
import io.minewatch.domain.reading.Measure;
import java.util.List;

/** People, a mine at a glance, and the mines of an area side by side. */
final class Overviews {
  /** Codes of mines begin with those of their province, city and county. */
  private static final String OF_AREA = " WHERE \"mine\" =~ /^${area:raw}/ AND $timeFilter ";

  private static final String BY_POINT = "GROUP BY time($__interval), \"point\" fill(null)";
  private static final String BY_MINE = "GROUP BY time($__interval), \"mine\" fill(null)";
  private static final String POINT = "$tag_point";
  private static final String MINE = "$tag_mine";

  private Overviews() {}

  /** Where people were seen. Cards are counted, never named. */
  static Dashboard people() {
    return Boards.board(
        "minewatch-people",
        "人员定位与清点 / People",
        List.of(
            panel(
                1,
                "井下卡数 / Cards underground",
                "Cards that were heard underground in each minute. A tag that is silent is not counted here, but is still a person inside: the head count of the console decides.",
                cards("\"inside\" = true"),
                "井下 / underground"),
            panel(
                2,
                "定位报文 / Positions received",
                "Positions kept in each minute, of all cards. Falling to nothing means that the position stream is dark.",
                "SELECT count(\"distance\") FROM \"position\""
                    + OF_MINE
                    + "GROUP BY time(1m) fill(0)",
                "定位 / positions"),
            panel(
                3,
                "求救信号 / Distress calls",
                "Positions that carried a call for help, in each minute.",
                cards("\"distress\" = true"),
                "求救 / distress"),
            panel(
                4,
                "带班领导 / Leaders underground",
                "Cards of leaders on duty that were heard underground in each minute.",
                cards("\"inside\" = true AND \"leader\" = true"),
                "带班 / leaders")));
  }

  private static String cards(String which) {
    return "SELECT count(\"distance\") FROM (SELECT last(\"distance\") AS \"distance\" FROM \"position\""
        + OF_MINE.replace("WHERE", "WHERE " + which + " AND")
        + "GROUP BY time(1m), \"card\") WHERE $timeFilter GROUP BY time(1m) fill(null)";
  }

  /** What somebody looks at first. */
  static Dashboard mine() {
    return Boards.board(
        "minewatch-mine",
        "矿井总览 / Mine overview",
        List.of(
            extreme(1, Measure.METHANE, OF_MINE + BY_POINT, POINT, "瓦斯 / Methane"),
            extreme(2, Measure.CARBON_MONOXIDE, OF_MINE + BY_POINT, POINT, "一氧化碳 / CO"),
            extreme(3, Measure.AIR_SPEED, OF_MINE + BY_POINT, POINT, "风速 / Air speed"),
            extreme(4, Measure.INFLOW, OF_MINE + BY_POINT, POINT, "涌水量 / Inflow"),
            panel(
                5,
                "井下卡数 / Cards underground",
                "Cards that were heard underground in each minute; the head count of the console decides.",
                cards("\"inside\" = true"),
                "井下 / underground"),
            panel(
                6,
                "缺失报文 / Messages missing",
                "Numbers of messages that have not come, by gateway.",
                "SELECT last(\"missing\") FROM \"feed\""
                    + OF_MINE
                    + "GROUP BY time($__interval), \"gateway\" fill(null)",
                "$tag_gateway")));
  }

  /** The mines of a province, a city or a county, worst value each. */
  static Dashboard region() {
    return Boards.board(
        "minewatch-region",
        "区域总览 / Region overview",
        "Looking back at the mines of an area, each by its worst value. It never alarms: alarms are judged, called and closed elsewhere.",
        List.of(Variable.text("area", "行政区划代码 / Area code", "")),
        List.of(
            extreme(1, Measure.METHANE, OF_AREA + BY_MINE, MINE, "各矿瓦斯最高值 / Methane"),
            extreme(2, Measure.CARBON_MONOXIDE, OF_AREA + BY_MINE, MINE, "各矿一氧化碳最高值 / CO"),
            extreme(3, Measure.INFLOW, OF_AREA + BY_MINE, MINE, "各矿涌水量 / Inflow"),
            extreme(4, Measure.DISPLACEMENT, OF_AREA + BY_MINE, MINE, "边坡位移 / Displacement"),
            panel(
                5,
                "各矿数据流量 / Methane readings by mine",
                "Readings of methane kept in each minute; a mine that sends nothing is drawn as zero while it sent anything in the range.",
                "SELECT count(\"value\") FROM \"methane\""
                    + OF_AREA
                    + "GROUP BY time(1m), \"mine\" fill(0)",
                MINE),
            panel(
                6,
                "各矿缺失报文 / Messages missing by mine",
                "Numbers of messages that have not come, the worst gateway of each mine.",
                "SELECT max(\"missing\") FROM \"feed\"" + OF_AREA + BY_MINE,
                MINE)));
  }

  private static Panel extreme(int id, Measure measure, String rest, String alias, String title) {
    Extreme extreme = Extreme.of(measure);
    String query =
        "SELECT %s(\"value\") FROM \"%s\"%s"
            .formatted(extreme.function(), Panels.series(measure), rest);
    String unit = measure.unit().isEmpty() ? "none" : "suffix:" + measure.unit();
    return panel(
        id,
        title,
        "Of each step: " + extreme.words() + ". A gap is missing data, never normal.",
        new Drawn(query, alias, unit, 2));
  }

  private static Panel panel(int id, String title, String description, String query, String as) {
    return panel(id, title, description, new Drawn(query, as, "short", 0));
  }

  private record Drawn(String query, String alias, String unit, int decimals) {}

  private static Panel panel(int id, String title, String description, Drawn drawn) {
    GridPos at = Boards.at(id - 1);
    return new Panel(
        id,
        "timeseries",
        title,
        description,
        DatasourceRef.SERIES,
        "1m",
        at,
        Panels.config(
            drawn.unit(), drawn.decimals(), List.of(new Level("transparent", null)), "none"),
        Panel.Options.TABLE,
        List.of(Target.influxQl("A", drawn.query(), drawn.alias())));
  }
}
