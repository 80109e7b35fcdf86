package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.Muster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeFunctionTest {
  private static final long START = 1_767_225_600_000L;
  private static final MineCode MINE = new MineCode(Samples.MINE);
  private static final Topic READINGS =
      Topic.of(Topic.Kind.READINGS, MINE, new GatewayId(Samples.GATEWAY));
  private static final JudgeLimits LIMITS = new JudgeLimits(3, 10_000, 60_000, 1, 4);

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> flink;
  private long now = START;
  private long sequence;

  @BeforeEach
  void start() throws Exception {
    flink = harness();
    flink.open();
    flink.setProcessingTime(now);
  }

  @AfterEach
  void stop() throws Exception {
    flink.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new JudgeFunction(LIMITS)),
        (Envelope message) -> Topic.mineOf(message.topic()),
        Types.STRING);
  }

  /** As alerting does; else what was found would be sent again. */
  private void answer() throws Exception {
    List<String> keys = new ArrayList<>();
    for (Outgoing message : flink.extractOutputValues()) {
      if (message.topic().equals(Topic.of(Topic.Kind.FINDINGS, MINE).toString())) {
        keys.add(FindingsReceipt.keyOf(message.payload()));
      }
    }
    Topic topic = Topic.of(Topic.Kind.FINDINGS_RECEIPT, MINE);
    byte[] payload = Messages.write(new FindingsReceipt(MINE, keys));
    flink.processElement(
        new StreamRecord<>(
            new Envelope(topic.toString(), payload, "", "", Envelope.NO_SEQUENCE, Lane.LIVE, now)));
  }

  private void passMillis(long millis) throws Exception {
    now += millis;
    flink.setProcessingTime(now);
  }

  private void send(Topic topic, byte[] payload) throws Exception {
    send(topic.toString(), payload);
  }

  private void send(String topic, byte[] payload) throws Exception {
    Envelope message = new Envelope(topic, payload, "", "s1", sequence++, Lane.LIVE, now);
    flink.processElement(new StreamRecord<>(message));
  }

  private void plan() throws Exception {
    send(Topic.of(Topic.Kind.PLAN, MINE), Samples.bytes("plan.json"));
  }

  private void methane(double value) throws Exception {
    ReadingBatch batch = new ReadingBatch();
    batch.add("T1-0101", value, "/100", now, Quality.GOOD);
    send(READINGS, Senml.writeJson(READINGS, batch));
    answer();
  }

  private <T> List<T> sent(Topic.Kind kind, Class<T> type) throws Exception {
    List<T> all = new ArrayList<>();
    for (Outgoing message : flink.extractOutputValues()) {
      if (message.topic().equals(Topic.of(kind, MINE).toString())) {
        assertThat(message.isRetained()).isEqualTo(kind == Topic.Kind.SUMMARY);
        assertThat(message.contentType()).isEqualTo(ContentTypes.JSON);
        all.add(Messages.read(message.payload(), type));
      }
    }
    return all;
  }

  private List<FindingKind> findings() throws Exception {
    return sent(Topic.Kind.FINDINGS, Finding.class).stream().map(Finding::kind).toList();
  }

  private List<RejectReason> rejections() throws Exception {
    return sent(Topic.Kind.REJECTED, Rejection.class).stream().map(Rejection::reason).toList();
  }

  @Test
  void judgesTheReadingsOfAMineByItsPlan() throws Exception {
    plan();
    methane(1.6);
    passMillis(1_000);
    methane(0.4);

    assertThat(findings())
        .containsExactly(FindingKind.OPENED, FindingKind.RAISED, FindingKind.CLEARED);
  }

  /** As kept plans go on by it: one own condition must not leave a whole mine unjudged. */
  @Test
  void aJudgeThatKnowsNothingBeginsByAPlanWithAnOwnConditionThatCanNeverBeTrue() throws Exception {
    send(Topic.of(Topic.Kind.PLAN, MINE), odd(7));
    methane(1.6);
    passMillis(15_000);

    assertThat(rejections()).isEmpty();
    assertThat(findings()).startsWith(FindingKind.OPENED, FindingKind.RAISED);
    List<Summary> summaries = sent(Topic.Kind.SUMMARY, Summary.class);
    assertThat(summaries.get(summaries.size() - 1).notJudged())
        .extracting(Summary.NotJudged::rule)
        .containsExactly("mine:odd");
  }

  @Test
  void aJudgeThatHasAPlanGoesOnByItWhereTheNextHoldsSuchACondition() throws Exception {
    plan();
    send(Topic.of(Topic.Kind.PLAN, MINE), odd(99));
    methane(1.6);

    assertThat(rejections()).containsExactly(RejectReason.UNREADABLE);
    assertThat(findings()).containsExactly(FindingKind.OPENED, FindingKind.RAISED);
  }

  private static byte[] odd(int version) {
    String rule =
        """
        "rules": [{"kind": "COMPOUND", "id": "mine:odd", "name": "n", "nameEnglish": "n",
          "subject": "odd", "zone": "face-0101",
          "operands": [{"name": "a", "point": "T1-0101", "rule": "gone"}], "when": "a",
          "severity": "RED", "raiseAfter": "PT0S", "clearAfter": "PT0S", "source": {"pack": "mine",
          "clause": "c", "date": "2026-02-01", "confidence": "HIGH"}},
        """;
    return new String(Samples.bytes("plan.json"), StandardCharsets.UTF_8)
        .replaceFirst("\"version\": \\d+", "\"version\": " + version)
        .replace("  \"rules\": [\n", rule)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPointThatFallsSilentInExcursionIsBlindByTimeAlone() throws Exception {
    plan();
    methane(1.2);
    passMillis(60_000);
    assertThat(findings()).containsExactly(FindingKind.OPENED);
    passMillis(1);

    assertThat(findings()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void sumsUpAndCountsHeadsEveryFiveSeconds() throws Exception {
    plan();
    passMillis(0);
    int before = sent(Topic.Kind.SUMMARY, Summary.class).size();
    for (int second = 0; second < 20; second++) {
      methane(0.4);
      passMillis(1_000);
    }

    assertThat(sent(Topic.Kind.SUMMARY, Summary.class)).hasSize(before + 4);
    assertThat(sent(Topic.Kind.MUSTER, Muster.class)).hasSize(before + 4);
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void holdsWhatComesBeforeThePlanAndJudgesItThen() throws Exception {
    send(Topic.of(Topic.Kind.ORDERS, MINE), Samples.bytes("orders.json"));
    methane(1.2);
    assertThat(flink.extractOutputValues()).isEmpty();
    plan();

    assertThat(findings()).containsExactly(FindingKind.OPENED);
    assertThat(sent(Topic.Kind.MUSTER, Muster.class).get(0).orders()).hasSize(1);
  }

  @Test
  void refusesWhatIsOverTheBoundAndWhatHasWaitedTooLongAndForgetsTheMine() throws Exception {
    for (int i = 0; i < 4; i++) {
      methane(1.2);
    }
    assertThat(rejections()).containsExactly(RejectReason.UNKNOWN_MINE);
    passMillis(59_999);
    assertThat(rejections()).hasSize(1);
    passMillis(1);

    assertThat(rejections()).hasSize(4).containsOnly(RejectReason.UNKNOWN_MINE);
    assertThat(flink.numKeyedStateEntries()).isZero();
    assertThat(flink.numProcessingTimeTimers()).isZero();
  }

  @Test
  void anOrderBookOutlivesTheWaitForThePlan() throws Exception {
    send(Topic.of(Topic.Kind.ORDERS, MINE), Samples.bytes("orders.json"));
    methane(1.2);
    passMillis(100_000);
    plan();

    assertThat(sent(Topic.Kind.MUSTER, Muster.class).get(0).orders()).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsReasonAndNothingStops() throws Exception {
    plan();
    send(READINGS, "not senml".getBytes(StandardCharsets.UTF_8));
    send(Topic.of(Topic.Kind.PLAN, MINE), "{}".getBytes(StandardCharsets.UTF_8));
    send(Topic.of(Topic.Kind.PLAN, new MineCode("999999999999")), Samples.bytes("plan.json"));
    send("mw/v1/nonsense", new byte[0]);
    send(Topic.of(Topic.Kind.PLAN, MINE), new byte[0]);
    methane(1.2);

    assertThat(rejections()).containsExactly(RejectReason.UNREADABLE, RejectReason.UNREADABLE);
    assertThat(sent(Topic.Kind.REJECTED, Rejection.class).get(0).excerpt()).isEqualTo("not senml");
    assertThat(findings()).containsExactly(FindingKind.OPENED);
  }

  @Test
  void aFloodOfRefusalsIsCountedInFullAndToldInBound() throws Exception {
    plan();
    for (int i = 0; i < 100; i++) {
      send(READINGS, new byte[] {'x'});
    }
    assertThat(rejections()).hasSize(LIMITS.rejectionsBurst());
    passMillis(5_000);

    List<Summary> summaries = sent(Topic.Kind.SUMMARY, Summary.class);
    assertThat(summaries.get(summaries.size() - 1).rejected()).isEqualTo(100);
  }

  @Test
  void goesOnWithTheSameFindingAfterARestoreAndListensAnewForSilence() throws Exception {
    plan();
    methane(1.2);
    Finding opened = sent(Topic.Kind.FINDINGS, Finding.class).get(0);
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.close();

    flink = harness();
    flink.initializeState(saved);
    flink.open();
    passMillis(600_000);
    assertThat(findings()).isEmpty();
    methane(1.6);

    Finding raised = sent(Topic.Kind.FINDINGS, Finding.class).get(0);
    assertThat(raised.kind()).isEqualTo(FindingKind.RAISED);
    assertThat(raised.id()).isEqualTo(opened.id());
    assertThat(raised.fact()).isEqualTo(1);
  }

  @Test
  void aMessageThatComesAgainAfterARestoreChangesNothing() throws Exception {
    plan();
    methane(1.2);
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.close();
    flink = harness();
    flink.initializeState(saved);
    flink.open();
    flink.setProcessingTime(now);
    sequence--;
    methane(1.9);

    assertThat(findings()).isEmpty();
  }

  @Test
  void aPlanWhoseConditionCannotBeReadIsRefusedAndJudgingGoesOnByTheOneBefore() throws Exception {
    plan();
    String odd =
        """
        "rules": [{"kind": "COMPOUND", "id": "mine:odd", "name": "n", "nameEnglish": "n",
          "subject": "odd", "zone": "face-0101",
          "operands": [{"name": "a", "point": "T1-0101", "rule": ""}], "when": "a >",
          "severity": "RED", "raiseAfter": "PT0S", "clearAfter": "PT0S", "source": {"pack": "mine",
          "clause": "c", "date": "2026-02-01", "confidence": "HIGH"}},
        """;
    String plan =
        new String(Samples.bytes("plan.json"), StandardCharsets.UTF_8)
            .replace("  \"rules\": [\n", odd)
            .replace("\"version\": 3", "\"version\": 4");
    send(Topic.of(Topic.Kind.PLAN, MINE), plan.getBytes(StandardCharsets.UTF_8));
    methane(1.2);

    assertThat(rejections()).containsExactly(RejectReason.UNREADABLE);
    assertThat(sent(Topic.Kind.REJECTED, Rejection.class).get(0).detail()).contains("mine:odd");
    assertThat(sent(Topic.Kind.FINDINGS, Finding.class).get(0).planVersion()).isEqualTo(3);
  }

  /** The point judged by all rules of the sample plan. */
  private void planWithEarlyWarnings() throws Exception {
    String limitAlone = "\"rules\": [\"cn-coal-2025:536-2\"]";
    String all =
        "\"rules\": [\"cn-coal-2025:536-2\", \"cn-coal-26-2023:ch4\", \"platform:trend\","
            + " \"platform:lost\", \"platform:flat\", \"platform:gate-methane\","
            + " \"platform:chatter\"]";
    String plan = new String(Samples.bytes("plan.json"), StandardCharsets.UTF_8);
    assertThat(plan).contains(limitAlone);
    send(
        Topic.of(Topic.Kind.PLAN, MINE),
        plan.replace(limitAlone, all).getBytes(StandardCharsets.UTF_8));
  }

  private List<String> rulesAndKinds() throws Exception {
    return sent(Topic.Kind.FINDINGS, Finding.class).stream()
        .map(finding -> finding.rule() + " " + finding.kind())
        .toList();
  }

  @Test
  void anEarlyWarningGoesOnAfterARestoreAndIsLostByTimeAlone() throws Exception {
    planWithEarlyWarnings();
    methane(0.8);
    Finding opened = sent(Topic.Kind.FINDINGS, Finding.class).get(0);
    assertThat(rulesAndKinds()).containsExactly("cn-coal-26-2023:ch4 OPENED");
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.close();

    flink = harness();
    flink.initializeState(saved);
    flink.open();
    flink.setProcessingTime(now);
    passMillis(10_000);
    methane(0.8);
    assertThat(findings()).isEmpty();
    passMillis(60_001);

    assertThat(rulesAndKinds())
        .containsExactly("platform:lost OPENED", "cn-coal-26-2023:ch4 BLIND");
    assertThat(sent(Topic.Kind.FINDINGS, Finding.class).get(1).id()).isEqualTo(opened.id());
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void canBeShipped() throws Exception {
    assertThat(InstantiationUtil.clone(new JudgeFunction(JudgeLimits.DEFAULTS))).isNotNull();
  }
}
