package io.minewatch.alerting.report;

import io.minewatch.alerting.accident.AccidentCounts;
import io.minewatch.alerting.count.Counters;
import io.minewatch.alerting.count.Counters.Taken;
import io.minewatch.alerting.count.StepTaken.Kind;
import io.minewatch.alerting.journal.ExceptionRows.Exceptional;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bulletin of an area for one month, in the regulator's own counters. */
public final class MonthBulletin {
  /** The steps whose times a bulletin tells. */
  private static final List<Kind> TIMED =
      List.of(
          Kind.CALLED, Kind.ACKNOWLEDGED, Kind.RESPONDED, Kind.ORDERED, Kind.EMPTIED, Kind.CLOSED);

  private final Tongue tongue;
  private final Terms terms;
  private final ZoneId zone;
  private final Instant made;

  /**
   * Makes bulletins.
   *
   * @param zone in which days and times are counted and written
   * @param made when the bulletin is made, wall time
   */
  public MonthBulletin(Tongue tongue, ZoneId zone, Instant made) {
    this.tongue = tongue;
    this.terms = Terms.in(tongue);
    this.zone = zone;
    this.made = made;
  }

  /** One place right below the area. */
  public record Row(String place, int mines, Counters counters) {}

  /**
   * What a bulletin is made of.
   *
   * @param area what it is called
   * @param mines of the area, in the reader's scope
   * @param steps of the month, drills left out
   * @param rows the places right below it
   * @param exceptions of the month, the newest first, drills left out
   * @param isCut whether there are more of them
   */
  public record Month(
      String area,
      YearMonth month,
      int mines,
      List<Taken> steps,
      List<Row> rows,
      List<Exceptional> exceptions,
      boolean isCut,
      AccidentCounts accidents) {}

  /** The page. */
  public String of(Month month) {
    Counters all = Counters.of(month.steps());
    String title = say("矿山安全监测预警月报", "Monthly bulletin of mine-safety warning");
    Sheet sheet = new Sheet(title + " " + month.month(), tongue, zone);
    sheet.title(
        title,
        month.area() + " · " + month.month(),
        say("矿井 ", "Mines: ") + month.mines() + " · " + zone);
    Instant end = month.month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    if (made.isBefore(end)) {
      sheet.warning(
          say("本月尚未结束，数字截至 ", "The month is not over; counted up to ") + sheet.time(made));
    }
    sheet.text(
        say(
                "发布预警 %d 次、叫应 %d 矿次、撤人 %d 人次。",
                "Warnings issued: %d. Mine-calls: %d. Persons withdrawn: %d.")
            .formatted(all.warnings(), all.calls(), all.withdrawn()));
    sheet.figures(
        List.of(
            figure(all.warnings(), "warnings"),
            figure(all.calls(), "calls"),
            figure(all.answeredInTime(), "answeredInTime"),
            figure(all.withdrawn(), "withdrawn"),
            figure(all.escalated(), "escalated"),
            figure(all.forced(), "forced")));
    sheet.picture(
        BarPicture.of(days(month), say("每天发布预警的次数", "Warnings of each day")),
        say("每天发布预警的次数", "Warnings of each day of the month"));
    places(sheet, month);
    times(sheet, all);
    exceptions(sheet, month);
    sheet.heading(terms.of("accidents.title"));
    AccidentCounts accidents = month.accidents();
    sheet.facts(
        List.of(
            List.of(terms.of("accidents.accidents"), accidents.accidents() + ""),
            List.of(terms.of("accidents.inTime"), accidents.inTime() + ""),
            List.of(terms.of("accidents.late"), accidents.late() + ""),
            List.of(terms.of("accidents.overdue"), accidents.overdue() + "")));
    return sheet.end(
        say("编制时间 ", "Made ")
            + sheet.time(made)
            + say(" · 不含演练", " · drills left out")
            + " · Minewatch");
  }

  private String say(String chinese, String english) {
    return tongue.say(chinese, english);
  }

  private Sheet.Figure figure(int count, String counter) {
    return new Sheet.Figure(String.valueOf(count), terms.of("counter." + counter));
  }

  private List<Integer> days(Month month) {
    List<Integer> days = new ArrayList<>(Collections.nCopies(month.month().lengthOfMonth(), 0));
    for (Taken each : month.steps()) {
      if (each.step().kind() == Kind.WARNED) {
        int day = each.step().at().atZone(zone).getDayOfMonth() - 1;
        days.set(day, days.get(day) + 1);
      }
    }
    return days;
  }

  private void places(Sheet sheet, Month month) {
    sheet.heading(say("各地", "By place"));
    sheet.table(
        List.of(
            terms.of("area.place"),
            terms.of("counters.mines"),
            terms.of("counter.warnings"),
            terms.of("counter.calls"),
            terms.of("counter.answeredInTime"),
            terms.of("counter.withdrawn"),
            terms.of("counter.escalated"),
            terms.of("counter.forced")),
        month.rows().stream()
            .map(
                each ->
                    List.of(
                        each.place(),
                        each.mines() + "",
                        each.counters().warnings() + "",
                        each.counters().calls() + "",
                        each.counters().answeredInTime() + "",
                        each.counters().withdrawn() + "",
                        each.counters().escalated() + "",
                        each.counters().forced() + ""))
            .toList(),
        terms.of("counters.none"));
  }

  private void times(Sheet sheet, Counters all) {
    sheet.heading(terms.of("counters.took"));
    List<List<String>> rows = new ArrayList<>();
    for (Kind kind : TIMED) {
      Counters.Times times = all.times().get(kind);
      if (times != null) {
        rows.add(
            List.of(
                terms.of("taken." + kind),
                times.count() + "",
                sheet.span(times.median()),
                sheet.span(times.ninetieth())));
      }
    }
    sheet.table(
        List.of(
            terms.of("counters.step"),
            terms.of("counters.times"),
            terms.of("counters.median"),
            terms.of("counters.ninetieth")),
        rows,
        terms.of("counters.none"));
  }

  private void exceptions(Sheet sheet, Month month) {
    sheet.heading(terms.of("exceptions.title"));
    sheet.table(
        List.of(
            terms.of("exceptions.at"),
            terms.of("exceptions.what.column"),
            terms.of("exceptions.mine"),
            terms.of("exceptions.by"),
            terms.of("exceptions.row")),
        month.exceptions().stream()
            .map(
                each ->
                    List.of(
                        sheet.time(Instant.parse(each.at())),
                        terms.of("exception." + kind(each)) + " " + each.subject(),
                        each.mine(),
                        each.actor(),
                        each.seq() + ""))
            .toList(),
        terms.of("exceptions.none"));
    if (month.isCut()) {
      sheet.warning(
          say("例外太多，此处只列出最近的一部分。", "There are more exceptions: only the newest stand here."));
    }
  }

  /** Of a close how; the journal keeps it as one of these two words. */
  private static String kind(Exceptional of) {
    if (of.content().contains("\"how\":\"FORCED\"")) {
      return "FORCED";
    }
    return of.content().contains("\"how\":\"HARMLESS\"") ? "HARMLESS" : of.type();
  }
}
