package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Findings on a broker that forgets: they come again until alerting has answered. */
class JudgeAnsweredTest {
  private static final long START = 1_767_225_600_000L;
  private static final MineCode MINE = new MineCode(Samples.MINE);
  private static final Topic READINGS =
      Topic.of(Topic.Kind.READINGS, MINE, new GatewayId(Samples.GATEWAY));

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> flink;
  private long now = START;

  @BeforeEach
  void start() throws Exception {
    open(null);
    send(Topic.of(Topic.Kind.PLAN, MINE), Samples.bytes("plan.json"));
    ReadingBatch batch = new ReadingBatch();
    batch.add("T1-0101", 1.2, "/100", now, Quality.GOOD);
    send(READINGS, Senml.writeJson(READINGS, batch));
  }

  @AfterEach
  void stop() throws Exception {
    flink.close();
  }

  private void open(OperatorSubtaskState saved) throws Exception {
    flink =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new JudgeFunction(JudgeLimits.DEFAULTS)),
            (Envelope message) -> Topic.mineOf(message.topic()),
            Types.STRING);
    if (saved != null) {
      flink.initializeState(saved);
    }
    flink.open();
    flink.setProcessingTime(now);
  }

  private void passMillis(long millis) throws Exception {
    now += millis;
    flink.setProcessingTime(now);
  }

  private void send(Topic topic, byte[] payload) throws Exception {
    flink.processElement(
        new StreamRecord<>(new Envelope(topic.toString(), payload, "", "", -1, Lane.LIVE, now)));
  }

  private void answer(MineCode named, List<String> keys) throws Exception {
    Topic topic = Topic.of(Topic.Kind.FINDINGS_RECEIPT, MINE);
    send(topic, Messages.write(new FindingsReceipt(named, keys)));
  }

  /** Keys of the findings sent so far, in order. */
  private List<String> findings() {
    String topic = Topic.of(Topic.Kind.FINDINGS, MINE).toString();
    return flink.extractOutputValues().stream()
        .filter(message -> message.topic().equals(topic))
        .map(message -> FindingsReceipt.keyOf(message.payload()))
        .toList();
  }

  @Test
  void whatNobodyAnswersComesAgain() throws Exception {
    String opened = findings().get(0);
    passMillis(14_999);
    assertThat(findings()).containsOnlyOnce(opened);
    passMillis(1);
    assertThat(findings().stream().filter(opened::equals)).hasSize(2);
  }

  @Test
  void whatIsAnsweredDoesNot() throws Exception {
    String opened = findings().get(0);
    answer(MINE, List.of(opened, "not one of ours"));
    passMillis(600_000);
    assertThat(findings()).containsOnlyOnce(opened);
  }

  @Test
  void aRestoredJobStillWaitsForTheAnswer() throws Exception {
    String opened = findings().get(0);
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.close();
    open(saved);
    assertThat(findings()).isEmpty();
    passMillis(15_000);
    assertThat(findings()).contains(opened);
  }

  @Test
  void anAnswerThatNamesAnotherMineIsRefused() throws Exception {
    String opened = findings().get(0);
    answer(new MineCode("150921021337"), List.of(opened));
    passMillis(15_000);
    assertThat(findings().stream().filter(opened::equals)).hasSize(2);
    assertThat(flink.extractOutputValues())
        .anyMatch(
            message -> message.topic().equals(Topic.of(Topic.Kind.REJECTED, MINE).toString()));
  }
}
