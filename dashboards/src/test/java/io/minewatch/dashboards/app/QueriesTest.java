package io.minewatch.dashboards.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minewatch.dashboards.grafana.Dashboard;
import io.minewatch.dashboards.grafana.InfluxQlTarget;
import io.minewatch.dashboards.grafana.Panel;
import io.minewatch.dashboards.grafana.QueryVariable;
import io.minewatch.dashboards.grafana.Target;
import io.minewatch.dashboards.grafana.Variable;
import io.minewatch.domain.feed.Hole;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.Influxd;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query of every panel, put to a real InfluxDB that holds what the archive job writes. */
class QueriesTest {
  private static final String MINE = "140921021337";
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofMinutes(10));
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Statistic STATISTIC =
      new Statistic(FROM, 20, 19, 0.4, 0.9, 0.5, 0.6, FROM, Map.of(Quality.GOOD, 19L));

  private static final Rewrite REWRITE =
      new Rewrite(
          new GatewayId("gw-1"),
          "p-1",
          Measure.METHANE,
          FROM,
          1.4,
          Quality.GOOD,
          0.4,
          Quality.GOOD,
          Rewrite.Cause.UNEXPLAINED,
          FROM.plusSeconds(60),
          "s1",
          9);

  @TempDir private Path folder;

  @Test
  void everyPanelAndEveryListOfMinesHasSomethingToShow() throws Exception {
    Optional<Influxd> found = Influxd.in(folder);
    Assumptions.assumeTrue(found.isPresent(), "no influxd on this machine");
    try (Influxd influxd = found.get()) {
      influxd.start();
      fill(influxd.address());
      for (Dashboard dashboard : Emitter.dashboards(Path.of("../rules"))) {
        for (Variable variable : dashboard.templating().list()) {
          if (variable instanceof QueryVariable asked) {
            JsonNode answer = ask(influxd.address(), asked.query());
            assertThat(answer.findValuesAsText("name")).as(asked.query()).isNotEmpty();
            assertThat(answer.toString()).as(asked.query()).containsAnyOf(MINE, "\"methane\"");
          }
        }
        for (Panel panel : dashboard.panels()) {
          for (Target target : panel.targets()) {
            if (target instanceof InfluxQlTarget asked) { // the others: MetricsTest of alerting
              assertHasValues(influxd.address(), dashboard.uid() + ": " + panel.title(), asked);
            }
          }
        }
      }
    }
  }

  private static Summary.Gateway gateway() {
    return new Summary.Gateway(
        new GatewayId("gw-1"),
        FROM,
        -40,
        3,
        1,
        "s1",
        9,
        1,
        FROM,
        FROM,
        2,
        4,
        FROM,
        FROM,
        700,
        200,
        List.of(new Hole("s1", 1, 7, FROM, FROM, 2, 4, 0, 700L, 200L)),
        null);
  }

  private static Fix fix(long at) {
    ZoneId zone = new ZoneId("face");
    return new Fix(
        new CardId("1"), Instant.ofEpochMilli(at), true, zone, null, "s-1", 1.0, true, true);
  }

  private static void fill(SeriesServer server) {
    Lines lines = new Lines();
    for (int minute = 0; minute < 10; minute++) {
      long at = FROM.plus(Duration.ofMinutes(minute)).toEpochMilli();
      for (Measure measure : Measure.values()) {
        lines.add(Lines.head(measure, MINE, "p-1", "face"), 1.0, Quality.GOOD, at);
      }
      lines.addUnregistered(MINE, "p-2", 1.0, "%", Quality.GOOD, at, Lines.Place.OWN);
      lines.addFeed(MINE, gateway(), at);
      lines.addPosition(MINE, fix(at), Lines.Place.OWN);
    }
    lines.addStatistic(Lines.statisticHead(Measure.METHANE, MINE, "p-1"), STATISTIC, 0);
    lines.addRewrite(MINE, REWRITE);
    byte[] all = lines.take();
    try (LineWriter writer = SeriesServers.writer(server)) {
      Awaitility.await("the lines are stored")
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                Answer answer = writer.write(all);
                return Verdict.of(answer.status(), 2) == Verdict.OK;
              });
    }
  }

  private static void assertHasValues(SeriesServer server, String where, InfluxQlTarget target)
      throws IOException, InterruptedException {
    String query =
        target
            .query()
            .replace("${mine:regex}", MINE)
            .replace("${measure:regex}", "methane")
            .replace("${area:raw}", MINE.substring(0, 2))
            .replace("$__interval", "30s")
            .replace("$timeFilter", "time >= '%s' AND time < '%s'".formatted(FROM, TO));
    JsonNode answer = ask(server, query);
    JsonNode series = answer.path("results").path(0).path("series");
    assertThat(series.size()).as(where + ": " + query + " gave " + answer).isPositive();
    boolean hasValue = false;
    for (JsonNode row : series.path(0).path("values")) {
      hasValue |= row.path(1).isNumber() && row.path(1).doubleValue() != 0;
    }
    assertThat(hasValue).as(where + ": " + query).isTrue();
  }

  private static JsonNode ask(SeriesServer server, String query)
      throws IOException, InterruptedException {
    String secret = server.user() + ":" + server.secret();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    server.url()
                        + "/query?db="
                        + Influxd.DATABASE
                        + "&q="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
            .timeout(Duration.ofSeconds(20))
            .build();
    JsonNode answer =
        new ObjectMapper().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    assertThat(answer.findValues("error")).as(query).isEmpty();
    return answer;
  }
}
