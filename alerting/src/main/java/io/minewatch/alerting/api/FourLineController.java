package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.api.FourLineQuestions.Days;
import io.minewatch.alerting.desk.FourLines;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.export.Cell;
import io.minewatch.alerting.export.Export;
import io.minewatch.alerting.export.Export.Remark;
import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.Judged.Cause;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Row;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.report.Terms;
import io.minewatch.alerting.report.Tongue;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The four-line index (断网、断线、平线、缺线) of what lies in scope, by place, mine, point and day of the
 * mine's own calendar, and the outages that each figure is made of.
 */
@RestController
public class FourLineController {
  /** Rows of one answer. */
  static final int MOST_ROWS = 1_000;

  private static final String USUAL_ROWS = "100";

  private final Access access;
  private final Present present;
  private final FourLines lines;
  private final FourLineQuestions questions;
  private final Register register;

  public FourLineController(
      Access access,
      Present present,
      FourLines lines,
      Store store,
      Register register,
      Clock clock) {
    this.register = register;
    this.access = access;
    this.present = present;
    this.lines = lines;
    this.questions = new FourLineQuestions(access, lines, store, clock);
  }

  /**
   * A part of the index.
   *
   * @param from first day
   * @param to last day, included
   * @param at until when what lasts was counted
   * @param total rows of the whole index
   * @param skip how many of them come before these
   * @param whole whether what was found before there was an index is counted already
   */
  public record IndexView(
      LocalDate from,
      LocalDate to,
      Instant at,
      By by,
      int total,
      int skip,
      boolean whole,
      List<Row> rows) {}

  /**
   * The index, the worst first.
   *
   * @param area codes from the province down to the mine, parted by strokes; empty for all in scope
   * @param from first day, a week back unless said
   * @param to last day, today unless said
   */
  @GetMapping("/api/four-lines")
  public IndexView index(
      @RequestParam(defaultValue = "") String area,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "MINE") By by,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = USUAL_ROWS) int most,
      Principal who) {
    if (skip < 0 || most < 1 || most > MOST_ROWS) {
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST, "an answer has 1 to " + MOST_ROWS + " rows, and skips some");
    }
    Question question = questions.of(Refusals.account(present, who), area, new Days(from, to), by);
    List<Row> rows = lines.index(question);
    List<Row> some = rows.subList(Math.min(skip, rows.size()), Math.min(skip + most, rows.size()));
    return new IndexView(
        question.first(),
        question.last(),
        question.now(),
        by,
        rows.size(),
        skip,
        lines.isWhole(),
        some);
  }

  /** The whole index as a table (RFC 4180); times are whole seconds, empty where nothing was. */
  @GetMapping("/api/four-lines.csv")
  public ResponseEntity<byte[]> csv(
      @RequestParam(defaultValue = "") String area,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "MINE") By by,
      Principal who,
      HttpServletRequest request) {
    Question question = questions.of(Refusals.account(present, who), area, new Days(from, to), by);
    return new Downloads(register, who, request)
        .csv(FourLineExport.of(question, lines.index(question), Terms.in(Tongue.ZH)));
  }

  /** The same as a workbook; whether the index was whole is said in it. */
  @GetMapping("/api/four-lines.xlsx")
  public ResponseEntity<byte[]> workbook(
      @RequestParam(defaultValue = "") String area,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "MINE") By by,
      @RequestParam(defaultValue = "ZH") Tongue lang,
      @RequestParam(defaultValue = Downloads.CHINA) String zone,
      Principal who,
      HttpServletRequest request) {
    Question question = questions.of(Refusals.account(present, who), area, new Days(from, to), by);
    Terms terms = Terms.in(lang);
    Export export = FourLineExport.of(question, lines.index(question), terms);
    Cell lacking = lines.isWhole() ? Cell.EMPTY : new Cell.Text(terms.of("lines.notwhole"));
    return new Downloads(register, who, request)
        .workbook(
            export.with(new Remark(terms.of("export.lacking"), lacking)),
            lang,
            zone,
            question.now());
  }

  /**
   * One outage as evidence.
   *
   * @param finding its id
   * @param behind how many points lie behind it, named or not
   * @param ended null while it lasts
   * @param lasted until now while it lasts
   * @param own of this time, how long it was the mine's
   * @param region of this time, how long it was the region's
   * @param cut how many mines of the county were cut off from the network together with this one
   * @param mines how many mines the county has
   */
  public record OutageView(
      String finding,
      FourLine line,
      String subject,
      List<String> points,
      int behind,
      Instant onset,
      @Nullable Instant ended,
      Duration lasted,
      Duration own,
      Duration region,
      Outage.End end,
      String rule,
      Cause cause,
      int cut,
      int mines) {
    private static OutageView of(Judged judged, Instant now) {
      Outage outage = judged.outage();
      Span span = outage.span(now);
      return new OutageView(
          outage.finding(),
          outage.line(),
          outage.subject(),
          outage.points(),
          outage.behind(),
          outage.onset(),
          outage.ended(),
          span.length(),
          judged.own().total(),
          judged.region().total(),
          outage.told().end(),
          outage.rule(),
          judged.cause(),
          judged.cut(),
          judged.mines());
    }
  }

  /** Outages of a mine in a period, the newest first. */
  public record OutagesView(LocalDate from, LocalDate to, int total, List<OutageView> outages) {}

  /**
   * The outages of a mine in scope that meet a period of its own days.
   *
   * @param point of which alone; empty for all
   */
  @GetMapping("/api/four-lines/outages")
  public OutagesView outages(
      @RequestParam String mine,
      @RequestParam(defaultValue = "") String point,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      Principal who) {
    Account account = Refusals.account(present, who);
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    Question question = questions.of(account, access.path(mine), new Days(from, to), By.MINE);
    Instant now = question.now();
    List<OutageView> found =
        new ArrayList<>(
            lines.judged(question).stream()
                .filter(each -> point.isEmpty() || isAbout(each.outage(), point))
                .map(each -> OutageView.of(each, now))
                .toList());
    found.sort(Comparator.comparing(OutageView::onset).reversed());
    List<OutageView> some = found.subList(0, Math.min(MOST_ROWS, found.size()));
    return new OutagesView(question.first(), question.last(), found.size(), some);
  }

  private static boolean isAbout(Outage outage, String point) {
    return outage.subject().equals(point) || outage.points().contains(point);
  }
}
