package io.minewatch.series.questdb;

import static io.minewatch.series.questdb.QuestDbStore.MILLIS;
import static io.minewatch.series.questdb.QuestDbStore.text;
import static io.minewatch.series.questdb.QuestDbStore.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.RecordedRewrite;
import io.minewatch.series.store.RecordedStatistics;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the archive noted beside the readings, by QuestDB's SQL. */
final class QuestDbNotes {
  /** Looks until what was confirmed can be read, and how long between two. */
  private static final int LOOKS = 200;

  private static final long BETWEEN_MILLIS = 25;

  /** Failed dependency: to ask again helps only once somebody has mended a table. */
  private static final int SUSPENDED = 424;

  private final Function<String, JsonNode> rows;

  QuestDbNotes(Function<String, JsonNode> rows) {
    this.rows = rows;
  }

  List<Statistic> statistics(Series series, Span span) {
    String columns = RecordedStatistics.COUNTS + ", " + RecordedStatistics.VALUES;
    Map<String, Integer> places = places(columns);
    RecordedStatistics all = new RecordedStatistics();
    String query =
        "SELECT "
            + columns
            + ", "
            + MILLIS
            + " AS t FROM "
            + Lines.STATISTIC
            + " WHERE mine = "
            + text(series.mine().value())
            + " AND point = "
            + text(series.point().value())
            + " AND measure = "
            + text(Series.measurement(series.measure()))
            + within(span)
            + " ORDER BY timestamp";
    for (JsonNode row : rows.apply(query)) {
      all.add(
          row.path(places.size()).asLong(),
          name -> row.path(places.getOrDefault(name, -1)).asDouble());
    }
    return all.all();
  }

  List<Rewrite> rewrites(MineCode mine, Span span) {
    Map<String, Integer> places = places(RecordedRewrite.COLUMNS);
    List<Rewrite> all = new ArrayList<>();
    String query =
        "SELECT "
            + RecordedRewrite.COLUMNS
            + ", "
            + MILLIS
            + " AS t FROM \"rewrite\" WHERE mine = "
            + text(mine.value())
            + within(span)
            + " ORDER BY timestamp DESC LIMIT "
            + SeriesStore.MAX_REWRITES;
    for (JsonNode row : rows.apply(query)) {
      long received = row.path(places.size()).asLong();
      all.add(
          RecordedRewrite.of(name -> row.path(places.getOrDefault(name, -1)).asText(""), received));
    }
    return all;
  }

  List<RewriteCount> rewriteCounts(Span span) {
    List<RewriteCount> all = new ArrayList<>();
    String query =
        "SELECT mine, gateway, point, cause, count() FROM \"rewrite\" WHERE"
            + within(span).substring(" AND".length())
            + " GROUP BY mine, gateway, point, cause";
    for (JsonNode row : rows.apply(query)) {
      all.add(
          new RewriteCount(
              new MineCode(row.path(0).asText()),
              new GatewayId(row.path(1).asText()),
              row.path(2).asText(),
              Rewrite.Cause.valueOf(row.path(3).asText()),
              row.path(4).asLong()));
    }
    return all;
  }

  /**
   * QuestDB confirms a line when it is in its log, and shows it when it is in the table. A
   * suspended table takes nothing until somebody mends it: what is read of it is not what was
   * written. Tables of other measures and of others are not ours to wait for.
   */
  void settle(Set<Measure> measures) {
    if (measures.isEmpty()) {
      return;
    }
    String asked =
        measures.stream()
            .map(each -> text(Series.measurement(each)))
            .sorted()
            .collect(Collectors.joining(", "));
    String behind =
        "SELECT name, suspended FROM wal_tables() WHERE (suspended OR writerTxn < sequencerTxn)"
            + " AND name IN (%s)".formatted(asked);
    for (int look = 0; look < LOOKS; look++) {
      JsonNode tables = rows.apply(behind);
      for (JsonNode table : tables) {
        if (table.path(1).asBoolean()) {
          throw new SeriesException(
              "QuestDB has suspended the table " + table.path(0).asText(), null, SUSPENDED);
        }
      }
      if (tables.isEmpty()) {
        return;
      }
      try {
        Thread.sleep(BETWEEN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SeriesException("interrupted while QuestDB brings lines into its tables", e);
      }
    }
    throw new SeriesException(
        "QuestDB does not bring what it confirmed into its tables", null, SUSPENDED);
  }

  private static Map<String, Integer> places(String columns) {
    Map<String, Integer> places = new HashMap<>();
    for (String column : columns.replace("\"", "").split(", ", -1)) {
      places.put(column, places.size());
    }
    return places;
  }
}
