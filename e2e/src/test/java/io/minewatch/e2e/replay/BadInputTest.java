package io.minewatch.e2e.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.jobs.judge.JudgeLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Wrong input is refused with its reason and counted, and holds nothing up. */
@Timeout(240)
class BadInputTest {
  private static final String POINT = "T1";
  private static final MineCode STRANGER = new MineCode("140921029999");
  private static final Topic READINGS = readings(Plans.MINE);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** A mine without a plan is refused soon, so that the test need not wait a minute. */
  private static final JudgeLimits LIMITS =
      new JudgeLimits(
          JudgeLimits.DEFAULTS.heldMessages(), JudgeLimits.DEFAULTS.heldBytes(), 2_000, 5, 50);

  @TempDir private Path folder;
  private Plant plant;
  private MqttLink gateway;
  private long sequence;

  /** One message that must be refused, and why. */
  @SuppressWarnings("ArrayRecordComponent") // written once, never shared
  private record Bad(String sentence, RejectReason why, String contentType, byte[] payload) {
    Bad(String sentence, RejectReason why, String payload) {
      this(sentence, why, ContentTypes.SENML_JSON, payload.getBytes(UTF_8));
    }
  }

  private static List<Bad> bads() {
    String many = "{\"n\":\"T1\",\"u\":\"/100\",\"v\":0.4},".repeat(10_001);
    byte[] oversize = pack(one(POINT, "/100", "0.4") + " ".repeat(Senml.MAX_BYTES));
    return List.of(
        new Bad("no JSON", RejectReason.UNREADABLE, "{not at all"),
        new Bad("bytes", RejectReason.UNREADABLE, ContentTypes.SENML_JSON, new byte[] {-1, 0, 7}),
        new Bad("nothing", RejectReason.UNREADABLE, ""),
        new Bad(
            "a foreign type", RejectReason.UNREADABLE, "text/csv", pack(one(POINT, "/100", "0.4"))),
        new Bad(
            "a value that is a text", RejectReason.UNREADABLE, text(one(POINT, "/100", "\"hot\""))),
        new Bad(
            "another mine's name",
            RejectReason.WRONG_TOPIC,
            "[{\"n\":\"" + STRANGER + "/gw-01/T1\",\"u\":\"/100\",\"v\":0.4,\"t\":1767225600}]"),
        new Bad(
            "another gateway's name",
            RejectReason.WRONG_TOPIC,
            "[{\"n\":\"" + Plans.MINE + "/gw-02/T1\",\"u\":\"/100\",\"v\":0.4,\"t\":1767225600}]"),
        new Bad("an unknown point", RejectReason.UNKNOWN_POINT, text(one("T99", "/100", "0.4"))),
        new Bad("a wrong unit", RejectReason.WRONG_UNIT, text(one(POINT, "Cel", "0.4"))),
        new Bad("NaN", RejectReason.NOT_A_NUMBER, text(one(POINT, "/100", "NaN"))),
        new Bad("infinity", RejectReason.NOT_A_NUMBER, text(one(POINT, "/100", "1e999"))),
        new Bad(
            "a time long ago",
            RejectReason.ABSURD_TIME,
            text("{\"n\":\"T1\",\"u\":\"/100\",\"v\":0.4,\"t\":-1000000000}")),
        new Bad(
            "a time far ahead",
            RejectReason.ABSURD_TIME,
            text("{\"n\":\"T1\",\"u\":\"/100\",\"v\":0.4,\"t\":4000000000}")),
        new Bad(
            "more methane than all",
            RejectReason.IMPOSSIBLE_VALUE,
            text(one(POINT, "/100", "150"))),
        new Bad("too many bytes", RejectReason.TOO_LARGE, ContentTypes.SENML_JSON, oversize),
        new Bad(
            "too many readings",
            RejectReason.TOO_LARGE,
            text(many.substring(0, many.length() - 1))));
  }

  @Test
  void eachIsRefusedWithItsReasonAndTheNextGoodReadingIsJudged() throws Exception {
    try (Plant started = Plant.start(folder, Plans.MINE, STRANGER)) {
      plant = started;
      plant.publish(Plans.of(Map.of(POINT, Measure.METHANE)));
      plant.runJobs(LIMITS);
      plant.awaitListening(Plans.MINE);
      gateway = plant.gatewayLink(Plans.MINE, "gw-01");
      for (Bad bad : bads()) {
        refusedThenJudged(bad);
      }
      aMineWithoutPlanIsRefusedAfterItsTime();
      theBrokerTakesNothingForWrongTopics();
      assertCountedAndRunning();
    }
  }

  private void refusedThenJudged(Bad bad) throws Exception {
    long number = sequence;
    send(gateway, READINGS, bad.contentType(), bad.payload());
    long second = sequence;
    send(gateway, READINGS, ContentTypes.SENML_JSON, good(second, 1.2));
    send(gateway, READINGS, ContentTypes.SENML_JSON, good(second + 1, 0.4));
    await(bad.sentence() + " is refused")
        .atMost(Plant.LONG)
        .until(() -> rejections(Plans.MINE).stream().anyMatch(r -> r.sequence() == number));
    await("the good one after " + bad.sentence() + " is judged")
        .atMost(Plant.LONG)
        .until(
            () ->
                facts().stream().anyMatch(f -> f.measured().equals(START.plusSeconds(second + 1))));
    assertThat(rejections(Plans.MINE))
        .filteredOn(r -> r.sequence() == number)
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.reason()).as(bad.sentence()).isEqualTo(bad.why());
              assertThat(r.by()).isEqualTo("judge");
              assertThat(r.topic()).isEqualTo(READINGS.toString());
              assertThat(r.detail()).isNotBlank();
              assertThat(r.excerpt()).hasSizeLessThanOrEqualTo(Rejection.MAX_EXCERPT);
            });
    assertThat(facts())
        .filteredOn(fact -> fact.onset().equals(START.plusSeconds(second)))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  private void aMineWithoutPlanIsRefusedAfterItsTime() throws Exception {
    String text =
        "[{\"n\":\"" + STRANGER + "/gw-01/T1\",\"u\":\"/100\",\"v\":1.8,\"t\":1767225600}]";
    MqttLink stranger = plant.gatewayLink(STRANGER, "gw-01");
    send(stranger, readings(STRANGER), ContentTypes.SENML_JSON, text.getBytes(UTF_8));
    await("the unknown mine is refused")
        .atMost(Plant.LONG)
        .until(() -> !rejections(STRANGER).isEmpty());
    assertThat(rejections(STRANGER))
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.UNKNOWN_MINE);
    assertThat(plant.heard(Topic.Kind.FINDINGS, STRANGER, Finding.class)).isEmpty();
  }

  private void theBrokerTakesNothingForWrongTopics() {
    String mine = Topic.PREFIX + Plans.MINE;
    for (String topic :
        List.of(
            readings(STRANGER).toString(), // of another mine
            mine + "/gw-01/readins",
            mine + "/readings",
            mine + "/findings",
            "mw/v2/" + Plans.MINE + "/gw-01/readings",
            Topic.PREFIX + "no-mine/gw-01/readings")) {
      assertThatThrownBy(
              () ->
                  gateway
                      .publish(Outgoing.event(topic, good(0, 1.8), ContentTypes.SENML_JSON))
                      .get(Plant.LONG.toSeconds(), TimeUnit.SECONDS))
          .as(topic)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(MqttLink.PublishRefused.class);
    }
  }

  private void assertCountedAndRunning() throws Exception {
    int refused = bads().size();
    await("the summary counts " + refused).atMost(Plant.LONG).until(() -> counted() >= refused);
    assertThat(counted()).isEqualTo(refused);
    assertThat(rejections(Plans.MINE)).as("each told once").hasSize(refused);
    await("the good ones, and nothing that was refused, are stored")
        .atMost(Plant.LONG)
        .until(() -> plant.stored.count("methane", POINT) >= 2L * refused);
    assertThat(plant.stored.values("methane", POINT))
        .hasSize(2 * refused)
        .extracting(Stored.Value::value)
        .containsOnly(1.2, 0.4);
    assertThat(plant.bothJobsRun()).isTrue();
  }

  private long counted() {
    List<Plant.Heard<Summary>> all = plant.heard(Topic.Kind.SUMMARY, Plans.MINE, Summary.class);
    return all.get(all.size() - 1).message().rejected();
  }

  private List<Rejection> rejections(MineCode mine) {
    return plant.heard(Topic.Kind.REJECTED, mine, Rejection.class).stream()
        .map(Plant.Heard::message)
        .toList();
  }

  private List<Finding> facts() {
    return plant.heard(Topic.Kind.FINDINGS, Plans.MINE, Finding.class).stream()
        .map(Plant.Heard::message)
        .toList();
  }

  private void send(MqttLink by, Topic topic, String type, byte[] payload) throws Exception {
    Plant.publish(
        by, Outgoing.numbered(topic.toString(), payload, type, "s1", sequence++, Lane.LIVE));
  }

  private static Topic readings(MineCode mine) {
    return Topic.of(Topic.Kind.READINGS, mine, new GatewayId("gw-01"));
  }

  private static byte[] good(long second, double value) {
    return pack("{\"n\":\"T1\",\"u\":\"/100\",\"v\":" + value + ",\"t\":" + second + "}");
  }

  private static String one(String point, String unit, String value) {
    return "{\"n\":\"" + point + "\",\"u\":\"" + unit + "\",\"v\":" + value + "}";
  }

  private static byte[] pack(String records) {
    return text(records).getBytes(UTF_8);
  }

  private static String text(String records) {
    return "[{\"bn\":\""
        + Plans.MINE
        + "/gw-01/\",\"bt\":"
        + START.getEpochSecond()
        + "},"
        + records
        + "]";
  }
}
