package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Topic;
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

/** A watch inside the function: its delays ring by the one timer, its memory is in the state. */
class JudgePeopleTest {
  /** Far from any change of shift of the sample plan. */
  private static final long START = Instant.parse("2026-01-01T03:00:00Z").toEpochMilli();

  private static final MineCode MINE = new MineCode(Samples.MINE);
  private static final Topic POSITIONS =
      Topic.of(Topic.Kind.POSITIONS, MINE, new GatewayId(Samples.GATEWAY));

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> flink;
  private long now = START;
  private long sequence;

  @BeforeEach
  void start() throws Exception {
    flink = harness();
    flink.open();
    flink.setProcessingTime(now);
    send(Topic.of(Topic.Kind.PLAN, MINE), Samples.bytes("plan.json"));
  }

  @AfterEach
  void stop() throws Exception {
    flink.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Envelope, Outgoing> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new JudgeFunction(JudgeLimits.DEFAULTS)),
        (Envelope message) -> Topic.mineOf(message.topic()),
        Types.STRING);
  }

  private void send(Topic topic, byte[] payload) throws Exception {
    Envelope message =
        new Envelope(topic.toString(), payload, "", "s1", sequence++, Lane.LIVE, now);
    flink.processElement(new StreamRecord<>(message));
  }

  private void passMillis(long millis) throws Exception {
    now += millis;
    flink.setProcessingTime(now);
  }

  private void crowd(int people) throws Exception {
    List<Fix> fixes = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      fixes.add(
          new Fix(
              new CardId("c-" + i),
              Instant.ofEpochMilli(now),
              true,
              new ZoneId("face-0101"),
              null,
              "",
              0,
              false,
              false));
    }
    send(POSITIONS, Positions.write(fixes));
  }

  private List<Finding> findings() throws Exception {
    List<Finding> all = new ArrayList<>();
    for (Outgoing message : flink.extractOutputValues()) {
      if (message.topic().equals(Topic.of(Topic.Kind.FINDINGS, MINE).toString())) {
        assertThat(message.contentType()).isEqualTo(ContentTypes.JSON);
        all.add(Messages.read(message.payload(), Finding.class));
      }
    }
    return all;
  }

  @Test
  void tooManyCountAfterTheDelayByTheTimerAlone() throws Exception {
    crowd(25);
    passMillis(119_999);
    assertThat(findings()).isEmpty();
    passMillis(1);

    assertThat(findings()).hasSize(1);
    Finding found = findings().get(0);
    assertThat(found.check()).isEqualTo(Check.PEOPLE);
    assertThat(found.severity()).isEqualTo(Severity.RED);
    assertThat(found.rule()).isEqualTo("cn-coal-2025:people-120");
    assertThat(found.subject()).hasToString("zone/face-0101");
    assertThat(found.onset().toEpochMilli()).isEqualTo(START);
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void twentyPercentMoreAreNotTooMany() throws Exception {
    crowd(24);
    passMillis(600_000);
    assertThat(findings()).isEmpty();
  }

  @Test
  void theDelayRunsOnAfterARestore() throws Exception {
    crowd(25);
    passMillis(60_000);
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.close();
    flink = harness();
    flink.initializeState(saved);
    flink.open();
    flink.setProcessingTime(now);
    passMillis(59_999);
    assertThat(findings()).isEmpty();
    passMillis(1);

    assertThat(findings()).extracting(Finding::kind).containsExactly(FindingKind.OPENED);
    assertThat(findings().get(0).onset().toEpochMilli()).isEqualTo(START);
  }
}
