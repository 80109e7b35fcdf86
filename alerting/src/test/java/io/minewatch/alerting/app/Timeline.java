package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real service between a bus and a clock that are moved by hand, and its API. */
abstract class Timeline {
  static final MineCode MINE = new MineCode("140921021337");
  static final String FINDINGS = "mw/v1/140921021337/findings";
  static final String MUSTER = "mw/v1/140921021337/muster";
  static final String ORDERS = "mw/v1/140921021337/orders";
  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  static final String ID = "i-20260301-ae3b0dd7-0";

  @TempDir Path folder;
  final MovedClock clock = new MovedClock(START);
  final MemoryBus bus = new MemoryBus();
  AlertingService service;
  Api api;

  @BeforeEach
  void start() {
    service = Running.start(folder, clock, bus);
    api = new Api(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  void restart() {
    service.close();
    service = Running.start(folder, clock, bus);
    api = new Api(service.port());
  }

  Plan plan() throws Exception {
    return bus.newest("mw/v1/140921021337/plan", Plan.class);
  }

  OrderBook book() throws Exception {
    return bus.newest(ORDERS, OrderBook.class);
  }

  void finding(int fact, FindingKind kind, Severity severity, double value) {
    Instant at = clock.instant();
    bus.finding(
        FINDINGS,
        new Finding(
            new FindingId("ae3b0dd7f7f1c0a54f2d6f0d9f1c2b3a"),
            fact,
            kind,
            MINE,
            Subject.of(new PointId("T1-0101")),
            new ZoneId("face-0101"),
            Measure.METHANE,
            "%CH4",
            Check.LIMIT,
            "cn-coal-2025:536-2",
            severity,
            START,
            at,
            at,
            at,
            value,
            Quality.GOOD,
            1.0,
            1.2,
            START,
            1,
            Map.of()));
  }

  void muster(int remaining, long version) {
    Instant now = clock.instant();
    List<Remaining> inside =
        IntStream.range(0, remaining)
            .mapToObj(
                i ->
                    new Remaining(
                        new CardId("card-" + i),
                        Remaining.State.MOVING,
                        new ZoneId("face-0101"),
                        START,
                        now))
            .toList();
    OrderMuster order =
        new OrderMuster(
            new OrderId("o-" + ID + "-1"),
            5,
            inside,
            remaining == 0 ? now : null,
            remaining == 0 ? now : null);
    bus.live(
        MUSTER, Messages.write(new Muster(MINE, now, now, version, List.of(), 0, List.of(order))));
  }

  JsonNode incident() throws Exception {
    return api.get("regulator", "/api/incidents/" + ID);
  }

  String stage() throws Exception {
    return incident().at("/stage").asText();
  }

  void awaitStage(String stage) {
    await().ignoreExceptions().pollInSameThread().until(() -> stage().equals(stage));
  }

  List<String> whats() throws Exception {
    return incident().at("/timeline").findValuesAsText("what");
  }

  String act(String name) throws Exception {
    return "{'act':'" + name + "','version':" + incident().at("/version").asLong() + "}";
  }

  void done(String user, String body) throws Exception {
    HttpResponse<String> answer = api.act(user, ID, body.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  static String order(String zones) {
    return "{'act':'ORDER','version':0,'zones':["
        + zones
        + "],'grade':'SURFACE','reason':'HARMFUL_GAS','text':'立即撤人'}";
  }

  void unknown(String body, String words) throws Exception {
    HttpResponse<String> answer = api.act("dispatcher", ID, body.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Api.JSON.readTree(answer.body()).at("/detail").asText()).contains(words);
  }

  void refused(String user, String body, String refusal) throws Exception {
    HttpResponse<String> answer = api.act(user, ID, body.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = Api.JSON.readTree(answer.body());
    assertThat(problem.at("/refusal").asText()).isEqualTo(refusal);
    assertThat(problem.at("/incident/id").asText()).isEqualTo(ID);
  }
}
