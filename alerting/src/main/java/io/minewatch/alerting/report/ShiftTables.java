package io.minewatch.alerting.report;

import io.minewatch.alerting.chain.StageName;
import io.minewatch.alerting.view.OpenMatters;
import io.minewatch.alerting.view.OpenMatters.IncidentLine;
import io.minewatch.alerting.view.OpenMatters.MineLine;
import io.minewatch.alerting.view.OpenMatters.Name;
import java.util.List;

/** The tables of a shift's report: incidents, feeds, gaps of the roster and platform troubles. */
final class ShiftTables {
  private final Tongue tongue;
  private final Terms terms;

  ShiftTables(Tongue tongue) {
    this.tongue = tongue;
    this.terms = Terms.in(tongue);
  }

  void into(Sheet sheet, OpenMatters open) {
    incidents(sheet, open);
    feeds(sheet, open);
    rest(sheet, open);
  }

  private void incidents(Sheet sheet, OpenMatters open) {
    sheet.heading(tongue.say("未闭环预警", "Open incidents"));
    sheet.table(
        List.of(
            tongue.say("级别", "Level"),
            tongue.say("地点与事项", "Where and what"),
            tongue.say("阶段", "Stage"),
            tongue.say("应办与时限", "Owed by"),
            tongue.say("撤人", "Withdrawal"),
            tongue.say("搁置", "Shelved")),
        open.incidents().stream().map(each -> row(sheet, each)).toList(),
        tongue.say("没有。", "None."));
    more(sheet, open.incidents().size(), open.incidentsTotal());
  }

  private List<String> row(Sheet sheet, IncidentLine one) {
    StageName stage = StageName.valueOf(one.stage());
    String drill = one.drill() ? tongue.say("【演练】", "[DRILL] ") : "";
    String what = name(one.what()).isBlank() ? terms.of(one.what().id()) : name(one.what());
    return List.of(
        terms.of("severity." + one.severity()),
        drill + name(one.mine()) + " · " + name(one.place()) + " · " + what,
        tongue.say(stage.chinese(), stage.english()),
        one.due() == null
            ? Sheet.NONE
            : terms.of("due." + one.due()) + " " + sheet.time(one.dueAt()),
        one.orders() == 0
            ? Sheet.NONE
            : tongue
                .say("命令 %d 道，未撤出 %s", "%d order(s), inside: %s")
                .formatted(one.orders(), one.inside() == null ? "?" : one.inside()),
        one.shelved() == null
            ? Sheet.NONE
            : tongue.say("至 ", "until ") + sheet.time(one.shelved()) + " " + one.shelvedBy());
  }

  private void feeds(Sheet sheet, OpenMatters open) {
    sheet.heading(tongue.say("数据", "Feeds"));
    sheet.table(
        List.of(
            tongue.say("矿井", "Mine"),
            tongue.say("井下人数", "Underground"),
            tongue.say("测点", "Points"),
            tongue.say("断线", "Dark"),
            tongue.say("失明", "Blind"),
            tongue.say("缺失消息", "Missing"),
            tongue.say("无法判定", "Not judged"),
            tongue.say("最近收到", "Heard")),
        open.mines().stream().map(each -> row(sheet, each)).toList(),
        tongue.say("数据正常。", "All feeds are well."));
    sheet.table(
        List.of(
            tongue.say("测点", "Point"),
            tongue.say("为何不可信", "Why"),
            tongue.say("最近读数", "Last reading")),
        open.points().stream()
            .map(
                each ->
                    List.of(
                        each.point().id() + " " + name(each.point()),
                        terms.of("quality." + each.why()),
                        sheet.time(each.measured())))
            .toList(),
        open.pointsNamed()
            ? tongue.say("没有不可信的测点。", "No point is doubted.")
            : tongue.say("测点按矿计数，见上表。", "Points are counted by mine above."));
    if (open.pointsNamed()) {
      more(sheet, open.points().size(), open.pointsTotal());
    }
    if (open.unheard() > 0) {
      sheet.warning(
          tongue
              .say("%d 个矿收不到判定，其测点与网关情况不明。", "Nothing is heard of %d mine(s): unknown.")
              .formatted(open.unheard()));
    }
    open.gateways()
        .forEach(
            each ->
                sheet.warning(
                    tongue.say("网关失联：", "Gateway silent: ")
                        + name(each.mine())
                        + " "
                        + each.gateway()
                        + " "
                        + sheet.time(each.heard())));
  }

  private List<String> row(Sheet sheet, MineLine one) {
    String doubt = one.heard() ? "" : " ?";
    return List.of(
        name(one.mine()),
        one.underground() == null ? "?" : one.underground() + (one.placed() ? doubt : " ?"),
        one.points() + "",
        one.dark() + doubt,
        one.blind() + doubt,
        one.missing() + doubt,
        one.notJudged() + doubt,
        sheet.time(one.said()));
  }

  private void rest(Sheet sheet, OpenMatters open) {
    sheet.heading(tongue.say("值班空缺", "Roster gaps"));
    sheet.table(
        List.of(
            tongue.say("矿井", "Mine"),
            tongue.say("岗位", "Position"),
            tongue.say("自", "From"),
            tongue.say("至", "Until")),
        open.gaps().stream()
            .map(
                each ->
                    List.of(
                        name(each.mine()),
                        name(each.position()),
                        sheet.minute(each.from()),
                        sheet.minute(each.until())))
            .toList(),
        tongue.say("没有空缺。", "None."));
    more(sheet, open.gaps().size(), open.gapsTotal());
    sheet.heading(tongue.say("平台问题", "Platform troubles"));
    sheet.table(
        List.of(tongue.say("问题", "What"), tongue.say("数量", "Count"), tongue.say("自", "Since")),
        open.troubles().stream()
            .map(
                each ->
                    List.of(
                        terms.of(
                            "platform." + each.kind(),
                            each.count(),
                            String.join(", ", each.about())),
                        each.count() + "",
                        sheet.time(each.since())))
            .toList(),
        tongue.say("没有问题。", "None."));
  }

  private void more(Sheet sheet, int shown, int all) {
    if (all > shown) {
      sheet.text(
          tongue
              .say("共 %d 项，此处列出 %d 项。", "%d in all, of which %d stand here.")
              .formatted(all, shown));
    }
  }

  private String name(Name of) {
    return tongue.say(of.chinese(), of.english());
  }
}
