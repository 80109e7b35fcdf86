package io.minewatch.series.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.exceptions.InfluxException;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.Influxd;
import io.minewatch.series.SeriesContract;
import io.minewatch.series.connect.SeriesRetention;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.Retention;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** InfluxDB 1.x, a real server. */
class InfluxContractTest extends SeriesContract {
  @TempDir static Path folder;
  private static Optional<Influxd> influxd = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    influxd = Influxd.in(folder);
    Assumptions.assumeTrue(influxd.isPresent(), "influxd is not installed");
    influxd.get().start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (influxd.isPresent()) {
      influxd.get().close();
    }
  }

  @Override
  protected SeriesServer server() {
    return influxd.orElseThrow().address();
  }

  @Test
  void aStatementThatIsRefusedWithAnAnswerOf200IsNoEmptyAnswer() {
    try (InfluxDBClient client = InfluxClients.open(server().as(Flavour.V1))) {
      InfluxQLQuery query = new InfluxQLQuery("SELECT FOO(value) FROM x", server().database());

      assertThatThrownBy(() -> client.getInfluxQLQueryApi().queryJSON(query))
          .isInstanceOfSatisfying(
              InfluxException.class, e -> assertThat(e.status()).isEqualTo(StatementErrors.REFUSED))
          .hasMessageContaining("undefined function");
    }
  }

  @Test
  void fromADatabaseThatIsNotThereYetNothingIsRead() {
    SeriesServer known = server();
    SeriesServer other =
        new SeriesServer(known.url(), Flavour.V1, "nowhere", "", known.user(), known.secret());
    try (SeriesStore store = SeriesServers.store(other)) {
      Span all = new Span(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
      assertThat(store.rewriteCounts(all)).isEmpty();
      assertThat(SeriesRetention.apply(other, Retention.USUAL, Instant.EPOCH)).isEmpty();
    }
  }

  @Test
  void whatIsNotOursIsNotDeleted() {
    SeriesServer known = server().as(Flavour.V1);
    String old = "temperature,host=other value=1 1000\n";
    try (LineWriter writer = SeriesServers.writer(known);
        InfluxDBClient client = InfluxClients.open(known)) {
      assertThat(writer.write(old.getBytes(UTF_8))).isEqualTo(Answer.STORED);

      assertThat(
              SeriesRetention.apply(known, Retention.USUAL, Instant.parse("2053-01-01T00:00:00Z")))
          .isEmpty();

      InfluxQLQuery query =
          new InfluxQLQuery("SELECT value FROM temperature WHERE host = 'other'", known.database());
      assertThat(client.getInfluxQLQueryApi().queryJSON(query).getResults().get(0).getSeries())
          .hasSize(1);
    }
  }

  @Test
  void whatIsNotKeptAnyLongerGoesByItsClass() {
    MineCode mine = new MineCode("170921021337");
    Instant now = Instant.parse("2053-01-01T00:00:00Z");
    Lines lines = new Lines();
    for (int days : new int[] {900, 500, 40, 1}) {
      Instant at = now.minus(Duration.ofDays(days));
      String head = Lines.head(Measure.RAINFALL, mine.value(), "kept", "z");
      lines.add(head, days, Quality.GOOD, at.toEpochMilli());
      String of = Lines.statisticHead(Measure.RAINFALL, mine.value(), "kept");
      Map<Quality, Long> one = Map.of(Quality.GOOD, 1L);
      lines.addStatistic(of, new Statistic(at, 1, 1, days, days, days, days, at, one), 0);
      Fix seen = new Fix(new CardId("k"), at, false, null, null, "", 0, false, false);
      lines.addPosition(mine.value(), seen, Lines.Place.OWN);
    }
    try (LineWriter writer = SeriesServers.writer(server());
        SeriesStore store = SeriesServers.store(server())) {
      assertThat(writer.write(lines.take())).isEqualTo(Answer.STORED);

      assertThat(SeriesRetention.apply(server(), Retention.USUAL, now)).isEmpty();

      Span all = new Span(now.minus(Duration.ofDays(1_000)), now);
      Series series = new Series(mine, Measure.RAINFALL, new PointId("kept"));
      assertThat(store.positions(mine, all)).hasSize(1);
      assertThat(store.history(series, all, 100).values()).containsExactly(40, 1);
      assertThat(store.statistics(series, all)).hasSize(3);
    }
  }

  @Override
  protected List<Long> endsOfOwnAlarms(String query) {
    try (InfluxDBClient client = InfluxClients.open(server().as(Flavour.V1))) {
      return client
          .getInfluxQLQueryApi()
          .queryJSON(
              new InfluxQLQuery(query, server().database())
                  .setPrecision(InfluxQLQuery.InfluxQLPrecision.NANOSECONDS))
          .getResults()
          .stream()
          .flatMap(result -> result.getSeries().stream())
          .flatMap(series -> series.getValues().stream())
          .map(row -> Long.parseLong(String.valueOf(row.getValueByKey("ended"))))
          .toList();
    }
  }
}
