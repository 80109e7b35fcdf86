package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.export.Export;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.ArchiveRows;
import io.minewatch.alerting.journal.ArchiveRows.Line;
import io.minewatch.alerting.journal.ArchiveRows.Mark;
import io.minewatch.alerting.journal.ArchiveRows.Search;
import io.minewatch.alerting.journal.StepRows.Occasion;
import io.minewatch.alerting.report.Tongue;
import io.minewatch.alerting.view.ArchiveLine;
import io.minewatch.alerting.view.ArchiveLines;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The archive of incidents, and the search in it. */
@RestController
public class ArchiveController {
  /** Incidents on one page at most, and unless asked for fewer. */
  private static final int MOST = 200;

  private static final int PAGE = 50;

  /** Of what is taken along: a person reads no more, and it is made in memory. */
  private static final int MOST_EXPORTED = 10_000;

  /** Of a text that is searched for. */
  private static final int MOST_TEXT = 100;

  private final Access access;
  private final Present present;
  private final ArchiveRows rows;
  private final ArchiveLines lines;
  private final Register register;
  private final Clock clock;

  public ArchiveController(
      Access access,
      Present present,
      ArchiveRows rows,
      ArchiveLines lines,
      Register register,
      Clock clock) {
    this.register = register;
    this.clock = clock;
    this.access = access;
    this.present = present;
    this.rows = rows;
    this.lines = lines;
  }

  /**
   * What is asked for; what is left out is not asked.
   *
   * @param area path from the province down, parted by strokes
   * @param from when it was opened, at the earliest
   * @param to when it was opened; the end is excluded
   * @param text part of an id of the incident, a point, a zone or a rule; of one mine, of the name
   *     of a point or zone as well
   * @param limit of one page, 1 to 200
   * @param after where the page before ended, as that page told
   */
  public record Asked(
      @Nullable String area,
      @Nullable String mine,
      @Nullable StageName stage,
      @Nullable Severity severity,
      @Nullable Hazard hazard,
      @Nullable Closing how,
      @Nullable Occasion occasion,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text,
      @Nullable Integer limit,
      @Nullable String after) {}

  /**
   * A page of the archive.
   *
   * @param found how many are asked for, on all pages; only the first page counts them
   * @param next where the next page begins; null on the last
   */
  public record Archive(List<ArchiveLine> lines, @Nullable Integer found, @Nullable String next) {}

  /** A page of the incidents in scope that are asked for, open or closed, the newest first. */
  @GetMapping("/api/archive")
  public Archive archive(@ModelAttribute Asked asked, Principal who) {
    Account account = Refusals.account(present, who);
    Integer wanted = asked.limit();
    int limit = wanted == null ? PAGE : wanted;
    String text = text(asked.text());
    if (limit < 1 || limit > MOST) {
      throw unsound();
    }
    Mark after = mark(text(asked.after()));
    Search search = search(asked, account, text);
    List<Line> found = rows.page(search, after, limit + 1);
    List<Line> page = found.subList(0, Math.min(limit, found.size()));
    Line last = found.size() > limit ? page.get(limit - 1) : null;
    return new Archive(
        lines.of(page, mine -> access.sight(account, mine)),
        after == null ? rows.count(search) : null,
        last == null ? null : new Mark(last.opened().toEpochMilli(), last.incident()).toString());
  }

  /** All that is asked for as a table (RFC 4180), up to 10,000 incidents; no pages. */
  @GetMapping("/api/archive.csv")
  public ResponseEntity<byte[]> csv(
      @ModelAttribute Asked asked, Principal who, HttpServletRequest request) {
    Search search = search(asked, Refusals.account(present, who), text(asked.text()));
    int found = rows.count(search);
    if (found > MOST_EXPORTED) { // cut, it would look whole
      throw new Refusals.Problem(
          HttpStatus.BAD_REQUEST,
          "%d incidents are too many for one table: at most %d".formatted(found, MOST_EXPORTED));
    }
    return new Downloads(register, who, request).csv(export(asked, Tongue.ZH, who));
  }

  /**
   * The same as a workbook: the newest 10,000 at most; it says how many were found.
   *
   * @param zone of the times in it; the one of China unless said
   */
  @GetMapping("/api/archive.xlsx")
  public ResponseEntity<byte[]> workbook(
      @ModelAttribute Asked asked,
      @RequestParam(defaultValue = "ZH") Tongue lang,
      @RequestParam(defaultValue = Downloads.CHINA) String zone,
      Principal who,
      HttpServletRequest request) {
    return new Downloads(register, who, request)
        .workbook(export(asked, lang, who), lang, zone, clock.instant());
  }

  private Export export(Asked asked, Tongue lang, Principal who) {
    Account account = Refusals.account(present, who);
    Search search = search(asked, account, text(asked.text()));
    List<ArchiveLine> all = new ArrayList<>();
    Mark after = null;
    do {
      List<Line> page = rows.page(search, after, Math.min(MOST, MOST_EXPORTED - all.size()));
      all.addAll(lines.of(page, mine -> access.sight(account, mine)));
      Line last = page.size() < MOST ? null : page.get(page.size() - 1);
      after = last == null ? null : new Mark(last.opened().toEpochMilli(), last.incident());
    } while (after != null && all.size() < MOST_EXPORTED);
    return new ArchiveExport(lang).of(all, rows.count(search));
  }

  private Search search(Asked asked, Account account, String text) {
    if (text.length() > MOST_TEXT) {
      throw unsound();
    }
    String mine = text(asked.mine());
    List<String> mines =
        access
            .seenIn(account, text(asked.area()))
            .map(entry -> entry.plan().mine().value())
            .filter(code -> mine.isEmpty() || mine.equals(code))
            .toList();
    List<String> named = mines.size() == 1 ? lines.named(mines.get(0), text) : List.of();
    return new Search(
        mines,
        asked.stage(),
        asked.severity(),
        asked.hazard(),
        asked.how(),
        asked.occasion(),
        asked.from(),
        asked.to(),
        text,
        named);
  }

  private static Refusals.Problem unsound() {
    return new Refusals.Problem(
        HttpStatus.BAD_REQUEST,
        "limit is 1 to %d, a text has at most %d characters".formatted(MOST, MOST_TEXT));
  }

  private static String text(@Nullable String asked) {
    return asked == null ? "" : asked.strip();
  }

  private static @Nullable Mark mark(String after) {
    try {
      return after.isEmpty() ? null : Mark.parse(after);
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}
