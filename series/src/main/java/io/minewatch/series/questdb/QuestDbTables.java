package io.minewatch.series.questdb;

import io.minewatch.domain.reading.Measure;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.RecordedStatistics;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables that the lines go to. They must stand before the first line: a table that QuestDB
 * makes by itself keeps every duplicate.
 */
public final class QuestDbTables {
  private static final String END =
      ", timestamp TIMESTAMP) TIMESTAMP(timestamp) PARTITION BY DAY WAL"
          + " DEDUP UPSERT KEYS(timestamp, mine, ";

  private QuestDbTables() {}

  /**
   * Creates what is missing; leaves what is there.
   *
   * @throws io.minewatch.series.store.SeriesException if the server cannot be reached or refuses
   */
  public static void create(SeriesServer server) {
    QuestDbHttp http = new QuestDbHttp(server);
    for (Measure measure : Measure.values()) {
      http.rows(create(Series.measurement(measure), "zone SYMBOL, value DOUBLE, quality VARCHAR"));
    }
    http.rows(create(Lines.UNREGISTERED, "value DOUBLE, unit VARCHAR, quality VARCHAR"));
    positions(http);
    notes(http);
    http.rows(
        create(
            Lines.FEED,
            "gateway",
            "missing LONG, recovered LONG, given_up LONG, readings_missed LONG, readings_came LONG,"
                + " duplicates LONG, offset_ms LONG"));
    http.rows(
        create(
            Lines.HOLE,
            "gateway",
            "session VARCHAR, first_seq LONG, last_seq LONG, until_ms LONG, missing LONG, came"
                + " LONG, given_up LONG, came_before LONG, readings LONG, readings_came LONG"));
  }

  /**
   * Positions are of people, and of the alarms of a mine's own systems many are: they go after a
   * short time, of which operations.md tells.
   */
  private static void positions(QuestDbHttp http) {
    http.rows(
        create(
            Lines.POSITION,
            "card",
            "inside BOOLEAN, zone VARCHAR, since LONG, station VARCHAR, distance DOUBLE,"
                + " leader BOOLEAN, distress BOOLEAN"));
    http.rows(
        create(
            Lines.OWN_ALARM,
            "about",
            "kind VARCHAR, subject VARCHAR, \"zone\" VARCHAR, ended LONG"));
  }

  /**
   * Has whole days dropped once they are older than their table is kept.
   *
   * @param kept by table, rounded up to days
   * @return which tables cannot be told so: a QuestDB before 8.3 knows no TTL and keeps all
   */
  public static List<String> keep(SeriesServer server, Map<String, Duration> kept) {
    create(server);
    QuestDbHttp http = new QuestDbHttp(server);
    List<String> problems = new ArrayList<>();
    kept.forEach(
        (table, age) -> {
          long days = age.plusDays(1).minusNanos(1).toDays();
          try {
            http.rows("ALTER TABLE \"" + table + "\" SET TTL " + days + " DAYS");
          } catch (SeriesException e) {
            if (e.passes()) {
              throw e;
            }
            problems.add(
                "what is older than " + days + " days stays in " + table + ": " + e.getMessage());
          }
        });
    return problems;
  }

  private static void notes(QuestDbHttp http) {
    String qualities =
        Stream.of(RecordedStatistics.COUNTS.split(", ", -1))
            .map(column -> column + " LONG")
            .collect(Collectors.joining(", "));
    http.rows(
        create(
            Lines.STATISTIC,
            "measure SYMBOL, \"min\" DOUBLE, \"max\" DOUBLE, mean DOUBLE,"
                + " \"last\" DOUBLE, "
                + qualities));
    http.rows(
        create(
            Lines.REWRITE,
            "gateway SYMBOL, cause SYMBOL, measure VARCHAR, at_ms LONG, was VARCHAR,"
                + " was_quality VARCHAR, \"value\" VARCHAR, quality VARCHAR, \"session\" VARCHAR,"
                + " seq LONG"));
  }

  private static String create(String table, String columns) {
    return create(table, "point", columns);
  }

  private static String create(String table, String of, String columns) {
    return "CREATE TABLE IF NOT EXISTS \""
        + table
        + "\" (mine SYMBOL, "
        + of
        + " SYMBOL, "
        + columns
        + END
        + of
        + ")";
  }
}
