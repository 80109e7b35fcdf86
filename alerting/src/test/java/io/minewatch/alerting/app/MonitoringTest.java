package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.access.MetricsToken;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.wire.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the programs ask that look after this one: metrics with a token, and the probes. */
class MonitoringTest extends Timeline {
  private static final String TOKEN = "a-token-of-24-characters";
  private static final String METRICS = "/actuator/prometheus";

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  @BeforeEach
  void start() {
    AlertingSettings usual = Running.settings(folder);
    AlertingSettings.Http listen =
        new AlertingSettings.Http("127.0.0.1", 0, "", new MetricsToken(TOKEN));
    service =
        Running.start(
            new AlertingSettings(
                usual.database(),
                usual.broker(),
                usual.rules(),
                usual.mines(),
                listen,
                usual.passwords()),
            clock,
            bus);
    api = new Api(service.port());
  }

  @Test
  void theTokenOpensTheMetricsAndNothingElse() throws Exception {
    assertThat(status("GET", METRICS, "Bearer " + TOKEN)).isEqualTo(200);
    assertThat(status("GET", METRICS, "Bearer " + TOKEN + "x")).isEqualTo(401);
    assertThat(status("GET", METRICS, "Bearer ")).isEqualTo(401);
    assertThat(status("GET", METRICS, TOKEN)).isEqualTo(401);
    assertThat(status("POST", METRICS, "Bearer " + TOKEN)).isIn(401, 403);
    for (String other : new String[] {"/api/incidents", "/api/accounts", "/actuator/env"}) {
      assertThat(status("GET", other, "Bearer " + TOKEN)).as(other).isEqualTo(401);
    }
  }

  @Test
  void aJudgeThatIsDeadIsCalledOutAndStartsNothingAnew() throws Exception {
    assertThat(status("GET", "/actuator/health", "")).isEqualTo(200);
    clock.move(Duration.ofHours(1)); // no test reading has come back since
    assertThat(status("GET", "/actuator/health", "")).isEqualTo(503);
    assertThat(status("GET", "/actuator/health/liveness", "")).isEqualTo(200);
    assertThat(status("GET", "/actuator/health/readiness", "")).isEqualTo(200);
  }

  @Test
  void whatComesAndHowLongItTakesIsTold() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    String summary = new String(Samples.bytes("summary.json"), StandardCharsets.UTF_8);
    bus.live(
        "mw/v1/140921021337/summary",
        summary
            .replace("\"at\": \"2026-01-01T00:03:00Z\"", "\"at\": \"" + START + "\"")
            .getBytes(StandardCharsets.UTF_8));
    bus.live("mw/v1/140921021337/gw-01/readings", Samples.bytes("readings.json"));
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1); // told twice, taken once
    awaitStage("CALLED");
    await() // of the one lane: the summary came before
        .untilAsserted(
            () -> assertThat(api.get("dispatcher", "/api/mines/140921021337/live")).isNotEmpty());
    assertThat(told())
        .contains("minewatch_readings_heard_total{quality=\"good\"} 4.0")
        .contains("minewatch_feed_readings{fate=\"live\"} 8120.0")
        .contains("minewatch_readings_heard_total{quality=\"calibration\"} 1.0")
        .contains("minewatch_readings_heard_total{quality=\"disconnected\"} 0.0")
        .contains("minewatch_feed_readings{fate=\"backfill\"} 24.0")
        .contains("minewatch_feed_readings{fate=\"refused\"} 2.0")
        .contains("minewatch_feed_messages{fate=\"missing\"} 3.0")
        .contains("minewatch_feed_messages{fate=\"recovered\"} 12.0")
        .contains("minewatch_feed_messages{fate=\"lost\"} 2.0")
        .contains("minewatch_feed_points{state=\"dark\"} 1.0")
        .contains("minewatch_feed_mines{state=\"heard\"} 1.0")
        .contains("minewatch_feed_mines{state=\"silent\"} 0.0")
        .contains("minewatch_chain_step_seconds_count{step=\"acknowledged\"} 0");
    await()
        .untilAsserted(
            () -> {
              clock.move(Duration.ofSeconds(6)); // figures are kept for a while
              assertThat(told())
                  .contains("minewatch_outbox_waiting 0.0")
                  .contains("minewatch_calls_waiting 0.0")
                  .contains("minewatch_steps_overdue 0.0")
                  .contains("minewatch_chain_step_seconds_count{step=\"called\"} 1")
                  .contains("minewatch_finding_judged_seconds_count 1")
                  .contains("minewatch_finding_taken_seconds_count 1");
            });
  }

  @Test
  void anAnswerIsTimedFromTheCallAndAMineThatFallsSilentIsNotCountedAsHeard() throws Exception {
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    clock.move(Duration.ofSeconds(20));
    done("dispatcher", act("ACKNOWLEDGE"));
    assertThat(told())
        .contains("minewatch_chain_step_seconds_sum{step=\"acknowledged\"} 20.0")
        .contains("minewatch_chain_step_seconds_bucket{step=\"acknowledged\",le=\"10.0\"} 0")
        .contains("minewatch_chain_step_seconds_bucket{step=\"acknowledged\",le=\"30.0\"} 1")
        .contains("minewatch_feed_mines{state=\"heard\"} 0.0")
        .contains("minewatch_feed_mines{state=\"silent\"} 1.0");
  }

  private String told() throws Exception {
    return send("GET", METRICS, "Bearer " + TOKEN).body();
  }

  private int status(String method, String path, String authorization) throws Exception {
    return send(method, path, authorization).statusCode();
  }

  private HttpResponse<String> send(String method, String path, String authorization)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
