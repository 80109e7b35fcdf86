package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.accident.Accident;
import io.minewatch.alerting.accident.AccidentCounts;
import io.minewatch.alerting.count.Counters;
import io.minewatch.alerting.count.Counters.Taken;
import io.minewatch.alerting.desk.Register;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.StepRows.Occasion;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.report.Terms;
import io.minewatch.alerting.report.Tongue;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
  private final Register register;
  private final Clock clock;

  public CountersController(
      Access access, Present present, Store store, Register register, Clock clock) {
    this.register = register;
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
      Principal who,
      HttpServletRequest request) {
    CountersView view = counters(by, occasion, from, to, who);
    return new Downloads(register, who, request).csv(CountersExport.of(view, Terms.in(Tongue.ZH)));
  }

  /**
   * The same as a workbook.
   *
   * @param zone of the times in it; the one of China unless said
   */
  @GetMapping("/api/counters.xlsx")
  public ResponseEntity<byte[]> workbook(
      @RequestParam(defaultValue = "NATION") By by,
      @RequestParam(defaultValue = "REAL") Occasion occasion,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "ZH") Tongue lang,
      @RequestParam(defaultValue = Downloads.CHINA) String zone,
      Principal who,
      HttpServletRequest request) {
    CountersView view = counters(by, occasion, from, to, who);
    return new Downloads(register, who, request)
        .workbook(CountersExport.of(view, Terms.in(lang)), lang, zone, clock.instant());
  }
}
