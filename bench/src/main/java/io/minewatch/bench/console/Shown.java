package io.minewatch.bench.console;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What a page shows of a mine's points, held against what was sent. */
final class Shown {
  private static final String ROWS =
      """
      [...document.querySelector('table.live').tBodies[0].rows].map((row) => [row.cells[1].title,
        row.cells[2].textContent.trim().split(/\\s+/)[0], row.cells[4].textContent.trim()].join('|')).join('\\n')
      """;

  private static final Pattern AGE = Pattern.compile("([0-9]+) (s|min)");
  private static final long SECONDS_IN_MINUTE = 60;

  /** A page draws once a second what it was told at most a second before. */
  private static final long TOLERANCE_SECONDS = 3;

  /** Faults that are told; what follows is the same again. */
  private static final int MOST_FAULTS = 5;

  private final BigMine mine;
  private final List<String> faults = new ArrayList<>();

  private Shown(BigMine mine) {
    this.mine = mine;
  }

  /**
   * What is wrong while updates come: each row has the value of one of the newest that were sent.
   *
   * @param updates how many were sent so far: asked before the page is, which takes its time, and
   *     after it
   * @param behind the newest, and so many before it
   */
  static List<String> moving(Page page, BigMine mine, LongSupplier updates, int behind) {
    Shown shown = new Shown(mine);
    long before = updates.getAsLong() - 1;
    List<Row> rows = shown.rows(page);
    long after = updates.getAsLong(); // one more may be on its way
    rows.forEach(
        row -> {
          boolean known = false;
          for (long each = Math.max(0, before - behind); each <= after; each++) {
            known |= row.value().equals(mine.shown(row.point(), each));
          }
          shown.ask(known, row, "update " + before);
        });
    return shown.faults;
  }

  /**
   * What is wrong when nothing has come for some time: each row has its last value, and its age.
   *
   * @param feeder has ended
   */
  static List<String> still(Page page, BigMine mine, Feeder feeder, Clock clock) {
    Shown shown = new Shown(mine);
    long last = feeder.turns() - 1;
    Instant before = clock.instant();
    List<Row> rows = shown.rows(page);
    Instant after = clock.instant();
    rows.forEach(
        row -> {
          String value = mine.shown(row.point(), last);
          shown.ask(row.value().equals(value), row, value);
          Instant from = BigMine.isQuiet(row.point()) ? feeder.first() : feeder.last();
          long least = Duration.between(from, before).toSeconds();
          long most = Duration.between(from, after).toSeconds();
          boolean isSo =
              LongStream.rangeClosed(least, most).anyMatch(seconds -> isAge(row.age(), seconds));
          shown.ask(isSo, row, least + " s");
        });
    return shown.faults;
  }

  private record Row(int point, String value, String age) {}

  private List<Row> rows(Page page) {
    List<Row> rows = new ArrayList<>();
    for (String line : String.valueOf(page.evaluate(ROWS)).split("\n", -1)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 3 && cells[0].matches("P[0-9]{4}")) {
        rows.add(new Row(Integer.parseInt(cells[0].substring(1)), cells[1], cells[2]));
      }
    }
    long different = rows.stream().map(Row::point).distinct().count();
    if (different != mine.points() || rows.size() != mine.points()) {
      faults.add("%d rows of %d points".formatted(rows.size(), different));
    }
    return rows;
  }

  private void ask(boolean isSo, Row row, String wanted) {
    if (!isSo && faults.size() < MOST_FAULTS) {
      faults.add("the page shows " + row + ", was to show " + wanted);
    }
  }

  static boolean isAge(String shown, long seconds) {
    Matcher found = AGE.matcher(shown);
    if (!found.matches()) {
      return false;
    }
    boolean inMinutes = found.group(2).equals("min");
    long least = Long.parseLong(found.group(1)) * (inMinutes ? SECONDS_IN_MINUTE : 1);
    long most = least + (inMinutes ? SECONDS_IN_MINUTE : 1);
    return seconds >= least - TOLERANCE_SECONDS && seconds <= most + TOLERANCE_SECONDS;
  }
}
