package io.minewatch.alerting.report;

import io.minewatch.alerting.shift.Handover;
import io.minewatch.alerting.view.OpenMatters;
import io.minewatch.alerting.view.ShiftView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The report of a shift: what was handed over, by whom, to whom. */
public final class ShiftReport {
  private final Tongue tongue;
  private final ZoneId zone;
  private final Instant made;

  /**
   * Makes reports.
   *
   * @param zone in which times are written
   * @param made when the report is made, wall time
   */
  public ShiftReport(Tongue tongue, ZoneId zone, Instant made) {
    this.tongue = tongue;
    this.zone = zone;
    this.made = made;
  }

  /** The page. */
  public String of(ShiftView.Whole whole, String place) {
    ShiftView shift = whole.shift();
    OpenMatters open = whole.matters();
    Sheet sheet = new Sheet(tongue.say("交接班报告 ", "Shift report ") + shift.id(), tongue, zone);
    sheet.title(tongue.say("交接班报告", "Shift report"), place, shift.id() + " · " + zone);
    if (!whole.isAsGiven()) {
      sheet.warning(
          tongue.say(
              "此处的内容与档案（哈希链）所记不符。",
              "What stands here is not what the hash-chained ledger says was given."));
    }
    people(sheet, shift);
    sheet.figures(
        List.of(
            figure(open.incidentsTotal(), "未闭环预警", "open incidents"),
            figure(open.inside(), open.insideUnknown(), "命令区域内未撤出（不含演练）", "people still inside"),
            figure(open.pointsTotal(), open.unheard() > 0, "不可信测点", "doubted points"),
            figure(open.gatewaysTotal(), open.unheard() > 0, "失联网关", "silent gateways"),
            figure(open.gapsTotal(), "值班空缺", "roster gaps"),
            figure(open.troubles().size(), "平台问题", "platform troubles")));
    sheet.heading(tongue.say("交班说明", "Notes"));
    sheet.text(shift.notes().isBlank() ? tongue.say("没有填写。", "None.") : shift.notes());
    new ShiftTables(tongue).into(sheet, open);
    sheet.signatures(
        List.of(tongue.say("交班人签字", "Handed over by"), tongue.say("接班人签字", "Taken over by")));
    return sheet.end(tongue.say("编制时间 ", "Made ") + sheet.time(made) + " · Minewatch");
  }

  private void people(Sheet sheet, ShiftView shift) {
    String taker =
        switch (shift.standing()) {
          case TAKEN -> shift.takerName() + " · " + sheet.time(shift.taken());
          case GIVEN -> tongue.say("尚未接班", "not taken yet");
          case WITHDRAWN -> tongue.say("已撤回 ", "called back ") + sheet.time(shift.withdrawn());
        };
    if (shift.standing() != Handover.Standing.TAKEN) {
      sheet.warning(
          tongue.say("没有人接班：责任仍在交班人。", "Nobody has taken it: who gave it is still responsible."));
    }
    if (shift.named() == Handover.Named.ANOTHER) {
      sheet.warning(tongue.say("接班人不是预定的人。", "Taken by another than named."));
    }
    sheet.facts(
        List.of(
            List.of(
                tongue.say("交班", "Given"), shift.giverName() + " · " + sheet.time(shift.given())),
            List.of(tongue.say("预定接班人", "Expected"), or(shift.receiver())),
            List.of(tongue.say("接班", "Taken"), taker),
            List.of(tongue.say("接班意见", "Remarks of who took it"), or(shift.remarks()))));
  }

  /** A count of which not all is known: alone it would read as the whole. */
  private Sheet.Figure figure(int count, boolean isPart, String chinese, String english) {
    return new Sheet.Figure(isPart ? count + " + ?" : count + "", tongue.say(chinese, english));
  }

  private Sheet.Figure figure(int count, String chinese, String english) {
    return new Sheet.Figure(String.valueOf(count), tongue.say(chinese, english));
  }

  private static String or(String text) {
    return text.isBlank() ? Sheet.NONE : text;
  }
}
