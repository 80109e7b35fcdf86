package io.minewatch.alerting.api;

import io.minewatch.alerting.access.Access;
import io.minewatch.alerting.access.Present;
import io.minewatch.alerting.desk.BookDesk;
import io.minewatch.alerting.desk.MineShifts;
import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.reconcile.Pair;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The books of the shifts of a mine (班台账) and what of them does not fit, for regulators alone: a
 * mine that could read how it is reconciled would keep its books by it.
 */
@RestController
public class BookController {
  private static final int MOST_DAYS = 60;

  private final Access access;
  private final Present present;
  private final BookDesk desk;
  private final Mines mines;
  private final Clock clock;

  public BookController(Access access, Present present, BookDesk desk, Mines mines, Clock clock) {
    this.access = access;
    this.present = present;
    this.desk = desk;
    this.mines = mines;
    this.clock = clock;
  }

  /**
   * One value of a shift.
   *
   * @param point a meter, gate or scale of the mine
   * @param shift its begin
   * @param value of the whole shift, in the unit of the factor
   */
  public record Row(
      @Nullable Factor factor, @Nullable String point, @Nullable Instant shift, double value) {}

  /** A table as rows; all of it is taken or nothing. */
  public record Rows(@Nullable List<@Nullable Row> rows) {}

  /** How many values of how many shifts a table held. */
  public record Taken(int rows, int shifts) {}

  /**
   * How a pair stands in a shift.
   *
   * @param over above what was expected, as a share of it
   * @param deviations the same in the mine's own usual deviations
   * @param baseline shifts that it is held against
   */
  public record ResidualView(
      Pair pair,
      double seen,
      double expected,
      double over,
      double deviations,
      int baseline,
      boolean disagrees) {}

  /**
   * One shift.
   *
   * @param slot which of the day, from 0
   * @param values by factor, in its unit; what is not known is absent
   * @param unplanned hours of people at places underground that no plan knows
   * @param residuals of the pairs that could be judged
   * @param clue whether it and the recent ones before it are enough for a clue; null where nothing
   *     could be judged: then nobody knows
   */
  public record ShiftView(
      Instant begin,
      int slot,
      Map<Factor, Double> values,
      Map<String, Double> unplanned,
      List<ResidualView> residuals,
      @Nullable Boolean clue) {}

  /**
   * A pair that disagrees again and again.
   *
   * @param shifts of the recent ones
   * @param words of both languages, with the figures
   */
  public record PairView(
      Pair pair, Instant since, int shifts, double over, double deviations, String words) {}

  /** People where no plan knows a place. */
  public record StoodView(String place, double hours, Instant since, int shifts, String words) {}

  /**
   * The books of a mine.
   *
   * @param from what was before it is no baseline: the registry told of other workplaces; null
   *     where it did not
   * @param units by factor
   * @param shifts the newest first; those of which nothing is known too
   * @param disagreements as of the newest shift
   * @param stood as of the newest shift
   */
  public record BooksView(
      @Nullable Instant from,
      Map<Factor, String> units,
      List<ShiftView> shifts,
      List<PairView> disagreements,
      List<StoodView> stood) {}

  /**
   * The books of a mine in scope.
   *
   * @param days up to now, 1 to 60
   */
  @GetMapping("/api/mines/{mine}/books")
  public BooksView books(
      @PathVariable String mine, @RequestParam(defaultValue = "14") int days, Principal who) {
    account(mine, who);
    if (days < 1 || days > MOST_DAYS) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "days is 1 to " + MOST_DAYS);
    }
    BookDesk.Look look = desk.look(mine, clock.instant().minus(Duration.ofDays(days)));
    if (look == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    return BookViews.of(look);
  }

  /** Takes rows: all of them, or nothing where any is wrong. The newest value of one counts. */
  @PostMapping(value = "/api/mines/{mine}/books", consumes = "application/json")
  public Taken rows(@PathVariable String mine, @RequestBody Rows body, Principal who) {
    Account account = account(mine, who);
    return taken(mine, BookTable.rows(body.rows(), shifts(mine), clock.instant()), account);
  }

  /** Takes the same as a table. */
  @PostMapping(value = "/api/mines/{mine}/books.csv", consumes = "text/csv")
  public Taken table(@PathVariable String mine, @RequestBody byte[] table, Principal who) {
    Account account = account(mine, who);
    String text = new String(table, StandardCharsets.UTF_8);
    return taken(mine, BookTable.csv(text, shifts(mine), clock.instant()), account);
  }

  private Taken taken(String mine, BookTable.Parsed parsed, Account account) {
    if (!parsed.problems().isEmpty()) {
      throw new Refusals.Problem(
          HttpStatus.UNPROCESSABLE_CONTENT, "the table is not sound", parsed.problems());
    }
    desk.bring(mine, parsed.lines(), account.name());
    long shifts = parsed.lines().stream().map(each -> each.shift()).distinct().count();
    return new Taken(parsed.lines().size(), (int) shifts);
  }

  private MineShifts shifts(String mine) {
    MineEntry entry = mines.find(mine);
    if (entry == null) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    return new MineShifts(entry.plan().shifts());
  }

  private Account account(String mine, Principal who) {
    Account account = Refusals.account(present, who);
    if (!access.sees(account, mine)) {
      throw new Refusals.Problem(HttpStatus.NOT_FOUND, "no mine " + mine);
    }
    return account;
  }
}
