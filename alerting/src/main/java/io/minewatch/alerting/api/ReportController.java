package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.accident.AccidentCounts;
import io.minewatch.alerting.count.Counters;
import io.minewatch.alerting.count.Counters.Taken;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.ExceptionRows;
import io.minewatch.alerting.journal.ExceptionRows.Exceptional;
import io.minewatch.alerting.journal.StepRows.Occasion;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.report.IncidentReport;
import io.minewatch.alerting.report.MonthBulletin;
import io.minewatch.alerting.report.Tongue;
import io.minewatch.alerting.view.IncidentView;
import io.minewatch.alerting.view.IncidentViews;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports as pages to print: of an incident, and the bulletin of an area for a month. */
@RestController
public class ReportController {
  /** Exceptions that a bulletin tells, the newest; one more says that there are others. */
  private static final int EXCEPTIONS = 200;

  private final Access access;
  private final Present present;
  private final Store store;
  private final IncidentViews views;
  private final ReportCurves curves;
  private final Clock clock;

  public ReportController(
      Access access,
      Present present,
      Store store,
      IncidentViews views,
      ReportCurves curves,
      Clock clock) {
    this.access = access;
    this.present = present;
    this.store = store;
    this.views = views;
    this.curves = curves;
    this.clock = clock;
  }

  static ResponseEntity<String> page(String html) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .body(html);
  }

  /** The report of one incident, open or closed. */
  @GetMapping("/api/incidents/{id}/report")
  public ResponseEntity<String> incident(
      @PathVariable String id, @RequestParam(defaultValue = "ZH") Tongue lang, Principal who) {
    Account account = Refusals.account(present, who);
    IncidentView view = views.one(id, mine -> access.sight(account, mine));
    if (view == null || !access.sees(account, view.mine())) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no incident " + id);
    }
    Instant now = clock.instant();
    ReportCurves.Found curve = curves.of(view, lang, now);
    return page(
        new IncidentReport(lang, curves.zone(view.mine()), now)
            .of(
                new IncidentReport.Whole(
                    view,
                    store.journal().events(id),
                    store.steps().of(id),
                    curve.curve(),
                    curve.why(),
                    access.sight(account, view.mine()),
                    curves.zones(view.mine(), lang))));
  }

  /**
   * The bulletin of an area.
   *
   * @param area path from the province down, parted by strokes; empty for all in scope
   * @param month for instance {@code 2026-11}; the last one that is over unless said
   * @param zone in which days are counted; the one of China unless said
   */
  @GetMapping("/api/bulletins")
  public ResponseEntity<String> bulletin(
      @RequestParam(defaultValue = "") String area,
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(defaultValue = "Asia/Shanghai") String zone,
      @RequestParam(defaultValue = "ZH") Tongue lang,
      Principal who) {
    Account account = Refusals.account(present, who);
    List<MineEntry> mines = access.seenIn(account, area).toList();
    if (mines.isEmpty()) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine in '" + area + "'");
    }
    Instant now = clock.instant();
    try {
      ZoneId in = ZoneId.of(zone);
      YearMonth of =
          month == null ? YearMonth.from(now.atZone(in)).minusMonths(1) : YearMonth.parse(month);
      return page(new MonthBulletin(lang, in, now).of(month(area, of, in, mines, lang)));
    } catch (DateTimeException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private MonthBulletin.Month month(
      String area, YearMonth month, ZoneId zone, List<MineEntry> mines, Tongue lang) {
    Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    List<String> codes = mines.stream().map(each -> each.plan().mine().value()).toList();
    List<Taken> steps = store.steps().between(codes, from, to, Occasion.REAL);
    Map<String, List<Taken>> byMine = steps.stream().collect(Collectors.groupingBy(Taken::mine));
    Map<String, List<MineEntry>> places = new TreeMap<>();
    int depth = area.isEmpty() ? 0 : area.split("/", -1).length;
    for (MineEntry mine : mines) {
      places.computeIfAbsent(place(mine, depth, lang), each -> new ArrayList<>()).add(mine);
    }
    List<MonthBulletin.Row> rows = new ArrayList<>();
    places.forEach(
        (place, within) ->
            rows.add(
                new MonthBulletin.Row(
                    place,
                    within.size(),
                    Counters.of(
                        within.stream()
                            .flatMap(
                                mine ->
                                    byMine
                                        .getOrDefault(mine.plan().mine().value(), List.of())
                                        .stream())
                            .toList()))));
    AccidentCounts accidents =
        AccidentCounts.of(
            AccidentController.between(store, codes, from, to).stream()
                .filter(each -> !each.drill())
                .toList(),
            clock.instant());
    List<Exceptional> odd =
        new ExceptionRows(store.database()).real(codes, from, to, EXCEPTIONS + 1);
    return new MonthBulletin.Month(
        name(area, mines, lang),
        month,
        mines.size(),
        steps,
        rows,
        odd.stream().limit(EXCEPTIONS).toList(),
        odd.size() > EXCEPTIONS,
        accidents);
  }

  /** What is right below an area: an area of its own, or a mine by its name. */
  private static String place(MineEntry mine, int depth, Tongue lang) {
    return depth < mine.jurisdiction().size()
        ? String.join("/", mine.jurisdiction().subList(0, depth + 1))
        : lang.say(mine.plan().name(), mine.plan().nameEnglish());
  }

  private static String name(String area, List<MineEntry> mines, Tongue lang) {
    MineEntry first = mines.get(0);
    if (mines.size() == 1 && first.path().equals(area)) {
      return lang.say(first.plan().name(), first.plan().nameEnglish());
    }
    return area.isEmpty() ? lang.say("全辖区", "All in scope") : area;
  }
}
