package io.minewatch.series.influx;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.RecordedRewrite;
import io.minewatch.series.store.RecordedStatistics;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
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

  static String statistics(Series series, Span span) {
    return "SELECT " + RecordedStatistics.COUNTS + statistic(series, span);
  }

  /** Only of the pieces that have numbers. */
  static String statisticValues(Series series, Span span) {
    return "SELECT " + RecordedStatistics.VALUES + statistic(series, span);
  }

  private static String statistic(Series series, Span span) {
    return of(Lines.STATISTIC, series.mine(), span)
        + " AND point = "
        + text(series.point().value())
        + " AND measure = "
        + text(Series.measurement(series.measure()));
  }

  static String rewrites(MineCode mine, Span span) {
    return "SELECT "
        + RecordedRewrite.COLUMNS
        + of(Lines.REWRITE, mine, span)
        + " ORDER BY time DESC LIMIT "
        + SeriesStore.MAX_REWRITES;
  }

  static String rewriteCounts(Span span) {
    return "SELECT COUNT(seq) AS n FROM "
        + name(Lines.REWRITE)
        + " WHERE"
        + within(span).substring(" AND".length())
        + " GROUP BY mine, gateway, point, cause";
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
