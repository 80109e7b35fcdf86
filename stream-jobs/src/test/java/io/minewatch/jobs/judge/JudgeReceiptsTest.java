package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the judge job says to and of gateways. */
class JudgeReceiptsTest {
  private static final long START = 1_767_225_600_000L;
  private static final MineCode MINE = new MineCode(Samples.MINE);
  private static final GatewayId GATEWAY = new GatewayId(Samples.GATEWAY);
  private static final Topic READINGS = Topic.of(Topic.Kind.READINGS, MINE, GATEWAY);
  private static final Topic STATUS = Topic.of(Topic.Kind.STATUS, MINE, GATEWAY);
  private static final Topic RECEIPT = Topic.of(Topic.Kind.RECEIPT_JUDGED, MINE, GATEWAY);

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> flink;
  private long now = START;

  @BeforeEach
  void start() throws Exception {
    open(null);
    send(Topic.of(Topic.Kind.PLAN, MINE), Samples.bytes("plan.json"), -1, Lane.LIVE);
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

  @AfterEach
  void stop() throws Exception {
    flink.close();
  }

  private void passMillis(long millis) throws Exception {
    now += millis;
    flink.setProcessingTime(now);
  }

  private void send(Topic topic, byte[] payload, long sequence, Lane lane) throws Exception {
    String session = sequence < 0 ? "" : "s1";
    flink.processElement(
        new StreamRecord<>(
            new Envelope(topic.toString(), payload, "", session, sequence, lane, now)));
  }

  private void methane(long sequence, Lane lane) throws Exception {
    ReadingBatch batch = new ReadingBatch();
    batch.add("T1-0101", 0.4, "/100", now, Quality.GOOD);
    send(READINGS, Senml.writeJson(READINGS, batch), sequence, lane);
  }

  private void status(GatewayStatus.State state) throws Exception {
    Instant at = Instant.ofEpochMilli(now);
    byte[] payload = Messages.write(new GatewayStatus(MINE, GATEWAY, "s1", state, at, "test"));
    send(STATUS, payload, -1, Lane.LIVE);
  }

  private <T> List<T> sent(Topic topic, Class<T> type) throws Exception {
    List<T> all = new ArrayList<>();
    for (Outgoing message : flink.extractOutputValues()) {
      if (message.topic().equals(topic.toString())) {
        all.add(Messages.read(message.payload(), type));
      }
    }
    return all;
  }

  private List<String> receipts() throws Exception {
    List<String> all = new ArrayList<>();
    for (Receipt receipt : sent(RECEIPT, Receipt.class)) {
      all.add(receipt.session() + " " + receipt.through() + " " + receipt.gaps().size());
    }
    return all;
  }

  private Summary.Gateway shown() throws Exception {
    List<Summary> all = sent(Topic.of(Topic.Kind.SUMMARY, MINE), Summary.class);
    return all.get(all.size() - 1).gateways().get(0);
  }

  @Test
  void aPackOfWhichARecordIsRefusedIsJudgedByTheOthersToldOnceAndReceived() throws Exception {
    passMillis(1_000);
    String pack =
        "[{\"bn\":\"%s/%s/\",\"bt\":%d,\"n\":\"T1-0101\",\"u\":\"/100\",\"v\":1.6},"
            + "{\"n\":\"T1-0101\",\"v\":1,\"vs\":\"hot\",\"t\":1}]";
    byte[] payload = pack.formatted(MINE, GATEWAY, now / 1_000).getBytes(StandardCharsets.UTF_8);
    send(READINGS, payload, 0, Lane.LIVE);
    send(READINGS, payload, 0, Lane.LIVE);
    flink.snapshot(1, now);
    flink.notifyOfCompletedCheckpoint(1);
    passMillis(10_000);

    assertThat(receipts()).containsExactly("s1 0 0");
    assertThat(sent(Topic.of(Topic.Kind.FINDINGS, MINE), Finding.class)).isNotEmpty();
    assertThat(sent(Topic.of(Topic.Kind.REJECTED, MINE), Rejection.class))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.reason()).isEqualTo(RejectReason.UNREADABLE);
              assertThat(told.detail()).contains("record 1 'T1-0101'", "more than one value");
              assertThat(told.sequence()).isZero();
            });
    List<Summary> summaries = sent(Topic.of(Topic.Kind.SUMMARY, MINE), Summary.class);
    assertThat(summaries.get(summaries.size() - 1).rejected()).isEqualTo(1);
  }

  @Test
  void aReceiptLeavesWithTheSummaryAfterItsCheckpointHasCompleted() throws Exception {
    passMillis(1_000);
    methane(0, Lane.LIVE);
    methane(2, Lane.LIVE);
    passMillis(10_000);
    assertThat(receipts()).isEmpty();
    flink.snapshot(1, now);
    methane(1, Lane.BACKFILL);
    passMillis(10_000);
    assertThat(receipts()).isEmpty();
    flink.notifyOfCompletedCheckpoint(1);
    assertThat(receipts()).isEmpty();
    passMillis(5_000);
    assertThat(receipts()).containsExactly("s1 2 1");
    assertThat(flink.extractOutputValues())
        .anyMatch(m -> m.topic().equals(RECEIPT.toString()) && m.isRetained());
    flink.snapshot(2, now);
    flink.notifyOfCompletedCheckpoint(2);
    passMillis(5_000);

    assertThat(receipts()).containsExactly("s1 2 1", "s1 2 0");
    flink.snapshot(3, now);
    flink.notifyOfCompletedCheckpoint(3);
    passMillis(5_000);
    assertThat(receipts()).as("nothing came since").hasSize(2);
  }

  @Test
  void aReceiptThatWasLostWithTheJobIsTimeTriggeredAfterTheRestore() throws Exception {
    methane(0, Lane.LIVE);
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.notifyOfCompletedCheckpoint(1);
    flink.close();
    open(saved);
    passMillis(5_000);
    flink.snapshot(2, now);
    flink.notifyOfCompletedCheckpoint(2);
    passMillis(5_000);

    assertThat(receipts()).containsExactly("s1 0 0");
  }

  @Test
  void whatCannotBeReadIsRefusedOnceAndNotAskedForAgain() throws Exception {
    send(READINGS, new byte[] {'x'}, 0, Lane.LIVE);
    send(READINGS, new byte[] {'x'}, 0, Lane.LIVE);
    flink.snapshot(1, now);
    flink.notifyOfCompletedCheckpoint(1);
    passMillis(5_000);

    assertThat(sent(Topic.of(Topic.Kind.REJECTED, MINE), Rejection.class)).hasSize(1);
    assertThat(receipts()).containsExactly("s1 0 0");
  }

  @Test
  void aLastWillIsShownAndClearsNothing() throws Exception {
    status(GatewayStatus.State.ONLINE);
    methane(0, Lane.LIVE);
    methane(3, Lane.LIVE);
    passMillis(1_000);
    status(GatewayStatus.State.CUT);
    send(STATUS, new byte[0], -1, Lane.LIVE);
    passMillis(5_000);

    assertThat(shown().presence().state()).isEqualTo(GatewayStatus.State.CUT);
    assertThat(shown().presence().since()).isEqualTo(Instant.ofEpochMilli(START + 1_000));
    assertThat(shown().missing()).isEqualTo(2);
    assertThat(shown().through()).isEqualTo(3);
    assertThat(shown().lastReceived()).isEqualTo(Instant.ofEpochMilli(START));
    assertThat(sent(Topic.of(Topic.Kind.REJECTED, MINE), Rejection.class)).isEmpty();
  }

  @Test
  void aStatusOfAnotherGatewayIsRefused() throws Exception {
    byte[] foreign =
        Messages.write(
            new GatewayStatus(
                MINE,
                new GatewayId("other"),
                "s1",
                GatewayStatus.State.CUT,
                Instant.ofEpochMilli(now),
                ""));
    send(STATUS, foreign, -1, Lane.LIVE);
    passMillis(5_000);

    assertThat(sent(Topic.of(Topic.Kind.REJECTED, MINE), Rejection.class)).hasSize(1);
  }
}
