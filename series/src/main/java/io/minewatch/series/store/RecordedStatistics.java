package io.minewatch.series.store;

import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Statistic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds up the pieces of windows as every store gives them: numbers by column. */
public final class RecordedStatistics {
  /** The columns that every piece has. */
  public static final String COUNTS =
      Stream.of(Quality.values())
          .map(NoteLines::field)
          .collect(Collectors.joining(", ", "\"count\", measured, last_ms, ", ""));

  /** The columns of a piece in which something measured. */
  public static final String VALUES = "\"min\", \"max\", mean, \"last\"";

  /** Whether a column is one that only a piece has in which something measured. */
  public static boolean isValue(String column) {
    return !column.startsWith("q_")
        && switch (column) {
          case "count", "measured", "last_ms" -> false;
          default -> true;
        };
  }

  private final TreeMap<Instant, Statistic> windows = new TreeMap<>();

  /**
   * Adds a piece.
   *
   * @param millis its time in the store, since 1970 UTC
   * @param column gives the number of a column; of {@link #VALUES} only where something measured
   */
  public void add(long millis, ToDoubleFunction<String> column) {
    Map<Quality, Long> qualities = new EnumMap<>(Quality.class);
    for (Quality quality : Quality.values()) {
      long many = Math.round(column.applyAsDouble(NoteLines.field(quality)));
      if (many > 0) {
        qualities.put(quality, many);
      }
    }
    long measured = Math.round(column.applyAsDouble("measured"));
    ToDoubleFunction<String> value =
        name -> measured == 0 ? Double.NaN : column.applyAsDouble(name);
    Statistic piece =
        new Statistic(
            Instant.ofEpochMilli(Statistic.windowOf(millis)),
            Math.round(column.applyAsDouble("count")),
            measured,
            value.applyAsDouble("min"),
            value.applyAsDouble("max"),
            value.applyAsDouble("mean"),
            value.applyAsDouble("last"),
            Instant.ofEpochMilli(Math.round(column.applyAsDouble("last_ms"))),
            qualities);
    windows.merge(piece.window(), piece, Statistic::plus);
  }

  /** The windows, oldest first. */
  public List<Statistic> all() {
    return List.copyOf(windows.values());
  }
}
