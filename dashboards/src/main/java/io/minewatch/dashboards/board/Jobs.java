package io.minewatch.dashboards.board;

import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.Target;
import java.util.List;

/**
 * How the Flink jobs fare, from what Flink and our operators tell its Prometheus reporter. Both of
 * a pair of judge jobs are called {@code judge}: the process that tells keeps them apart, or their
 * rates would be added up and the worse would hide the better.
 */
final class Jobs {
  private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
  private static final String JOB = "{{job_name}} {{instance}}";

  private Jobs() {}

  static List<Panel> panels(int first) {
    return List.of(
        Platform.panel(
            first,
            "在途窗口 / In-flight window",
            "Messages that no checkpoint covers yet, of the fullest task of each job in each"
                + " process, and how many there may be: at the line the broker stops sending.",
            "short",
            Target.promQl("A", most("mqtt_unacknowledged"), "在途 / under way " + JOB),
            Target.promQl("B", most("mqtt_window"), "上限 / limit " + JOB)),
        Platform.panel(
            first + 1,
            "检查点龄期 / Age of checkpoints",
            "Since the last checkpoint of each job after which messages were acknowledged, and how"
                + " long the last one took.",
            "s",
            Target.promQl("A", most("mqtt_checkpoint_age_seconds"), "龄期 / age " + JOB),
            Target.promQl(
                "B",
                "max by (job_name, instance) (flink_jobmanager_job_lastCheckpointDuration) / 1000",
                "耗时 / took " + JOB)),
        Platform.panel(
            first + 2,
            "作业报文 / Messages of the jobs",
            "Messages a second that each job took in, by process (of a pair each has all of them),"
                + " and those that had come before.",
            "short",
            Target.promQl("A", rate("minewatch_messages_received_total"), "收到 / received " + JOB),
            Target.promQl(
                "B", rate("minewatch_messages_duplicate_total"), "重复 / duplicate " + JOB)),
        Platform.panel(
            first + 3,
            "判定读数 / Readings of the judge job",
            "Readings a second judged as of now, left out as late, judged as of the past, and what"
                + " was refused of readings, positions and messages.",
            "short",
            Target.promQl("A", rate("minewatch_readings_judged_total"), "判定 / judged " + JOB),
            Target.promQl("B", rate("minewatch_readings_late_total"), "迟到 / late " + JOB),
            Target.promQl("C", rate("minewatch_readings_backfill_total"), "补传 / backfill " + JOB),
            Target.promQl("D", rate("minewatch_rejected_total"), "拒收 / refused " + JOB)),
        Platform.panel(
            first + 4,
            "作业重启 / Restarts of the jobs",
            "How often Flink restarted each job since it was handed in, and how many connections to"
                + " the broker were made anew.",
            "short",
            Target.promQl(
                "A",
                "max by (job_name, instance) (flink_jobmanager_job_numRestarts)",
                "重启 / restarts " + JOB),
            Target.promQl("B", most("mqtt_reconnects_total"), "重连 / reconnected " + JOB)),
        Platform.panel(
            first + 5,
            "作业堆内存 / Heap of the jobs",
            "Heap that each task manager uses, and its limit.",
            "bytes",
            Target.promQl(
                "A", "flink_taskmanager_Status_JVM_Memory_Heap_Used", "已用 / used {{instance}}"),
            Target.promQl(
                "B", "flink_taskmanager_Status_JVM_Memory_Heap_Max", "上限 / limit {{instance}}")));
  }

  private static String most(String metric) {
    return "max by (job_name, instance) (" + OPERATOR + metric + ")";
  }

  private static String rate(String counter) {
    return "sum by (job_name, instance) (rate(" + OPERATOR + counter + "[5m]))";
  }
}
