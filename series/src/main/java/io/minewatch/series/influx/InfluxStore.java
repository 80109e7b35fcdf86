package io.minewatch.series.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.client.domain.InfluxQLQuery.InfluxQLPrecision;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.query.InfluxQLQueryResult;
import com.influxdb.query.InfluxQLQueryResult.Series.Record;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.History;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.RecordedFix;
import io.minewatch.series.store.RecordedRewrite;
import io.minewatch.series.store.RecordedStatistics;
import io.minewatch.series.store.Sample;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads series by InfluxQL, which 1.x, 2.x and 3 Core all understand. */
public final class InfluxStore implements SeriesStore {
  private static final long NANOS = 1_000_000;

  private final SeriesServer server;
  private final InfluxDBClient client;

  /** Opens a store; nothing is sent yet. The server's flavour is known. */
  public InfluxStore(SeriesServer server) {
    this.server = server;
    this.client = InfluxClients.open(server);
  }

  @Override
  public History history(Series series, Span span, int maxPoints) {
    long recorded = 0;
    for (Record row : rows(Influxql.count(series, span))) {
      recorded += Math.round(number(row, "n"));
    }
    long step = History.stepFor(span, recorded, maxPoints);
    if (recorded == 0) {
      return new History(0, 0);
    }
    if (step == 0) {
      return raw(rows(Influxql.raw(series, span)));
    }
    List<Record> rows = rows(Influxql.steps(series, span, step));
    History history = new History(step, rows.size() * 2);
    for (Record row : rows) {
      history.add(time(row), number(row, "low"));
      history.add(time(row) + step / 2, number(row, "high"));
    }
    return history;
  }

  private static History raw(List<Record> rows) {
    History history = new History(0, rows.size());
    for (Record row : rows) {
      history.add(time(row), number(row, "value"));
    }
    return history;
  }

  @Override
  public @Nullable Sample last(Series series) {
    List<Record> rows = rows(Influxql.last(series));
    if (rows.isEmpty()) {
      return null;
    }
    Record row = rows.get(0);
    return new Sample(
        Instant.ofEpochMilli(time(row)),
        number(row, "value"),
        Recorded.quality(text(row, "quality")));
  }

  @Override
  public List<Recorded> recorded(MineCode mine, Measure measure, Span span) {
    return recorded(Influxql.of(Series.measurement(measure), mine, span));
  }

  @Override
  public List<Recorded> recorded(Series series, Span span) {
    return recorded(Influxql.of(series, span));
  }

  private List<Recorded> recorded(String from) {
    // A row without a number would come with a null, which the client cannot read: asked for apart.
    Map<String, Double> values = new HashMap<>();
    for (Record row : rows(Influxql.values(from))) {
      values.put(place(row) + " " + text(row, "point"), number(row, "value"));
    }
    List<Recorded> all = new ArrayList<>();
    for (Record row : rows(Influxql.recorded(from))) {
      String point = text(row, "point");
      Double value = values.get(place(row) + " " + point);
      Instant at = Instant.ofEpochMilli(time(row));
      double kept = value == null ? Double.NaN : value;
      all.add(Recorded.of(point, at, kept, text(row, "quality")));
    }
    return all;
  }

  @Override
  public List<Fix> positions(MineCode mine, Span span) {
    return rows(Influxql.positions(mine, span)).stream()
        .map(
            row ->
                new RecordedFix(
                        text(row, "card"),
                        time(row),
                        Boolean.parseBoolean(text(row, "inside")),
                        text(row, "zone"),
                        Math.round(number(row, "since")),
                        text(row, "station"),
                        number(row, "distance"),
                        Boolean.parseBoolean(text(row, "leader")),
                        Boolean.parseBoolean(text(row, "distress")))
                    .fix())
        .toList();
  }

  @Override
  public List<Statistic> statistics(Series series, Span span) {
    Map<String, Record> values = new HashMap<>();
    for (Record row : rows(Influxql.statisticValues(series, span))) {
      values.put(place(row), row);
    }
    RecordedStatistics all = new RecordedStatistics();
    for (Record row : rows(Influxql.statistics(series, span))) {
      Record its = values.getOrDefault(place(row), row);
      all.add(time(row), name -> number(RecordedStatistics.isValue(name) ? its : row, name));
    }
    return all.all();
  }

  @Override
  public List<Rewrite> rewrites(MineCode mine, Span span) {
    return rows(Influxql.rewrites(mine, span)).stream()
        .map(row -> RecordedRewrite.of(column -> text(row, column), time(row)))
        .toList();
  }

  @Override
  public List<RewriteCount> rewriteCounts(Span span) {
    return answers(Influxql.rewriteCounts(span)).stream()
        .map(
            group ->
                new RewriteCount(
                    new MineCode(tag(group, "mine")),
                    new GatewayId(tag(group, "gateway")),
                    tag(group, "point"),
                    Rewrite.Cause.valueOf(tag(group, "cause")),
                    Math.round(number(group.getValues().get(0), "n"))))
        .toList();
  }

  private static String tag(InfluxQLQueryResult.Series group, String name) {
    return String.valueOf(group.getTags().get(name));
  }

  @Override
  public void settle(Set<Measure> measures) {
    // What InfluxDB has confirmed can be read.
  }

  private static String text(Record row, String column) {
    return String.valueOf(row.getValueByKey(column));
  }

  private List<Record> rows(String query) {
    return answers(query).stream().flatMap(each -> each.getValues().stream()).toList();
  }

  private List<InfluxQLQueryResult.Series> answers(String query) {
    try {
      InfluxQLQueryResult result =
          client
              .getInfluxQLQueryApi()
              .queryJSON(
                  new InfluxQLQuery(query, server.database())
                      .setPrecision(InfluxQLPrecision.NANOSECONDS));
      return result.getResults().stream().flatMap(r -> r.getSeries().stream()).toList();
    } catch (InfluxException e) {
      throw new SeriesException(server + " did not answer: " + e.getMessage(), e, e.status());
    }
  }

  /** Milliseconds since 1970 UTC. */
  private static long time(Record row) {
    return Math.floorDiv(Long.parseLong(place(row)), NANOS);
  }

  /** The time as the store has it: two readings may share a millisecond. */
  private static String place(Record row) {
    return text(row, "time");
  }

  private static double number(Record row, String column) {
    return Double.parseDouble(String.valueOf(row.getValueByKey(column)));
  }

  @Override
  public void close() {
    client.close();
  }
}
