package io.minewatch.dashboards.board;

import io.minewatch.dashboards.grafana.Dashboard;
import io.minewatch.dashboards.grafana.DatasourceRef;
import io.minewatch.dashboards.grafana.Link;
import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.Panel.GridPos;
import io.minewatch.dashboards.grafana.Variable;
import io.minewatch.domain.reading.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All dashboards: one for each hazard of a mine, for the feed of its gateways, for its people, a
 * mine and a region at a glance, and the platform itself.
 */
public final class Boards {
  /** What the archive writes for points that no plan knows. */
  private static final String UNREGISTERED = "unregistered";

  private static final int WIDTH = 12;
  private static final int HEIGHT = 9;

  private Boards() {}

  /** Every dashboard, with the lines of at most one limit for each measure. */
  public static List<Dashboard> all(Map<Measure, ShownLimit> limits) {
    return List.of(
        hazard(
            "minewatch-gas",
            "瓦斯与有害气体 / Gas",
            limits,
            Measure.METHANE,
            Measure.CARBON_MONOXIDE,
            Measure.OXYGEN,
            Measure.CARBON_DIOXIDE,
            Measure.HYDROGEN,
            Measure.HYDROGEN_SULPHIDE,
            Measure.SULPHUR_DIOXIDE,
            Measure.NITROGEN_DIOXIDE,
            Measure.AMMONIA),
        hazard(
            "minewatch-ventilation",
            "通风与环境 / Ventilation",
            limits,
            Measure.AIR_SPEED,
            Measure.SWITCH,
            Measure.TEMPERATURE,
            Measure.PRESSURE,
            Measure.DUST,
            Measure.HUMIDITY),
        hazard(
            "minewatch-water",
            "水害 / Water",
            limits,
            Measure.INFLOW,
            Measure.DRAINAGE,
            Measure.WATER_LEVEL,
            Measure.RAINFALL),
        hazard(
            "minewatch-ground",
            "边坡与尾矿库 / Slopes and tailings",
            limits,
            Measure.DISPLACEMENT,
            Measure.PHREATIC_DEPTH,
            Measure.BEACH_LENGTH,
            Measure.WATER_LEVEL,
            Measure.RAINFALL),
        feed(),
        Overviews.people(),
        Overviews.mine(),
        Overviews.region(),
        Statistics.board(),
        Platform.board());
  }

  private static Dashboard hazard(
      String uid, String title, Map<Measure, ShownLimit> limits, Measure... measures) {
    List<Panel> panels = new ArrayList<>();
    for (Measure measure : measures) {
      int place = panels.size();
      panels.add(Panels.measure(place + 1, measure, limits.get(measure), at(place)));
    }
    return board(uid, title, panels);
  }

  private static Dashboard feed() {
    List<String> measurements =
        new ArrayList<>(Arrays.stream(Measure.values()).map(Panels::series).toList());
    measurements.add(UNREGISTERED);
    return board(
        "minewatch-feed",
        "数据接入 / Feed health",
        List.of(
            Panels.rate(1, measurements, new GridPos(0, 0, 2 * WIDTH, HEIGHT)),
            Panels.line(
                2,
                "missing",
                "缺失报文 / Messages missing",
                "Numbers of a gateway's messages that have not come, by gateway.",
                "short",
                at(2)),
            Panels.line(
                3,
                "recovered",
                "补传报文 / Messages that came later",
                "Messages that were missing and were sent again, counted since the job's state began.",
                "short",
                at(3)),
            Panels.line(
                4,
                "duplicates",
                "重复报文 / Duplicates dropped",
                "Messages that came again and were dropped, counted since the job's state began.",
                "short",
                at(4)),
            Panels.line(
                5,
                "offset_ms",
                "时钟偏差 / Clock offset",
                "The gateway's clock minus ours. A wrong clock loses no reading.",
                "ms",
                at(5)),
            Panels.line(
                6,
                "given_up",
                "永久缺失报文 / Messages lost for good",
                "Messages that their gateway gave up, or whose session is too old: nobody can send them any more.",
                "short",
                at(6))));
  }

  static GridPos at(int place) {
    return new GridPos(place % 2 * WIDTH, place / 2 * HEIGHT, WIDTH, HEIGHT);
  }

  static Dashboard board(String uid, String title, List<Panel> panels) {
    return board(
        uid,
        title,
        "Looking back at one mine. It never alarms: alarms are judged, called and closed elsewhere.",
        List.of(mines()),
        panels);
  }

  /** The list of mines at the top. */
  static Variable mines() {
    return Variable.query(
        "mine", "矿山 / Mine", DatasourceRef.SERIES, "SHOW TAG VALUES WITH KEY = \"mine\"");
  }

  static Dashboard board(
      String uid, String title, String description, List<Variable> lists, List<Panel> panels) {
    List<Variable> all = new ArrayList<>(lists);
    all.add(Variable.text("console", "控制台 / Console", "http://localhost:8080"));
    return new Dashboard(
        null,
        uid,
        title,
        description,
        List.of("minewatch"),
        "browser",
        1,
        Dashboard.SCHEMA_VERSION,
        1,
        "10s",
        new Dashboard.TimeRange("now-6h", "now"),
        new Dashboard.Templating(all),
        List.of(Link.OURS, Link.CONSOLE),
        panels);
  }
}
