package io.minewatch.dashboards.board;

import io.minewatch.dashboards.grafana.Dashboard;
import io.minewatch.dashboards.grafana.DatasourceRef;
import io.minewatch.dashboards.grafana.FieldConfig.Level;
import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.Target;
import java.util.ArrayList;
import java.util.List;

/** How the platform itself fares, from the metrics of alerting. */
final class Platform {
  private static final String ROOM = "{{instance}}";

  private Platform() {}

  static Dashboard board() {
    List<Panel> panels = new ArrayList<>();
    panels.add(
        panel(
            1,
            "自检信号龄期 / Age of the test reading",
            "Time since a test reading last came all the way through broker, judge job, alerting and channels. The rule pack's row canary-age says when it is too old.",
            "s",
            Target.promQl("A", "minewatch_canary_age_seconds", ROOM)));
    panels.add(
        panel(
            2,
            "判定结果 / Findings taken",
            "Findings a second that alerting has committed.",
            "short",
            Target.promQl("A", "rate(minewatch_alerting_findings_total[5m])", ROOM)));
    panels.add(
        panel(
            3,
            "重试与暂存 / Retried and parked",
            "Findings that had to be tried again, and messages that could not be worked and wait for somebody.",
            "short",
            Target.promQl(
                "A", "rate(minewatch_alerting_findings_retried_total[5m])", "重试 / retried " + ROOM),
            Target.promQl("B", "minewatch_alerting_parked_waiting", "暂存 / parked " + ROOM)));
    panels.add(
        panel(
            4,
            "报警负荷 / Alarm load",
            "How many mines stand in a flood of alarms now (ISA-18.2: the rule pack says from how many alarms in which window), and the most alarms that any mine has in the window that ends now.",
            "short",
            Target.promQl("A", "minewatch_alarms_flooded", "泛滥矿数 / mines flooded " + ROOM),
            Target.promQl("B", "minewatch_alarms_heaviest", "单矿最多 / most of a mine " + ROOM)));
    panels.add(
        panel(
            5,
            "处理器 / Processor",
            "Share of the machine's processors that alerting uses.",
            "percentunit",
            Target.promQl("A", "process_cpu_usage", ROOM)));
    panels.add(
        panel(
            6,
            "堆内存 / Heap",
            "Heap that alerting uses, and its limit.",
            "bytes",
            Target.promQl(
                "A",
                "sum by (instance) (jvm_memory_used_bytes{area=\"heap\"})",
                "已用 / used " + ROOM),
            Target.promQl(
                "B",
                "sum by (instance) (jvm_memory_max_bytes{area=\"heap\"})",
                "上限 / limit " + ROOM)));
    panels.add(
        panel(
            7,
            "报警负荷:近一小时 / Alarm load of the last hour",
            "Of the last hour: the most alarms that any mine had in one window, alarms that chatter, how often the most frequent one came; and incidents that stand too long now.",
            "short",
            Target.promQl("A", "minewatch_alarms_peak", "峰值 / peak " + ROOM),
            Target.promQl("B", "minewatch_alarms_chattering", "抖动 / chattering " + ROOM),
            Target.promQl("C", "minewatch_alarms_most_frequent", "最频繁 / most frequent " + ROOM),
            Target.promQl("D", "minewatch_alarms_stale", "滞留 / stale " + ROOM)));
    panels.add(
        panel(
            8,
            "泛滥时间占比 / Time in a flood",
            "Part of the last hour in which a mine stood in a flood of alarms, of the mine that did so longest.",
            "percentunit",
            Target.promQl("A", "minewatch_alarms_flood_share", ROOM)));
    return Boards.board(
        "minewatch-platform",
        "平台健康 / Platform health",
        "How the platform itself fares. It never alarms: a dead test reading is called out by alerting and by the watchdog.",
        List.of(),
        panels);
  }

  private static Panel panel(
      int id, String title, String description, String unit, Target... targets) {
    return new Panel(
        id,
        "timeseries",
        title,
        description,
        DatasourceRef.METRICS,
        "30s",
        Boards.at(id - 1),
        Panels.config(unit, 2, List.of(new Level("transparent", null)), "none"),
        Panel.Options.TABLE,
        List.of(targets));
  }
}
