package io.minewatch.ingest.recorded;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/** How a row tells when it was measured. */
sealed interface TimeForm {
  /** The columns that tell it, in their order. */
  List<String> columns();

  /**
   * The measured time.
   *
   * @param cells of {@link #columns}
   * @param row number of the row, from 0
   * @param begin of the set
   * @throws java.time.DateTimeException if it is not understood
   * @throws NumberFormatException if a number is none
   */
  Instant at(List<String> cells, long row, Instant begin);

  /** Text by a pattern, taken as UTC; several columns are joined by a blank. */
  record Written(List<String> columns, DateTimeFormatter pattern) implements TimeForm {
    @Override
    public Instant at(List<String> cells, long row, Instant begin) {
      String text = String.join(" ", cells).replace("'", "").strip();
      return LocalDateTime.parse(text, pattern).toInstant(ZoneOffset.UTC);
    }
  }

  /** Milliseconds since 1970. */
  record Epoch(List<String> columns) implements TimeForm {
    @Override
    public Instant at(List<String> cells, long row, Instant begin) {
      return Instant.ofEpochMilli(Long.parseLong(cells.get(0)));
    }
  }

  /** Pictures of a film. */
  record Frame(List<String> columns, double aSecond) implements TimeForm {
    @Override
    public Instant at(List<String> cells, long row, Instant begin) {
      double frame = Double.parseDouble(cells.get(0));
      return begin.plusMillis(Math.round(frame / aSecond * 1_000));
    }
  }

  /** Nothing: rows follow each other at a step. */
  record Step(Duration step) implements TimeForm {
    @Override
    public List<String> columns() {
      return List.of();
    }

    @Override
    public Instant at(List<String> cells, long row, Instant begin) {
      return begin.plus(step.multipliedBy(row));
    }
  }

  /**
   * Reads {@code text COL[+COL] PATTERN}, {@code epoch COL}, {@code frame COL RATE}, {@code step
   * D}.
   */
  static TimeForm parse(String text) {
    String[] words = text.split(" ", 3);
    return switch (words[0]) {
      case "text" -> new Written(List.of(words[1].split("\\+", -1)), formatter(words[2]));
      case "epoch" -> new Epoch(List.of(words[1]));
      case "frame" -> new Frame(List.of(words[1]), Double.parseDouble(words[2]));
      case "step" -> new Step(Duration.parse(words[1]));
      default -> throw new IllegalArgumentException("no such form of time: " + text);
    };
  }

  private static DateTimeFormatter formatter(String pattern) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern(pattern);
    if (!pattern.contains("d")) {
      builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    }
    if (!pattern.contains("H")) {
      builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
    }
    return builder.toFormatter(Locale.ENGLISH);
  }
}
