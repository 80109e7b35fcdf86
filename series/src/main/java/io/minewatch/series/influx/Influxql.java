package io.minewatch.series.influx;

import io.minewatch.series.store.Series;
import io.minewatch.series.store.Span;

/** The queries in InfluxQL. */
final class Influxql {
  private Influxql() {}

  static String count(Series series, Span span) {
    return "SELECT COUNT(value) AS n" + from(series) + within(span);
  }

  static String raw(Series series, Span span) {
    return "SELECT value" + from(series) + within(span);
  }

  static String steps(Series series, Span span, long stepMillis) {
    return "SELECT MIN(value) AS low, MAX(value) AS high"
        + from(series)
        + within(span)
        + " GROUP BY time("
        + stepMillis
        + "ms) fill(none)";
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
