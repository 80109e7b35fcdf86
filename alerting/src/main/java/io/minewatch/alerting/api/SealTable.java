package io.minewatch.alerting.api;

import io.minewatch.alerting.desk.SealDesk;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Watched;
import io.minewatch.domain.reading.Name;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a table of what was seen behind a seal (RFC 4180 without quotes): a row a window. */
final class SealTable {
  /** Rows of one table: a week of seven points. */
  static final int MOST_ROWS = 5_000;

  /** Wrong rows that are told. */
  private static final int MOST_PROBLEMS = 20;

  private static final String HEAD = "watched,point,at,value";
  private static final int COLUMNS = 4;

  private final Map<Watched, Map<String, TreeMap<Instant, Double>>> values =
      new EnumMap<>(Watched.class);
  private final List<String> problems = new ArrayList<>();
  private final Instant now;

  private SealTable(Instant now) {
    this.now = now;
  }

  /** What a table says, or everything that is wrong with it. */
  record Parsed(List<Course> courses, List<String> problems) {}

  /** Parses; a window that is not over by now is refused. */
  static Parsed parse(String text, Instant now) {
    SealTable table = new SealTable(now);
    List<String> rows = text.strip().lines().toList();
    if (rows.isEmpty() || !rows.get(0).strip().equals(HEAD)) {
      return new Parsed(List.of(), List.of("the first row is " + HEAD));
    }
    if (rows.size() > MOST_ROWS + 1) {
      return new Parsed(List.of(), List.of("a table has at most " + MOST_ROWS + " rows"));
    }
    for (int i = 1; i < rows.size() && table.problems.size() < MOST_PROBLEMS; i++) {
      try {
        table.row(rows.get(i).strip());
      } catch (IllegalArgumentException | DateTimeException e) {
        table.problems.add("row %d: %s".formatted(i + 1, e.getMessage()));
      }
    }
    List<Course> courses = new ArrayList<>();
    table.values.forEach(
        (watched, points) ->
            points.forEach((point, all) -> courses.add(new Course(watched, point, all))));
    return new Parsed(courses, table.problems);
  }

  private void row(String row) {
    String[] cells = row.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("a row has " + COLUMNS + " cells");
    }
    Watched watched = Watched.valueOf(cells[0].strip());
    String point = cells[1].strip();
    Name.require("a point", point);
    Instant at = Instant.parse(cells[2].strip());
    double value = Double.parseDouble(cells[3].strip());
    long window = SealDesk.WINDOW.toMillis();
    if (at.toEpochMilli() % window != 0 || at.plus(SealDesk.WINDOW).isAfter(now)) {
      throw new IllegalArgumentException(
          "a window begins at a quarter of an hour and is over, was " + at);
    }
    if (!(value >= 0) || value > watched.highest()) {
      throw new IllegalArgumentException(
          "%s is 0 to %s, was %s".formatted(watched, watched.highest(), value));
    }
    values
        .computeIfAbsent(watched, any -> new TreeMap<>())
        .computeIfAbsent(point, any -> new TreeMap<>())
        .put(at, value);
  }
}
