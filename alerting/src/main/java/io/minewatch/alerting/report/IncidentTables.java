package io.minewatch.alerting.report;

import static java.util.stream.Collectors.joining;

import io.minewatch.alerting.count.Counters.Taken;
import io.minewatch.alerting.report.IncidentReport.Whole;
import io.minewatch.alerting.view.IncidentView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The tables of an incident's report: evidence, people, steps, calls, and everything in order. */
final class IncidentTables {
  private final Tongue tongue;
  private final Terms terms;
  private final ZoneId zone;

  IncidentTables(Tongue tongue, ZoneId zone) {
    this.tongue = tongue;
    this.terms = Terms.in(tongue);
    this.zone = zone;
  }

  void into(Sheet sheet, Whole whole) {
    findings(sheet, whole);
    people(sheet, whole);
    steps(sheet, whole.steps());
    calls(sheet, whole.view());
    timeline(sheet, whole.view());
  }

  private String say(String chinese, String english) {
    return tongue.say(chinese, english);
  }

  private void findings(Sheet sheet, Whole whole) {
    sheet.heading(say("证据", "Evidence"));
    EvidenceCurve curve = whole.curve();
    String picture = curve == null ? null : curve.picture(terms, zone);
    if (curve != null && picture != null) {
      sheet.picture(picture, curve.caption(tongue));
    } else if (!whole.noCurve().isEmpty()) {
      sheet.text(whole.noCurve());
    }
    sheet.table(
        List.of(
            say("对象", "Subject"),
            say("事项", "What"),
            say("级别", "Level"),
            say("限值", "Limit"),
            say("峰值", "Peak"),
            say("起始", "Onset"),
            say("恢复", "Cleared"),
            say("条款", "Clause")),
        whole.view().findings().stream().map(each -> row(sheet, each)).toList(),
        say("没有。", "None."));
    int left = whole.view().findingsTotal() - whole.view().findings().size();
    if (left > 0) {
      sheet.text(say("另有 %d 项，见证据包。", "%d more; the evidence pack has them.").formatted(left));
    }
  }

  private List<String> row(Sheet sheet, IncidentView.FindingView one) {
    String measure = one.measure();
    String own = say(one.ruleName(), one.ruleNameEnglish());
    String what =
        measure == null ? terms.of("check." + one.check()) : terms.of("measure." + measure);
    boolean numbered = !one.unit().isEmpty();
    return List.of(
        say(one.name(), one.nameEnglish()) + (one.point() == null ? "" : " " + one.point()),
        own.isBlank() ? what : own,
        terms.of("severity." + one.severity()) + (one.blind() ? say("（失明）", " (blind)") : ""),
        numbered ? number(one.limit()) + " " + one.unit() : number(one.limit()),
        numbered
            ? number(one.peak()) + " " + one.unit() + " · " + sheet.time(one.peakAt())
            : Sheet.NONE,
        sheet.time(one.onset()),
        one.open() ? say("未恢复", "not cleared") : sheet.time(one.cleared()),
        one.clause().isBlank()
            ? Sheet.NONE
            : one.clause() + "（" + terms.of("confidence." + one.confidence()) + "）");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? Sheet.NONE : Numbers.of(value);
  }

  private void people(Sheet sheet, Whole whole) {
    if (whole.view().orders().isEmpty()) {
      return;
    }
    sheet.heading(say("人员撤出", "People out"));
    sheet.table(
        List.of(
            say("清点时间", "Counted at"),
            say("应撤（各命令）", "To leave, by order"),
            say("未撤出", "Inside"),
            say("是否证明撤空", "Proven empty")),
        PeopleOut.counts(whole.events()).stream()
            .map(
                each ->
                    List.of(
                        sheet.time(each.at()),
                        each.listed().stream().map(String::valueOf).collect(joining(" + ")),
                        each.inside() + "",
                        each.isProven() ? say("是", "yes") : say("否", "no")))
            .toList(),
        say("下令后没有清点结果。", "No head count came after the order."));
    sheet.table(
        List.of(
            say("标识卡", "Card"),
            say("最后位置", "Last place inside"),
            say("最后定位（测量时间）", "Last position (measured)"),
            say("结果", "What became of them")),
        PeopleOut.of(whole.events()).stream().map(each -> row(sheet, whole, each)).toList(),
        say("清点名单上没有人。", "Nobody was counted inside."));
  }

  private List<String> row(Sheet sheet, Whole whole, PeopleOut.Out one) {
    var place = one.zone();
    return List.of(
        whole.sight().card(one.card().value()),
        place == null
            ? terms.of("person." + one.state())
            : whole.zones().getOrDefault(place.value(), place.value()),
        sheet.time(one.lastSeen()),
        fate(one) + sheet.time(one.since()));
  }

  private String fate(PeopleOut.Out one) {
    return switch (one.fate()) {
      case OUT -> say("在外面被看到 ", "counted outside ");
      case INSIDE ->
          "⚠ "
              + say("仍在里面：", "still inside: ")
              + terms.of("person." + one.state())
              + say("，清点于 ", ", counted at ");
      case NOT_COUNTED -> "⚠ " + say("命令结束后不再清点 ", "no longer counted: the order ended ");
      case NOT_PROVEN -> "⚠ " + say("不在名单上，但没有证明已撤出 ", "off the list, not proven out ");
    };
  }

  private void steps(Sheet sheet, List<Taken> steps) {
    sheet.heading(say("各环节用时", "How long each step took"));
    sheet.table(
        List.of(say("环节", "Step"), say("时间", "At"), say("用时", "Took"), say("是否按时", "In time")),
        steps.stream()
            .map(Taken::step)
            .map(
                each ->
                    List.of(
                        terms.of("taken." + each.kind()),
                        sheet.time(each.at()),
                        sheet.span(each.took()),
                        switch (each.inTime()) {
                          case IN_TIME -> say("按时", "yes");
                          case LATE -> say("⚠ 逾期", "⚠ late");
                          case NOT_OWED -> Sheet.NONE;
                        }))
            .toList(),
        say("没有。", "None."));
  }

  private void calls(Sheet sheet, IncidentView view) {
    sheet.heading(say("叫应", "Attempts to call"));
    sheet.table(
        List.of(
            say("级次", "Rung"),
            say("岗位与人员", "Who"),
            say("通道", "By"),
            say("发出", "Placed"),
            say("结果", "Outcome"),
            say("应答用时", "Answered after")),
        view.calls().stream().map(each -> row(sheet, each)).toList(),
        say("没有。", "None."));
    if (view.callsTotal() > view.calls().size()) {
      sheet.text(say("共 %d 次。", "%d in all.").formatted(view.callsTotal()));
    }
  }

  private List<String> row(Sheet sheet, IncidentView.CallView one) {
    Instant placed = one.placed();
    Instant answered = one.answered();
    return List.of(
        one.rung() + "",
        (say(one.position(), one.positionEnglish()) + " " + one.name()).strip(),
        terms.of("channel." + one.channel()),
        sheet.time(placed),
        terms.of("outcome." + one.outcome())
            + (one.reason() == null ? "" : say("：", ": ") + one.reason()),
        placed == null || answered == null
            ? Sheet.NONE
            : sheet.span(Duration.between(placed, answered)));
  }

  private void timeline(Sheet sheet, IncidentView view) {
    sheet.heading(say("全过程", "Timeline"));
    int listed = view.timeline().size();
    long all = listed == 0 ? 0 : view.timeline().get(listed - 1).seq(); // without a gap
    if (all > listed) {
      sheet.text(
          say(
                  "略去较早的系统记录 %d 步（共 %d 步），见证据包。",
                  "%d older steps of the system, of %d in all, are in the evidence pack only.")
              .formatted(all - listed, all));
    }
    List<List<String>> rows = new ArrayList<>();
    Instant before = null;
    for (IncidentView.TimelineRow each : view.timeline()) {
      rows.add(
          List.of(
              each.seq() + "",
              sheet.time(each.at()),
              before == null ? "" : "+" + sheet.span(Duration.between(before, each.at())),
              each.who().equals("system") ? terms.of("system") : each.who(),
              terms.of("what." + each.what()),
              Objects.requireNonNullElse(say(each.text(), each.textEnglish()), "")));
      before = each.at();
    }
    sheet.table(
        List.of(
            "",
            say("时间", "At"),
            say("间隔", "After"),
            say("何人", "Who"),
            say("环节", "Step"),
            say("内容", "What happened")),
        rows,
        say("没有。", "None."));
  }
}
