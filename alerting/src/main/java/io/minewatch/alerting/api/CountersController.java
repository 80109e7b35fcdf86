package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.accident.Accident;
import io.minewatch.alerting.accident.AccidentCounts;
import io.minewatch.alerting.count.Counters;
import io.minewatch.alerting.count.Counters.Taken;
import io.minewatch.alerting.count.StepTaken.Kind;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.StepRows.Occasion;
import io.minewatch.alerting.registry.MineEntry;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The counters in the regulator's own form, by mine, county, city, province and nation: 发布预警 N 次、叫应
 * N 矿次、撤人 N 人次.
 */
@RestController
public class CountersController {
  private final Access access;
  private final Present present;
  private final Store store;
  private final Clock clock;

  public CountersController(Access access, Present present, Store store, Clock clock) {
    this.access = access;
    this.present = present;
    this.store = store;
    this.clock = clock;
  }

  /** What each row of the answer stands for, by how many codes of the jurisdiction it has. */
  public enum By {
    NATION(0),
    PROVINCE(1),
    CITY(2),
    COUNTY(3),
    MINE(Integer.MAX_VALUE);
    private final int codes;

    By(int codes) {
      this.codes = codes;
    }

    String place(MineEntry mine) {
      return place(mine.path());
    }

    /** The same of a path from the province down to the mine. */
    String place(String path) {
      List<String> parts = List.of(path.split("/"));
      int last = parts.size() - 1;
      return this == MINE
          ? parts.get(last)
          : String.join("/", parts.subList(0, Math.min(codes, last)));
    }
  }

  /**
   * The counters of one place.
   *
   * @param place the path of its jurisdiction, empty for the nation; of a mine its code
   * @param mines how many mines of it are in scope
   * @param accidents those declared in the period, and how their reports stand now
   */
  public record Row(String place, int mines, Counters counters, AccidentCounts accidents) {}

  /** The counters of a period; drills are counted apart. */
  public record CountersView(Instant from, Instant to, By by, Occasion occasion, List<Row> rows) {}

  /**
   * Counts what lies in scope.
   *
   * @param from begin of the period, thirty days before its end unless said
   * @param to its end, now unless said
   */
  @GetMapping("/api/counters")
  public CountersView counters(
      @RequestParam(defaultValue = "NATION") By by,
      @RequestParam(defaultValue = "REAL") Occasion occasion,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Principal who) {
    Instant end = to == null ? clock.instant() : to;
    Instant begin = from == null ? end.minus(Duration.ofDays(30)) : from;
    LoadController.require(begin, end);
    Map<String, List<String>> places = new TreeMap<>();
    access
        .seen(Refusals.account(present, who))
        .forEach(
            mine ->
                places
                    .computeIfAbsent(by.place(mine), place -> new ArrayList<>())
                    .add(mine.plan().mine().value()));
    Map<String, List<Taken>> steps =
        store
            .steps()
            .between(places.values().stream().flatMap(List::stream).toList(), begin, end, occasion)
            .stream()
            .collect(Collectors.groupingBy(Taken::mine));
    Map<String, List<Accident>> accidents =
        AccidentController.between(
                store, places.values().stream().flatMap(List::stream).toList(), begin, end)
            .stream()
            .filter(each -> each.drill() == (occasion == Occasion.DRILL))
            .collect(Collectors.groupingBy(Accident::mine));
    Instant now = clock.instant();
    List<Row> rows = new ArrayList<>();
    places.forEach(
        (place, mines) ->
            rows.add(
                new Row(
                    place,
                    mines.size(),
                    Counters.of(
                        mines.stream()
                            .flatMap(mine -> steps.getOrDefault(mine, List.of()).stream())
                            .toList()),
                    AccidentCounts.of(
                        mines.stream()
                            .flatMap(mine -> accidents.getOrDefault(mine, List.of()).stream())
                            .toList(),
                        now))));
    return new CountersView(begin, end, by, occasion, rows);
  }

  /** The same as a table (RFC 4180); times are whole seconds, empty where there is none. */
  @GetMapping("/api/counters.csv")
  public ResponseEntity<byte[]> csv(
      @RequestParam(defaultValue = "NATION") By by,
      @RequestParam(defaultValue = "REAL") Occasion occasion,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      Principal who) {
    CountersView view = counters(by, occasion, from, to, who);
    StringBuilder text = new StringBuilder();
    text.append("place,from,to,occasion,mines,warnings,mine_calls,answered,answered_in_time,");
    text.append("persons_withdrawn,orders,escalated,lapsed,closed,forced,harmless,shelved,revoked");
    text.append(",accidents,reports_owed,reports_overdue,reports_in_time,reports_late");
    for (Kind kind : Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      text.append(",%1$s_median_s,%1$s_p90_s".formatted(name));
    }
    text.append("\r\n");
    for (Row row : view.rows()) {
      text.append(line(view, row)).append("\r\n");
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"counters.csv\"")
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(CountersView view, Row row) {
    Counters c = row.counters();
    AccidentCounts a = row.accidents();
    List<Object> cells =
        new ArrayList<>(
            List.of(
                row.place(),
                view.from(),
                view.to(),
                view.occasion(),
                row.mines(),
                c.warnings(),
                c.calls(),
                c.answered(),
                c.answeredInTime(),
                c.withdrawn(),
                c.orders(),
                c.escalated(),
                c.lapsed(),
                c.closed(),
                c.forced(),
                c.harmless(),
                c.shelved(),
                c.revoked(),
                a.accidents(),
                a.owed(),
                a.overdue(),
                a.inTime(),
                a.late()));
    for (Kind kind : Kind.values()) {
      Counters.Times times = c.times().get(kind);
      cells.add(seconds(times == null ? null : times.median()));
      cells.add(seconds(times == null ? null : times.ninetieth()));
    }
    return cells.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String seconds(@Nullable Duration time) {
    return time == null ? "" : String.valueOf(time.toSeconds());
  }
}
