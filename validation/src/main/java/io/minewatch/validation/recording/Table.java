package io.minewatch.validation.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A recorded table in memory, rows in the order of the file: ARFF or comma-separated text with a
 * header, {@code .gz} on top of either. Quotes round a cell are taken off. An empty cell or {@code
 * ?} is unknown, never zero.
 */
public final class Table {
  private final Path file;
  private final List<String> names;
  private final List<String[]> rows;

  private Table(Path file, List<String> names, List<String[]> rows) {
    this.file = file;
    this.names = List.copyOf(names);
    this.rows = rows;
  }

  /**
   * Reads a whole file.
   *
   * @throws IOException if it cannot be read, or a row is shorter than the header
   */
  public static Table read(Path file) throws IOException {
    List<String> lines = lines(file);
    boolean arff = String.valueOf(file.getFileName()).contains(".arff");
    List<String> names = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    boolean body = false;
    for (String line : lines) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (line.isBlank() || (arff && line.startsWith("%"))) {
        continue;
      }
      if (body) {
        rows.add(cells(line));
      } else if (!arff) {
        names.addAll(List.of(cells(line)));
        body = true;
      } else if (lower.startsWith("@attribute")) {
        names.add(unquoted(line.split("\\s+", 3)[1]));
      } else {
        body = lower.startsWith("@data");
      }
    }
    Table table = new Table(file, names, rows);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length < names.size()) {
        throw new IOException(file + " row " + i + " has fewer cells than the header");
      }
    }
    return table;
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }

  private static String[] cells(String line) {
    String[] cells = line.split(",", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = unquoted(cells[i].strip());
    }
    return cells;
  }

  private static String unquoted(String cell) {
    boolean quoted = cell.length() > 1 && (cell.startsWith("'") || cell.startsWith("\""));
    return quoted ? cell.substring(1, cell.length() - 1) : cell;
  }

  public int size() {
    return rows.size();
  }

  public String text(String column, int row) {
    int cell = names.indexOf(column);
    if (cell < 0) {
      throw new IllegalArgumentException(file + " has no column " + column + ", only " + names);
    }
    return rows.get(row)[cell];
  }

  /** A number, or NaN where the cell is unknown. */
  public double number(String column, int row) {
    String text = text(column, row);
    return text.isEmpty() || text.equals("?") ? Double.NaN : Double.parseDouble(text);
  }

  /** All numbers of a column. */
  public double[] numbers(String column) {
    double[] all = new double[size()];
    for (int row = 0; row < all.length; row++) {
      all[row] = number(column, row);
    }
    return all;
  }

  /** A date, a month or a date with a time, taken as UTC, in milliseconds since 1970. */
  public long time(String column, int row) {
    String[] parts = text(column, row).split("[ T]", 2);
    try {
      LocalDate day =
          parts[0].length() == 7 ? YearMonth.parse(parts[0]).atDay(1) : LocalDate.parse(parts[0]);
      String clock = parts.length == 1 ? "00:00" : parts[1];
      LocalTime time = LocalTime.parse(clock.indexOf(':') == 1 ? "0" + clock : clock);
      return day.atTime(time).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          file + " row " + row + ": no time: " + text(column, row), e);
    }
  }

  /** All times of a column. */
  public long[] times(String column) {
    long[] all = new long[size()];
    for (int row = 0; row < all.length; row++) {
      all[row] = time(column, row);
    }
    return all;
  }
}
