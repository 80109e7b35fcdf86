package io.minewatch.alerting.api;

import io.minewatch.alerting.api.BookController.Row;
import io.minewatch.alerting.desk.MineShifts;
import io.minewatch.alerting.journal.BookRows.Line;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.domain.reading.Name;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a table of the shifts of a mine (RFC 4180 without quotes, or rows): a row a value. */
final class BookTable {
  /** Rows of one table: four weeks of three shifts and some sixty meters. */
  static final int MOST_ROWS = 5_000;

  /** Wrong rows that are told. */
  private static final int MOST_PROBLEMS = 20;

  private static final String HEAD = "factor,point,shift,value";
  private static final int COLUMNS = 4;

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final MineShifts shifts;
  private final Instant now;

  private BookTable(MineShifts shifts, Instant now) {
    this.shifts = shifts;
    this.now = now;
  }

  /** What a table says, or everything that is wrong with it. */
  record Parsed(List<Line> lines, List<String> problems) {}

  /** Parses; a shift that is not over by now is refused. */
  static Parsed csv(String text, MineShifts shifts, Instant now) {
    BookTable table = new BookTable(shifts, now);
    List<String> rows = text.strip().lines().toList();
    if (rows.isEmpty() || !rows.get(0).strip().equals(HEAD)) {
      return new Parsed(List.of(), List.of("the first row is " + HEAD));
    }
    if (rows.size() > MOST_ROWS + 1) {
      return tooMany();
    }
    for (int i = 1; i < rows.size() && table.problems.size() < MOST_PROBLEMS; i++) {
      String row = rows.get(i).strip();
      table.guarded(i + 1, () -> table.row(row.split(",", -1)));
    }
    return table.parsed();
  }

  /** Checks the rows of a request in the same way. */
  static Parsed rows(@Nullable List<@Nullable Row> rows, MineShifts shifts, Instant now) {
    BookTable table = new BookTable(shifts, now);
    if (rows == null || rows.isEmpty()) {
      return new Parsed(List.of(), List.of("a table has rows"));
    }
    if (rows.size() > MOST_ROWS) {
      return tooMany();
    }
    for (int i = 0; i < rows.size() && table.problems.size() < MOST_PROBLEMS; i++) {
      Row row = rows.get(i);
      table.guarded(i + 1, () -> table.row(row));
    }
    return table.parsed();
  }

  private static Parsed tooMany() {
    return new Parsed(List.of(), List.of("a table has at most " + MOST_ROWS + " rows"));
  }

  private Parsed parsed() {
    return new Parsed(List.copyOf(lines.values()), problems);
  }

  private void guarded(int number, Runnable row) {
    try {
      row.run();
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.add("row %d: %s".formatted(number, e.getMessage()));
    }
  }

  private void row(String[] cells) {
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("a row has " + COLUMNS + " cells");
    }
    Factor factor = Factor.valueOf(cells[0].strip());
    Instant shift = Instant.parse(cells[2].strip());
    keep(factor, cells[1].strip(), shift, Double.parseDouble(cells[3].strip()));
  }

  private void row(@Nullable Row row) {
    Factor factor = row == null ? null : row.factor();
    Instant shift = row == null ? null : row.shift();
    if (row == null || factor == null || shift == null || row.point() == null) {
      throw new IllegalArgumentException("a row has " + COLUMNS + " cells");
    }
    keep(factor, row.point(), shift, row.value());
  }

  private void keep(Factor factor, String point, Instant begin, double value) {
    Name.require("a point", point);
    if (factor.isSeen()) {
      throw new IllegalArgumentException(factor + " is seen by the platform, nobody brings it");
    }
    MineShifts.Shift shift = shifts.beginning(begin);
    if (shift == null || shift.end().isAfter(now)) {
      throw new IllegalArgumentException(
          "a row is of a shift of this mine that is over, by its begin, was " + begin);
    }
    if (!(value >= 0) || value > factor.highest()) {
      throw new IllegalArgumentException(
          "%s is 0 to %s, was %s".formatted(factor, factor.highest(), value));
    }
    lines.put(factor + " " + point + " " + begin, new Line(factor.name(), point, begin, value));
  }
}
