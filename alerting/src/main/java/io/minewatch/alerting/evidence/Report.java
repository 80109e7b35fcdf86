package io.minewatch.alerting.evidence;

import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.JudgedRules.JudgedRule;
import io.minewatch.alerting.view.JudgedRules.KnownBy;
import io.minewatch.domain.plan.Source;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An incident as a page to print, in both languages. Times are UTC. */
final class Report {
  private Report() {}

  /**
   * The page.
   *
   * @param rules that it was judged by
   * @param readings those of the pack; null where it holds none
   */
  static String of(
      IncidentView view, List<JudgedRule> rules, @Nullable Readings readings, Instant made) {
    Page report = new Page("事件证据 / Incident record " + view.id(), Page.Looks.WITHIN);
    report.table(
        List.of("", ""),
        List.of(
            List.of("矿山 / Mine", view.mineName() + " / " + view.mineNameEnglish()),
            List.of("矿山编码 / Mine code", view.mine()),
            List.of("级别 / Severity", view.severity()),
            List.of("阶段 / Stage", view.stage()),
            List.of("演练 / Drill", view.drill() ? "是 / yes" : "否 / no"),
            List.of("始于 / Onset", view.onset().toString()),
            List.of("建立 / Opened", view.opened().toString()),
            List.of("闭环尚缺 / Lacking for a close", String.join(", ", view.missingForClose())),
            List.of("导出 / Exported", made.toString())));
    report.heading("发现 / Findings");
    report.table(
        List.of("测点 / Point", "", "级别 / Severity", "限值 / Limit", "峰值 / Peak", "规则 / Rule"),
        view.findings().stream().map(Report::finding).toList());
    report.heading("判定依据 / Rules it was judged by");
    report.table(
        List.of("规则 / Rule", "方案版本 / Plan", "条款 / Clause", "日期 / Date", "可信度 / Confidence"),
        rules.stream().map(Report::rule).toList());
    report.heading("撤人令 / Orders to withdraw");
    report.table(
        List.of("时间 / At", "下令 / By", "区域 / Zones", "原因 / Reason", "内容 / Text"),
        view.orders().stream()
            .map(
                each ->
                    List.of(
                        each.issued().toString(),
                        each.issuedBy(),
                        String.join(", ", each.zones()),
                        each.reason() + " " + each.grade(),
                        each.text()))
            .toList());
    report.heading("时间线 / Timeline");
    report.table(
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
    Proofs.tell(report, readings);
    return report.end();
  }

  private static List<String> finding(IncidentView.FindingView f) {
    return List.of(
        f.subject() + " " + (f.measure() == null ? f.check() : f.measure()),
        f.kind(),
        f.severity(),
        f.limit() + " " + f.unit(),
        f.peak() + " " + f.unit() + " " + f.peakAt(),
        f.rule() + (f.clause().isEmpty() ? "" : ", " + f.clause()));
  }

  private static List<String> rule(JudgedRule judged) {
    Source source = judged.source();
    String plans = judged.plans().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return source == null
        ? List.of(judged.rule(), plans, "无规则条款 / no rule of a pack or plan", "", "")
        : List.of(
            judged.rule(),
            plans,
            source.clause()
                + (judged.knownBy() == KnownBy.TODAY
                    ? "（按导出时的规则包 / by the packs of the export）"
                    : ""),
            source.date(),
            source.confidence().name());
  }
}
