package io.minewatch.series.influx;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.Span;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The queries in InfluxQL. */
final class Influxql {
  /** What a cut cable or a sensor in calibration reports is kept, but is no value of the curve. */
  private static final String MEASURED =
      Stream.of(Quality.values())
          .filter(Quality::measures)
          .map(each -> "quality = " + text(each.name()))
          .collect(Collectors.joining(" OR ", " AND (", ")"));

  private Influxql() {}

  static String count(Series series, Span span) {
    return "SELECT COUNT(value) AS n" + from(series) + MEASURED + within(span);
  }

  static String raw(Series series, Span span) {
    return "SELECT value" + from(series) + MEASURED + within(span);
  }

  static String steps(Series series, Span span, long stepMillis) {
    return "SELECT MIN(value) AS low, MAX(value) AS high"
        + from(series)
        + MEASURED
        + within(span)
        + " GROUP BY time("
        + stepMillis
        + "ms) fill(none)";
  }

  static String recorded(String from) {
    return "SELECT quality, point" + from;
  }

  /** Only the rows that have a number. */
  static String values(String from) {
    return "SELECT value, point" + from;
  }

  static String positions(MineCode mine, Span span) {
    return "SELECT card, inside, \"zone\", since, station, distance, leader, distress"
        + of(Lines.POSITION, mine, span);
  }

  /** What was recorded of one point. */
  static String of(Series series, Span span) {
    return from(series) + within(span);
  }

  /** What was recorded of a mine. */
  static String of(String measurement, MineCode mine, Span span) {
    return " FROM " + name(measurement) + " WHERE mine = " + text(mine.value()) + within(span);
  }

  static String last(Series series) {
    return "SELECT LAST(value) AS value, quality" + from(series);
  }

  private static String from(Series series) {
    return " FROM "
        + name(Series.measurement(series.measure()))
        + " WHERE mine = "
        + text(series.mine().value())
        + " AND point = "
        + text(series.point().value());
  }

  private static String within(Span span) {
    return " AND time >= "
        + span.from().toEpochMilli()
        + "ms AND time < "
        + span.to().toEpochMilli()
        + "ms";
  }

  static String name(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  static String text(String text) {
    return '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }
}
