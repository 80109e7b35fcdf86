package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The judge in the harness of Flink, one mine, and time that the test passes. */
abstract class JudgedMine {
  static final long START = 1_767_225_600_000L;
  static final MineCode MINE = new MineCode(Samples.MINE);

  static final Topic READINGS = Topic.of(Topic.Kind.READINGS, MINE, new GatewayId(Samples.GATEWAY));

  static final JudgeLimits LIMITS = new JudgeLimits(3, 10_000, 60_000, 1, 4);
  KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> flink;
  long now = START;
  long sequence;

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

  static KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new JudgeFunction(LIMITS)),
        (Envelope message) -> Topic.mineOf(message.topic()),
        Types.STRING);
  }

  /** As alerting does; else what was found would be sent again. */
  void answer() throws Exception {
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

  void passMillis(long millis) throws Exception {
    now += millis;
    flink.setProcessingTime(now);
  }

  void send(Topic topic, byte[] payload) throws Exception {
    send(topic.toString(), payload);
  }

  void send(String topic, byte[] payload) throws Exception {
    Envelope message = new Envelope(topic, payload, "", "s1", sequence++, Lane.LIVE, now);
    flink.processElement(new StreamRecord<>(message));
  }

  void plan() throws Exception {
    send(Topic.of(Topic.Kind.PLAN, MINE), Samples.bytes("plan.json"));
  }

  void methane(double value) throws Exception {
    ReadingBatch batch = new ReadingBatch();
    batch.add("T1-0101", value, "/100", now, Quality.GOOD);
    send(READINGS, Senml.writeJson(READINGS, batch));
    answer();
  }

  <T> List<T> sent(Topic.Kind kind, Class<T> type) throws Exception {
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

  List<FindingKind> findings() throws Exception {
    return sent(Topic.Kind.FINDINGS, Finding.class).stream().map(Finding::kind).toList();
  }

  List<RejectReason> rejections() throws Exception {
    return sent(Topic.Kind.REJECTED, Rejection.class).stream().map(Rejection::reason).toList();
  }

  static byte[] odd(int version) {
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

  /** The point judged by all rules of the sample plan. */
  void planWithEarlyWarnings() throws Exception {
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

  List<String> rulesAndKinds() throws Exception {
    return sent(Topic.Kind.FINDINGS, Finding.class).stream()
        .map(finding -> finding.rule() + " " + finding.kind())
        .toList();
  }
}
