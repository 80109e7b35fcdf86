package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Samples;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.servers.Loopback;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive noted is told to who sees the mine. */
class RewritesTest {
  private static final String MINE = "140921021337";
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant HOUR_AGO = NOW.minus(Duration.ofHours(1));

  @TempDir private Path folder;
  private final MemoryBus bus = new MemoryBus();
  private EmbeddedQuestDb questdb;
  private AlertingService service;
  private Api api;

  @BeforeEach
  void start() {
    questdb = EmbeddedQuestDb.start(folder.resolve("questdb"), Loopback.freePort());
    record();
    service =
        AlertingService.start(
            Running.settings(folder),
            new MovedClock(NOW),
            null,
            SeriesServers.store(questdb.address()),
            bus);
    api = new Api(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
    questdb.close();
  }

  private void record() {
    Lines lines = new Lines();
    lines.addRewrite(MINE, rewrite(0.9, Rewrite.Cause.UNEXPLAINED));
    lines.addRewrite(MINE, rewrite(Double.NaN, Rewrite.Cause.CLOCK_PUT_BACK));
    lines.addStatistic(
        Lines.statisticHead(Measure.METHANE, MINE, "T1-0101"),
        new Statistic(
            HOUR_AGO,
            4,
            3,
            0.1,
            0.4,
            0.2,
            0.4,
            HOUR_AGO,
            Map.of(Quality.GOOD, 3L, Quality.STALE, 1L)),
        0);
    try (LineWriter writer = SeriesServers.writer(questdb.address())) {
      assertThat(writer.write(lines.take()).status()).isBetween(200, 204);
    }
  }

  private static Rewrite rewrite(double was, Rewrite.Cause cause) {
    return new Rewrite(
        new GatewayId("gw-01"),
        "T1-0101",
        Measure.METHANE,
        NOW.minus(Duration.ofDays(1)),
        was,
        Double.isNaN(was) ? Quality.DISCONNECTED : Quality.GOOD,
        0.3,
        Quality.GOOD,
        cause,
        HOUR_AGO,
        "s1",
        41);
  }

  @Test
  void aRewriteIsATroubleForWhoSeesTheMineAndStandsAtItsGateway() throws Exception {
    bus.live("mw/v1/" + MINE + "/summary", Samples.bytes("summary.json"));
    await()
        .untilAsserted(
            () -> assertThat(trouble("regulator").at("/about/0").asText()).isEqualTo(MINE));
    assertThat(trouble("leader").at("/count").asInt()).isEqualTo(1);

    JsonNode found = api.get("regulator", "/api/mines/" + MINE + "/gateways");
    JsonNode gateway = found.get(0);
    assertThat(gateway.at("/gateway").asText()).isEqualTo("gw-01");
    assertThat(gateway.at("/rewritten")).hasSize(2);
    assertThat(gateway.at("/rewritten").findValuesAsText("cause"))
        .containsExactlyInAnyOrder("UNEXPLAINED", "CLOCK_PUT_BACK");

    JsonNode told = api.get("regulator", "/api/mines/" + MINE + "/rewrites" + span(2));
    assertThat(told).hasSize(2);
    for (JsonNode each : told) {
      boolean explained = each.at("/cause").asText().equals("CLOCK_PUT_BACK");
      assertThat(each.at("/was").isNull()).isEqualTo(explained);
      assertThat(each.at("/value").asDouble()).isEqualTo(0.3);
      assertThat(each.at("/unit").asText()).isEqualTo("%CH4");
      assertThat(each.at("/sequence").asLong()).isEqualTo(41);
    }
  }

  @Test
  void statisticsOfAPointAreReadByWindow() throws Exception {
    String path = "/api/mines/" + MINE + "/statistics" + span(2) + "&point=T1-0101";
    await().untilAsserted(() -> assertThat(api.get("regulator", path).at("/windows")).hasSize(1));

    JsonNode window = api.get("regulator", path).at("/windows/0");

    assertThat(window.at("/count").asLong()).isEqualTo(4);
    assertThat(window.at("/measured").asLong()).isEqualTo(3);
    assertThat(window.at("/mean").asDouble()).isEqualTo(0.2);
    assertThat(window.at("/shares/STALE").asDouble()).isEqualTo(0.25);
    assertThat(Instant.parse(window.at("/from").asText())).isEqualTo(HOUR_AGO);
  }

  private static String span(int hours) {
    return "?from=" + NOW.minus(Duration.ofHours(hours)) + "&to=" + NOW;
  }

  private JsonNode trouble(String account) throws Exception {
    for (JsonNode each : api.get(account, "/api/platform").at("/troubles")) {
      if (each.at("/kind").asText().equals("REWRITTEN")) {
        return each;
      }
    }
    return MissingNode.getInstance();
  }
}
