package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a finding to a closed incident, through the real service and its API. */
class TimelineTest {
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

  @Test
  void leadsAFindingToAnIncidentThatIsClosedOnEvidenceOnly() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    assertThat(plan().version()).isEqualTo(1);

    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    await().untilAsserted(() -> assertThat(bus.acknowledged).hasValue(1));
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1); // comes again
    await().untilAsserted(() -> assertThat(bus.acknowledged).hasValue(2));
    assertThat(incident().at("/findings")).hasSize(1);
    assertThat(incident().at("/findings/0/clause").asText()).contains("536");

    clock.move(Duration.ofMinutes(4)); // an orange call is to be acknowledged within 3
    await().untilAsserted(() -> assertThat(whats()).contains("ESCALATED"));
    await().untilAsserted(() -> assertThat(incident().at("/calls")).hasSize(2));
    assertThat(incident().at("/calls/0/outcome").asText()).isEqualTo("EXPIRED");
    assertThat(incident().at("/due/rung").asInt()).isEqualTo(2);

    refused("dispatcher", "{'act':'ACKNOWLEDGE','version':0}", "STALE");
    done("dispatcher", act("ACKNOWLEDGE"));
    assertThat(stage()).isEqualTo("ACKNOWLEDGED");
    done("dispatcher", "{'act':'RESPOND','version':0,'measures':'停止作业，断电'}");
    assertThat(stage()).isEqualTo("RESPONDING");
    refused("leader", act("CLOSE"), "NO_WITHDRAWAL_PROVEN");

    unknown(order("'face-0101','larder'"), "no zone larder");
    unknown(order("'face-0101','surface'"), "zone surface is not underground");
    unknown(order(""), "names no zone");
    done("dispatcher", order("'face-0101','return-0101'"));
    assertThat(stage()).isEqualTo("WITHDRAWING");
    await().untilAsserted(() -> assertThat(book()).isNotNull());
    assertThat(book().open()).hasSize(1);
    assertThat(book().open().get(0).insideSince()).isEqualTo(START);

    muster(3, book().version());
    await().untilAsserted(() -> assertThat(incident().at("/muster/remaining")).hasSize(3));
    refused("leader", act("CLOSE"), "PEOPLE_REMAIN");

    restart();
    assertThat(stage()).isEqualTo("WITHDRAWING");
    assertThat(incident().at("/muster/remaining")).hasSize(3);
    assertThat(incident().at("/calls")).hasSize(2);
    assertThat(api.get("regulator", "/api/incidents?open=true")).hasSize(1);

    clock.move(Duration.ofSeconds(30));
    muster(0, book().version());
    awaitStage("WITHDRAWN");
    refused("leader", act("CLOSE"), "READINGS_NOT_RESTORED");
    finding(1, FindingKind.CLEARED, Severity.ORANGE, 0.6);
    await().untilAsserted(() -> assertThat(incident().at("/missingForClose")).isEmpty());

    clock.move(Duration.ofSeconds(121));
    refused("leader", act("CLOSE"), "MUSTER_TOO_OLD");
    muster(0, book().version());
    await().untilAsserted(() -> assertThat(incident().at("/missingForClose")).isEmpty());

    refused("dispatcher", act("CLOSE"), "NEEDS_OTHER_PERSON");
    done("leader", act("CLOSE"));
    assertThat(stage()).isEqualTo("CLOSED");
    await().untilAsserted(() -> assertThat(book().open()).isEmpty());
    assertThat(api.get("regulator", "/api/incidents?open=true")).isEmpty();
    assertThat(whats())
        .containsSubsequence(
            "OPENED",
            "FINDING",
            "WARNED",
            "CALLED",
            "ESCALATED",
            "CALLED",
            "REFUSED",
            "ACKNOWLEDGED",
            "RESPONDED",
            "REFUSED",
            "ORDERED",
            "MUSTERED",
            "REFUSED",
            "EMPTIED",
            "RESTORED",
            "REFUSED",
            "CLOSED");
  }

  @Test
  void runsAStepThatFellDueWhileItWasDownOnceAndSaysSo() throws Exception {
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    service.close();
    clock.move(Duration.ofHours(1));
    service = Running.start(folder, clock, bus);
    api = new Api(service.port());
    await().untilAsserted(() -> assertThat(incident().at("/calls")).hasSize(2));
    assertThat(whats().stream().filter("ESCALATED"::equals)).hasSize(1);
    assertThat(incident().at("/timeline").toString()).contains("while the service was down");
  }

  @Test
  void publishesThePlanAgainUnderTheSameVersionWhenNothingHasChanged() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    bus.published.clear();
    restart();
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    assertThat(plan().version()).isEqualTo(1);
    assertThat(bus.published).allMatch(message -> message.isRetained());
  }

  private void restart() {
    service.close();
    service = Running.start(folder, clock, bus);
    api = new Api(service.port());
  }

  private Plan plan() throws Exception {
    return bus.newest("mw/v1/140921021337/plan", Plan.class);
  }

  private OrderBook book() throws Exception {
    return bus.newest(ORDERS, OrderBook.class);
  }

  private void finding(int fact, FindingKind kind, Severity severity, double value) {
    Instant at = clock.instant();
    bus.finding(
        FINDINGS,
        new Finding(
            new FindingId("ae3b0dd7f7f1c0a54f2d6f0d9f1c2b3a"),
            fact,
            kind,
            MINE,
            new PointId("T1-0101"),
            new ZoneId("face-0101"),
            Measure.METHANE,
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
            1));
  }

  private void muster(int remaining, long version) {
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

  private JsonNode incident() throws Exception {
    return api.get("regulator", "/api/incidents/" + ID);
  }

  private String stage() throws Exception {
    return incident().at("/stage").asText();
  }

  private void awaitStage(String stage) {
    await().ignoreExceptions().pollInSameThread().until(() -> stage().equals(stage));
  }

  private List<String> whats() throws Exception {
    return incident().at("/timeline").findValuesAsText("what");
  }

  private String act(String name) throws Exception {
    return "{'act':'" + name + "','version':" + incident().at("/version").asLong() + "}";
  }

  private void done(String user, String body) throws Exception {
    HttpResponse<String> answer = api.act(user, ID, body.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String order(String zones) {
    return "{'act':'ORDER','version':0,'zones':["
        + zones
        + "],'grade':'SURFACE','reason':'HARMFUL_GAS','text':'立即撤人'}";
  }

  private void unknown(String body, String words) throws Exception {
    HttpResponse<String> answer = api.act("dispatcher", ID, body.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Api.JSON.readTree(answer.body()).at("/detail").asText()).contains(words);
  }

  private void refused(String user, String body, String refusal) throws Exception {
    HttpResponse<String> answer = api.act(user, ID, body.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = Api.JSON.readTree(answer.body());
    assertThat(problem.at("/refusal").asText()).isEqualTo(refusal);
    assertThat(problem.at("/incident/id").asText()).isEqualTo(ID);
  }
}
