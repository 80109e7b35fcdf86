package io.minewatch.series.questdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.History;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.RecordedFix;
import io.minewatch.series.store.Sample;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads series by QuestDB's SQL. Makes the tables if none were written yet. */
public final class QuestDbStore implements SeriesStore {
  /** What a cut cable or a sensor in calibration reports is kept, but is no value of the curve. */
  private static final String MEASURED =
      Stream.of(Quality.values())
          .filter(Quality::measures)
          .map(each -> text(each.name()))
          .collect(Collectors.joining(", ", " AND quality IN (", ")"));

  static final String MILLIS = "cast(timestamp AS LONG) / 1000";

  private final SeriesServer server;
  private final QuestDbHttp http;
  private volatile boolean prepared;

  /** Opens a store; nothing is sent yet. */
  public QuestDbStore(SeriesServer server) {
    this.server = server;
    this.http = new QuestDbHttp(server);
  }

  @Override
  public History history(Series series, Span span, int maxPoints) {
    String what = from(series) + MEASURED + within(span);
    long recorded = rows("SELECT count()" + what).path(0).path(0).asLong();
    long step = History.stepFor(span, recorded, maxPoints);
    if (recorded == 0) {
      return new History(0, 0);
    }
    if (step == 0) {
      return raw(rows("SELECT " + MILLIS + " AS t, value" + what + " ORDER BY timestamp"));
    }
    // By arithmetic, not SAMPLE BY: steps then begin where InfluxDB's do.
    String steps = "SELECT (" + MILLIS + ") / " + step + " * " + step + " AS t";
    JsonNode rows = rows(steps + ", min(value), max(value)" + what + " GROUP BY t ORDER BY t");
    History history = new History(step, rows.size() * 2);
    for (JsonNode row : rows) {
      history.add(row.path(0).asLong(), row.path(1).asDouble());
      history.add(row.path(0).asLong() + step / 2, row.path(2).asDouble());
    }
    return history;
  }

  private static History raw(JsonNode rows) {
    History history = new History(0, rows.size());
    for (JsonNode row : rows) {
      history.add(row.path(0).asLong(), row.path(1).asDouble());
    }
    return history;
  }

  @Override
  public @Nullable Sample last(Series series) {
    String columns = "SELECT " + MILLIS + " AS t, value, quality";
    JsonNode rows = rows(columns + from(series) + " ORDER BY timestamp DESC LIMIT 1");
    if (rows.isEmpty()) {
      return null;
    }
    JsonNode row = rows.path(0);
    return new Sample(
        Instant.ofEpochMilli(row.path(0).asLong()),
        row.path(1).asDouble(),
        Recorded.quality(row.path(2).asText()));
  }

  @Override
  public List<Recorded> recorded(MineCode mine, Measure measure, Span span) {
    return recorded(of(Series.measurement(measure), mine, span));
  }

  @Override
  public List<Recorded> recorded(Series series, Span span) {
    return recorded(of(series) + within(span) + " ORDER BY timestamp");
  }

  private List<Recorded> recorded(String from) {
    List<Recorded> all = new ArrayList<>();
    for (JsonNode row : rows("SELECT point, " + MILLIS + " AS t, value, quality" + from)) {
      all.add(
          Recorded.of(
              row.path(0).asText(),
              Instant.ofEpochMilli(row.path(1).asLong()),
              row.path(2).isNumber() ? row.path(2).asDouble() : Double.NaN,
              row.path(3).asText()));
    }
    return all;
  }

  @Override
  public List<Fix> positions(MineCode mine, Span span) {
    String columns =
        "SELECT card, "
            + MILLIS
            + " AS t, inside, zone, since, station, distance, leader, distress";
    List<Fix> all = new ArrayList<>();
    for (JsonNode row : rows(columns + of(Lines.POSITION, mine, span))) {
      all.add(
          new RecordedFix(
                  row.path(0).asText(),
                  row.path(1).asLong(),
                  row.path(2).asBoolean(),
                  row.path(3).asText(""),
                  row.path(4).asLong(),
                  row.path(5).asText(""),
                  row.path(6).asDouble(),
                  row.path(7).asBoolean(),
                  row.path(8).asBoolean())
              .fix());
    }
    return all;
  }

  @Override
  public List<Statistic> statistics(Series series, Span span) {
    return notes().statistics(series, span);
  }

  @Override
  public List<Rewrite> rewrites(MineCode mine, Span span) {
    return notes().rewrites(mine, span);
  }

  @Override
  public List<RewriteCount> rewriteCounts(Span span) {
    return notes().rewriteCounts(span);
  }

  @Override
  public void settle(Set<Measure> measures) {
    notes().settle(measures);
  }

  private QuestDbNotes notes() {
    return new QuestDbNotes(this::rows);
  }

  private static String of(String table, MineCode mine, Span span) {
    return " FROM \""
        + table
        + "\" WHERE mine = "
        + text(mine.value())
        + within(span)
        + " ORDER BY timestamp";
  }

  private JsonNode rows(String sql) {
    if (!prepared) {
      QuestDbTables.create(server);
      prepared = true;
    }
    return http.rows(sql);
  }

  private static String from(Series series) {
    return of(series) + " AND value IS NOT NULL";
  }

  private static String of(Series series) {
    return " FROM \""
        + Series.measurement(series.measure())
        + "\" WHERE mine = "
        + text(series.mine().value())
        + " AND point = "
        + text(series.point().value());
  }

  static String within(Span span) {
    return " AND timestamp >= cast("
        + span.from().toEpochMilli()
        + "000L AS TIMESTAMP) AND timestamp < cast("
        + span.to().toEpochMilli()
        + "000L AS TIMESTAMP)";
  }

  static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  @Override
  public void close() {
    // The JDK's client closes its connections when nobody holds it.
  }
}
