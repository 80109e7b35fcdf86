package io.minewatch.alerting.evidence;

import io.minewatch.alerting.view.IncidentView;
import io.minewatch.domain.plan.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An incident as a page to print, in both languages. Times are UTC. */
final class Report {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="zh"><head><meta charset="utf-8"><title>%1$s</title><style>
      body { font: 10pt/1.4 "Noto Sans SC", "Microsoft YaHei", sans-serif; margin: 15mm; }
      h1 { font-size: 15pt; } h2 { font-size: 12pt; margin-top: 8mm; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { border: 0.5pt solid #555; padding: 1mm 2mm; text-align: left; vertical-align: top; }
      tr { break-inside: avoid; } thead { display: table-header-group; }
      @page { size: A4; margin: 12mm; }
      </style></head><body>
      <h1>事件证据 / Incident record %1$s</h1>
      """;

  private final StringBuilder page = new StringBuilder();

  private Report() {}

  static String of(IncidentView view, Map<String, Source> rules, Instant made) {
    Report report = new Report();
    report.page.append(HEAD.formatted(escape(view.id())));
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
        view.findings().stream().map(each -> finding(each, rules)).toList());
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
    return report.page.append("</body></html>\n").toString();
  }

  private static List<String> finding(IncidentView.FindingView f, Map<String, Source> rules) {
    Source source = rules.get(f.rule());
    return List.of(
        f.subject() + " " + (f.measure() == null ? f.check() : f.measure()),
        f.kind(),
        f.severity(),
        f.limit() + " " + f.unit(),
        f.peak() + " " + f.unit() + " " + f.peakAt(),
        f.rule() + (source == null ? "" : ", " + source.clause()));
  }

  private void heading(String text) {
    page.append("<h2>").append(escape(text)).append("</h2>\n");
  }

  private void table(List<String> head, List<List<String>> rows) {
    page.append("<table><thead><tr>");
    head.forEach(each -> page.append("<th>").append(escape(each)).append("</th>"));
    page.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      page.append("<tr>");
      row.forEach(each -> page.append("<td>").append(escape(each)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  /** People write into an incident: nothing of it is markup. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
