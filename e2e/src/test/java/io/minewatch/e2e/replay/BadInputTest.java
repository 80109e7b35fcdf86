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
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.jobs.judge.JudgeLimits;
import java.nio.file.Path;
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
  private static final Topic READINGS = readings(Plans.MINE);

  /** Messages with positions that are refused. */
  private static final int POSITIONS = 2;

  /** A mine without a plan is refused soon, so that the test need not wait a minute. */
  private static final JudgeLimits LIMITS =
      new JudgeLimits(
          JudgeLimits.DEFAULTS.heldMessages(), JudgeLimits.DEFAULTS.heldBytes(), 2_000, 5, 50);

  @TempDir private Path folder;
  private Plant plant;
  private MqttLink gateway;
  private long sequence;

  @Test
  void eachIsRefusedWithItsReasonAndTheNextGoodReadingIsJudged() throws Exception {
    try (Plant started = Plant.start(folder, Plans.MINE, Bad.STRANGER)) {
      plant = started;
      plant.publish(Plans.of(Map.of(Bad.POINT, Measure.METHANE)));
      plant.runJobs(LIMITS);
      plant.awaitListening(Plans.MINE);
      gateway = plant.gatewayLink(Plans.MINE, "gw-01");
      for (Bad bad : Bad.all()) {
        refusedThenJudged(bad);
      }
      positionsAreRefusedToo();
      aBrokenPlanLeavesTheOneBefore();
      aMineWithoutPlanIsRefusedAfterItsTime();
      theBrokerTakesNothingForWrongTopics();
      assertCountedAndRunning();
    }
  }

  private void refusedThenJudged(Bad bad) throws Exception {
    long number = sequence;
    send(gateway, READINGS, bad.contentType(), bad.payload());
    long second = sequence;
    send(gateway, READINGS, ContentTypes.SENML_JSON, Bad.good(second, 1.2));
    send(gateway, READINGS, ContentTypes.SENML_JSON, Bad.good(second + 1, 0.4));
    await(bad.sentence() + " is refused")
        .atMost(Plant.LONG)
        .until(() -> rejections(Plans.MINE).stream().anyMatch(r -> r.sequence() == number));
    await("the good one after " + bad.sentence() + " is judged")
        .atMost(Plant.LONG)
        .until(
            () ->
                facts().stream()
                    .anyMatch(f -> f.measured().equals(Bad.START.plusSeconds(second + 1))));
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
        .filteredOn(fact -> fact.onset().equals(Bad.START.plusSeconds(second)))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  private void positionsAreRefusedToo() throws Exception {
    Topic positions = Topic.of(Topic.Kind.POSITIONS, Plans.MINE, new GatewayId("gw-01"));
    int before = rejections(Plans.MINE).size();
    String nowhere =
        "{\"fixes\":[{\"card\":\"1409210213370001\",\"at\":1767225600000,\"zone\":\"nowhere\"}]}";
    for (String text : List.of("{\"fixes\":3}", nowhere)) {
      send(gateway, positions, ContentTypes.JSON, text.getBytes(UTF_8));
    }
    await("both are refused")
        .atMost(Plant.LONG)
        .until(() -> rejections(Plans.MINE).size() >= before + POSITIONS);
    assertThat(rejections(Plans.MINE).subList(before, before + POSITIONS))
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.UNREADABLE, RejectReason.UNKNOWN_ZONE);
  }

  private void aBrokenPlanLeavesTheOneBefore() throws Exception {
    int before = rejections(Plans.MINE).size();
    plant.publishPlan(Plans.MINE, "{\"mine\":\"x\"}".getBytes(UTF_8));
    await("the broken plan is refused")
        .atMost(Plant.LONG)
        .until(() -> rejections(Plans.MINE).size() > before);
    Rejection refused = rejections(Plans.MINE).get(before);
    assertThat(refused.reason()).isEqualTo(RejectReason.UNREADABLE);
    assertThat(refused.topic()).isEqualTo(Topic.of(Topic.Kind.PLAN, Plans.MINE).toString());
    refusedThenJudged(Bad.all().get(0)); // by the plan before, as the good reading in it shows
  }

  private void aMineWithoutPlanIsRefusedAfterItsTime() throws Exception {
    String text =
        "[{\"n\":\"" + Bad.STRANGER + "/gw-01/T1\",\"u\":\"/100\",\"v\":1.8,\"t\":1767225600}]";
    MqttLink stranger = plant.gatewayLink(Bad.STRANGER, "gw-01");
    send(stranger, readings(Bad.STRANGER), ContentTypes.SENML_JSON, text.getBytes(UTF_8));
    await("the unknown mine is refused")
        .atMost(Plant.LONG)
        .until(() -> !rejections(Bad.STRANGER).isEmpty());
    assertThat(rejections(Bad.STRANGER))
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.UNKNOWN_MINE);
    assertThat(plant.heard(Topic.Kind.FINDINGS, Bad.STRANGER, Finding.class)).isEmpty();
  }

  private void theBrokerTakesNothingForWrongTopics() {
    String mine = Topic.PREFIX + Plans.MINE;
    for (String topic :
        List.of(
            readings(Bad.STRANGER).toString(), // of another mine
            mine + "/gw-01/readins",
            mine + "/readings",
            mine + "/findings",
            "mw/v2/" + Plans.MINE + "/gw-01/readings",
            Topic.PREFIX + "no-mine/gw-01/readings")) {
      assertThatThrownBy(
              () ->
                  gateway
                      .publish(Outgoing.event(topic, Bad.good(0, 1.8), ContentTypes.SENML_JSON))
                      .get(Plant.LONG.toSeconds(), TimeUnit.SECONDS))
          .as(topic)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(MqttLink.PublishRefused.class);
    }
  }

  private void assertCountedAndRunning() throws Exception {
    int readings = Bad.all().size() + 1; // one was sent twice
    int refused = readings + POSITIONS + 1; // and the plan
    await("the summary counts " + refused).atMost(Plant.LONG).until(() -> counted() >= refused);
    assertThat(counted()).isEqualTo(refused);
    assertThat(rejections(Plans.MINE)).as("each told once").hasSize(refused);
    await("the good ones, and nothing that was refused, are stored")
        .atMost(Plant.LONG)
        .until(() -> plant.stored.count("methane", Bad.POINT) >= 2L * readings);
    assertThat(plant.stored.values("methane", Bad.POINT))
        .hasSize(2 * readings)
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
}
