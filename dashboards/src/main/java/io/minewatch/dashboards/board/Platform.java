package io.minewatch.dashboards.board;

import io.minewatch.dashboards.grafana.Dashboard;
import io.minewatch.dashboards.grafana.DatasourceRef;
import io.minewatch.dashboards.grafana.FieldConfig.Level;
import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.Target;
import java.util.ArrayList;
import java.util.List;

/** How the platform itself fares, from the metrics of alerting and of the jobs. */
final class Platform {
  private static final String ROOM = "{{instance}}";

  private Platform() {}

  static Dashboard board() {
    List<Panel> panels = new ArrayList<>();
    panels.add(
        panel(
            1,
            "自检信号龄期 / Age of the test reading",
            "Time since a test reading last came all the way through broker, judge job, alerting"
                + " and channels. The rule pack's row canary-age says when it is too old.",
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
            "Findings that had to be tried again, and messages that could not be worked and wait"
                + " for somebody.",
            "short",
            Target.promQl(
                "A", "rate(minewatch_alerting_findings_retried_total[5m])", "重试 / retried " + ROOM),
            Target.promQl("B", "minewatch_alerting_parked_waiting", "暂存 / parked " + ROOM)));
    panels.add(
        panel(
            4,
            "报警负荷 / Alarm load",
            "How many mines stand in a flood of alarms now (ISA-18.2: the rule pack says from how"
                + " many alarms in which window), and the most alarms that any mine has in the"
                + " window that ends now.",
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
            "报警负荷：近一小时 / Alarm load of the last hour",
            "Of the last hour: the most alarms that any mine had in one window, alarms that"
                + " chatter, how often the most frequent one came; and incidents that stand too"
                + " long now.",
            "short",
            Target.promQl("A", "minewatch_alarms_peak", "峰值 / peak " + ROOM),
            Target.promQl("B", "minewatch_alarms_chattering", "抖动 / chattering " + ROOM),
            Target.promQl("C", "minewatch_alarms_most_frequent", "最频繁 / most frequent " + ROOM),
            Target.promQl("D", "minewatch_alarms_stale", "滞留 / stale " + ROOM)));
    panels.add(
        panel(
            8,
            "泛滥时间占比 / Time in a flood",
            "Part of the last hour in which a mine stood in a flood of alarms, of the mine that did"
                + " so longest.",
            "percentunit",
            Target.promQl("A", "minewatch_alarms_flood_share", ROOM)));
    chain(panels);
    panels.addAll(Jobs.panels(panels.size() + 1));
    return Boards.board(
        "minewatch-platform",
        "平台健康 / Platform health",
        "How the platform itself fares. It never alarms: a dead test reading is called out by"
            + " alerting and by the watchdog.",
        List.of(),
        panels);
  }

  /** From the reading to the answer, and what waits on the way. */
  private static void chain(List<Panel> panels) {
    panels.add(
        panel(
            9,
            "判定与入库时延 / From reading to finding to database",
            "Ninety-nine of a hundred were faster: from the arrival of a reading to the limit that"
                + " it opened, and from there to the commit.",
            "s",
            Target.promQl(
                "A", slowest("minewatch_finding_judged_seconds_bucket", "le"), "判定 / judged"),
            Target.promQl(
                "B", slowest("minewatch_finding_taken_seconds_bucket", "le"), "入库 / taken")));
    panels.add(
        panel(
            10,
            "处置各步时长 / Steps of the chain",
            "Ninety-nine of a hundred were faster. 'called' is from when an incident came to its"
                + " level to the first call placed; the others from the stage before. Nothing is"
                + " drawn where nothing was done.",
            "s",
            Target.promQl(
                "A", slowest("minewatch_chain_step_seconds_bucket", "le, step"), "{{step}}")));
    panels.add(
        panel(
            11,
            "待发与超时 / What waits",
            "Plans and orders that the broker does not have yet, calls that wait for their channel,"
                + " steps that are due and not done.",
            "short",
            Target.promQl("A", "minewatch_outbox_waiting", "待发布 / for the broker " + ROOM),
            Target.promQl("B", "minewatch_calls_waiting", "待呼叫 / for a channel " + ROOM),
            Target.promQl("C", "minewatch_steps_overdue", "超时步骤 / steps overdue " + ROOM)));
    panels.add(
        panel(
            12,
            "数据去向 / What became of readings and messages",
            "Counted since the state of each mine's judging began: readings left out as late or"
                + " refused, messages doubled and lost for good; and how many are missing now."
                + " After a start of alerting the lines climb from zero to where they were: nothing"
                + " was lost then.",
            "short",
            Target.promQl(
                "A",
                "max by (fate) (minewatch_feed_readings{fate=~\"late|refused\"})",
                "读数 / readings {{fate}}"),
            Target.promQl(
                "B",
                "max by (fate) (minewatch_feed_messages{fate=~\"duplicate|lost|missing\"})",
                "报文 / messages {{fate}}")));
    panels.add(
        panel(
            13,
            "矿山与测点 / Mines and points heard",
            "Mines whose judging is not heard, and points that are not heard or blind, of the mines"
                + " that are; as each instance of alerting hears it.",
            "short",
            Target.promQl(
                "A", "minewatch_feed_mines{state=\"silent\"}", "失联矿 / mines silent " + ROOM),
            Target.promQl(
                "B", "minewatch_feed_points{state=\"dark\"}", "失明测点 / points dark " + ROOM)));
    panels.add(
        panel(
            14,
            "读数质量 / Readings by quality",
            "Readings a second that alerting heard, by the quality that their sensor gave them; of"
                + " two instances the one that heard more.",
            "short",
            Target.promQl(
                "A",
                "max by (quality) (rate(minewatch_readings_heard_total[5m]))",
                "{{quality}}")));
  }

  private static String slowest(String buckets, String by) {
    return "histogram_quantile(0.99, sum by (%s) (rate(%s[5m])))".formatted(by, buckets);
  }

  static Panel panel(int id, String title, String description, String unit, Target... targets) {
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
