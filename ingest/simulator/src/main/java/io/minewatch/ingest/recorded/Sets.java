package io.minewatch.ingest.recorded;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.recorded.RecordedSet.OwnRule;
import io.minewatch.ingest.recorded.RecordedSet.People;
import io.minewatch.ingest.recorded.RecordedSet.Series;
import io.minewatch.ingest.recorded.RecordedSet.Setting;
import io.minewatch.ingest.recorded.RecordedSet.Source;
import io.minewatch.ingest.replay.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table of recorded sets. Lines of a set: {@code set}, {@code begin}, then for each file {@code
 * file} and what is in it; cells are parted by {@code |}. The head of the table tells each.
 */
public final class Sets {
  private final Map<String, RecordedSet> sets = new LinkedHashMap<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();
  private String @Nullable [] set;
  private Instant begin = Instant.EPOCH;
  private final List<OwnRule> rules = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private @Nullable Open file;

  /** A file while its lines are read. */
  private static final class Open {
    final String file;
    List<String> header = List.of();
    @Nullable TimeForm time;
    final List<Series> series = new ArrayList<>();
    final List<String> missing = new ArrayList<>();
    Instant since = Instant.EPOCH;
    Instant until = Instant.MAX;
    @Nullable String split;
    @Nullable People people;

    Open(String file) {
      this.file = file;
    }

    Source close() {
      TimeForm told = Objects.requireNonNull(time, () -> file + " has no time");
      return new Source(file, header, told, series, missing, since, until, split, people);
    }
  }

  private Sets() {}

  /** All sets, by name, as the program knows them. */
  public static Map<String, RecordedSet> all() {
    return parse(table());
  }

  /** The files beside them that are not played, with the reason; a {@code *} for any name. */
  public static Map<String, String> leftOut() {
    return read(table()).leftOut;
  }

  private static List<String> table() {
    try (InputStream in = Sets.class.getResourceAsStream("sets.table")) {
      if (in == null) {
        throw new IllegalStateException("sets.table is missing from the program");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("\n", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException naming the line that is not understood
   */
  static Map<String, RecordedSet> parse(List<String> lines) {
    return read(lines).sets;
  }

  private static Sets read(List<String> lines) {
    Sets table = new Sets();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        table.take(line);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ", '" + line + "': " + e, e);
      }
    }
    table.closeSet();
    return table;
  }

  private void take(String line) {
    int space = line.indexOf(' ');
    String word = line.substring(0, space);
    String[] cells = line.substring(space + 1).split("\\|", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip();
    }
    switch (word) {
      case "set" -> {
        closeSet();
        set = cells;
      }
      case "left" -> leftOut.put(cells[0], cells[1]);
      case "rule" -> rules.add(new OwnRule(cells[0], cells[1], cells[2], cells[3]));
      case "begin" -> begin = Instant.parse(cells[0]);
      case "file" -> {
        closeFile();
        file = new Open(cells[0]);
      }
      default -> takeOfFile(Objects.requireNonNull(file, "a file comes first"), word, cells);
    }
  }

  private static void takeOfFile(Open file, String word, String[] cells) {
    switch (word) {
      case "header" -> file.header = List.of(cells);
      case "time" -> file.time = TimeForm.parse(cells[0]);
      case "missing" -> file.missing.addAll(List.of(cells));
      case "since" -> file.since = Instant.parse(cells[0]);
      case "until" -> file.until = Instant.parse(cells[0]);
      case "split" -> file.split = cells[0];
      case "point" -> file.series.add(series(cells));
      case "people" ->
          file.people =
              new People(cells[0], cells[1], Places.parse(cells[2]), Duration.parse(cells[3]));
      default -> throw new IllegalArgumentException("no such word: " + word);
    }
  }

  /** Column, point, measure, unit, factor, period, and where that is known location and noise. */
  private static Series series(String[] cells) {
    Column column =
        Column.parse(cells[1] + ":" + cells[2] + (cells[3].isEmpty() ? "" : ":" + cells[3])).get(0);
    Column named = new Column(cells[0], column.point(), column.measure(), column.unit());
    double factor = cells[4].isEmpty() ? 1 : Double.parseDouble(cells[4]);
    String location = cells.length > 6 ? cells[6] : "none";
    double noise = cells.length > 7 ? Double.parseDouble(cells[7]) : Double.NaN;
    Setting setting = new Setting(location, noise);
    return new Series(named, factor, Duration.parse(cells[5]), setting);
  }

  private void closeFile() {
    if (file != null) {
      sources.add(file.close());
      file = null;
    }
  }

  private void closeSet() {
    closeFile();
    if (set != null) {
      RecordedSet made =
          new RecordedSet(
              set[0], new MineCode(set[1]), set[2], set[3], set[4], begin, rules, sources);
      if (sets.put(made.name(), made) != null) {
        throw new IllegalArgumentException("the set " + made.name() + " is there twice");
      }
    }
    sources.clear();
    rules.clear();
    set = null;
    begin = Instant.EPOCH;
  }
}
