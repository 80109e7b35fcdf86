package io.minewatch.alerting.evidence;

import io.minewatch.alerting.chain.Refusal;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.alerting.count.Counters.Taken;
import io.minewatch.alerting.count.StepTaken;
import io.minewatch.alerting.journal.DrillRows;
import io.minewatch.alerting.journal.DrillRows.Drill;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people did in an exercise and how long it took them, as a page to print. Times are UTC. */
public final class DrillReport {
  private DrillReport() {}

  public static String of(Drill drill, IncidentView view, List<Taken> steps, Instant made) {
    Page page = new Page("演练报告 / Drill report: " + drill.title(), Page.Looks.SERVED);
    page.table(
        List.of("", ""),
        List.of(
            List.of("演练 / This was a drill", drill.id()),
            List.of("矿山 / Mine", view.mineName() + " / " + view.mineNameEnglish()),
            List.of("矿山编码 / Mine code", view.mine()),
            List.of("发起人 / Started by", drill.starter()),
            List.of("发起方 / Asked for by", origin(drill.origin())),
            List.of("是否预告 / Notice", notice(drill.notice())),
            List.of("开始 / Began", drill.starts().toString()),
            List.of("事件 / Incident", view.id()),
            List.of("级别 / Severity", severity(view.severity())),
            List.of("阶段 / Stage", stage(view.stage())),
            List.of("闭环尚缺 / Lacking for a close", lacking(view.missingForClose())),
            List.of("报告时间 / Made", made.toString())));
    page.heading("各环节用时 / How long each step took");
    page.table(
        List.of("环节 / Step", "时间 / At", "用时 / Took", "是否按时 / In time", "人数 / People"),
        steps.stream().map(each -> row(each.step())).toList());
    page.heading("全过程 / Timeline");
    page.table(
        List.of("", "时间 / At (UTC)", "何人 / Who", "经过", "What happened"),
        view.timeline().stream()
            .map(
                each ->
                    List.of(
                        "" + each.seq(),
                        each.at().toString(),
                        each.who(),
                        each.text(),
                        each.textEnglish()))
            .toList());
    return page.end();
  }

  private static String origin(DrillRows.Origin origin) {
    return switch (origin) {
      case OWN -> "本矿或调度 / the mine or its dispatcher";
      case CHALLENGE -> "监管监察远程抽查 / a regulator, from afar";
    };
  }

  private static String notice(DrillRows.Notice notice) {
    return switch (notice) {
      case ANNOUNCED -> "预先通知 / announced";
      case UNANNOUNCED -> "未通知 / unannounced";
    };
  }

  private static String severity(String name) {
    return Severity.valueOf(name).chinese() + " / " + name.toLowerCase(Locale.ROOT);
  }

  private static String stage(String name) {
    StageName stage = StageName.valueOf(name);
    return stage.chinese() + " / " + stage.english();
  }

  private static String lacking(List<String> names) {
    return names.stream()
        .map(Refusal::valueOf)
        .map(each -> each.chinese() + " / " + each.english())
        .collect(Collectors.joining("; "));
  }

  private static String word(StepTaken.Kind kind) {
    String chinese =
        switch (kind) {
          case WARNED -> "预警";
          case CALLED -> "叫应";
          case ACKNOWLEDGED -> "回应";
          case RESPONDED -> "响应";
          case ORDERED -> "下令撤人";
          case EMPTIED -> "撤空";
          case CLOSED -> "闭环";
          case FORCED -> "强制关闭";
          case HARMLESS -> "误报闭环";
          case ESCALATED -> "逐级叫应";
          case LAPSED -> "回应失效";
          case SHELVED -> "搁置";
          case REVOKED -> "撤销撤人令";
        };
    return chinese + " / " + kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> row(StepTaken step) {
    Duration took = step.took();
    return List.of(
        word(step.kind()),
        step.at().toString(),
        took == null ? "" : took.toSeconds() + " s",
        switch (step.inTime()) {
          case IN_TIME -> "按时 / yes";
          case LATE -> "逾期 / late";
          case NOT_OWED -> "";
        },
        step.people() == 0 ? "" : "" + step.people());
  }
}
