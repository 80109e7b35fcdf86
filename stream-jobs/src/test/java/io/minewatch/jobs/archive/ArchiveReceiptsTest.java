package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.record.Records;
import io.minewatch.jobs.series.SeriesBatch;
import java.time.Duration;
import java.time.Instant;
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

/** What the archive job says to and of gateways. */
class ArchiveReceiptsTest {
  private static final String READINGS = "mw/v1/140921021337/gw-01/readings";
  private static final String POSITIONS = "mw/v1/140921021337/gw-01/positions";
  private static final String STATUS = "mw/v1/140921021337/gw-01/status";
  private static final String PLAN = "mw/v1/140921021337/plan";
  private static final long START = 1_767_225_600_000L;
  private static final Waiting WAITING = new Waiting(Duration.ofSeconds(10), 10, 4);

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope, SeriesBatch> flink;

  @BeforeEach
  void start() throws Exception {
    open(null);
    flink.setProcessingTime(START + 1_000);
  }

  private void open(OperatorSubtaskState saved) throws Exception {
    flink =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ArchiveFunction(WAITING, Records.ENVELOPE, null)),
            message -> Topic.mineOf(message.topic()),
            Types.STRING);
    if (saved != null) {
      flink.initializeState(saved);
    }
    flink.open();
  }

  @AfterEach
  void stop() throws Exception {
    flink.close();
  }

  private void send(String topic, long sequence, Lane lane) throws Exception {
    byte[] payload =
        switch (topic) {
          case PLAN -> Samples.bytes("plan.json");
          case POSITIONS -> Samples.bytes("positions.json");
          default -> Samples.bytes("readings.json");
        };
    String type = topic.equals(READINGS) ? ContentTypes.SENML_JSON : ContentTypes.JSON;
    String session = sequence < 0 ? "" : "s1";
    flink.processElement(
        new Envelope(topic, payload, type, session, sequence, lane, START + 1_040), 0);
  }

  private void checkpoint(long number) throws Exception {
    flink.snapshot(number, number);
    flink.notifyOfCompletedCheckpoint(number);
  }

  private List<String> receipts() throws Exception {
    List<String> all = new ArrayList<>();
    if (flink.getSideOutput(ArchiveFunction.RECEIPTS) == null) {
      return all;
    }
    for (StreamRecord<Outgoing> each : flink.getSideOutput(ArchiveFunction.RECEIPTS)) {
      Receipt receipt = Messages.read(each.getValue().payload(), Receipt.class);
      all.add(receipt.through() + " " + receipt.gaps().size());
    }
    return all;
  }

  private List<String> lines() {
    return lines("feed,");
  }

  private List<String> lines(String begin) {
    List<String> all = new ArrayList<>();
    for (SeriesBatch batch : flink.extractOutputValues()) {
      new String(batch.lines(), UTF_8).lines().filter(l -> l.startsWith(begin)).forEach(all::add);
    }
    return all;
  }

  @Test
  void aReceiptLeavesWithTheRoundAfterItsCheckpointHasCompleted() throws Exception {
    send(PLAN, -1, Lane.LIVE);
    send(READINGS, 0, Lane.LIVE);
    send(POSITIONS, 1, Lane.LIVE);
    send(READINGS, 3, Lane.LIVE);
    flink.setProcessingTime(START + 5_000);
    assertThat(receipts()).isEmpty();
    checkpoint(1);
    flink.setProcessingTime(START + 10_000);
    assertThat(receipts()).containsExactly("3 1");
    send(READINGS, 2, Lane.BACKFILL);
    checkpoint(2);
    flink.setProcessingTime(START + 15_000);

    assertThat(receipts()).containsExactly("3 1", "3 0");
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void whatWaitsForItsPlanIsNotYetKept() throws Exception {
    send(POSITIONS, 0, Lane.LIVE);
    send(READINGS, 1, Lane.LIVE);
    send(POSITIONS, 2, Lane.LIVE);
    checkpoint(1);
    flink.setProcessingTime(START + 5_000);
    assertThat(receipts()).containsExactly("2 1");
    assertThat(flink.extractOutputValues()).as("the readings still wait").hasSize(2);
    send(PLAN, -1, Lane.LIVE);
    checkpoint(2);
    flink.setProcessingTime(START + 10_000);

    assertThat(receipts()).containsExactly("2 1", "2 0");
  }

  @Test
  void aRoundIsNotTakenForTheEndOfTheWaitNorTheOtherWayRound() throws Exception {
    flink.setProcessingTime(START + 5_000); // so that the wait would end with a round
    send(POSITIONS, 0, Lane.LIVE);
    send(READINGS, 1, Lane.LIVE);
    flink.setProcessingTime(START + 15_000);
    assertThat(lines()).hasSize(1);
    assertThat(flink.extractOutputValues()).as("of positions and feed").hasSize(2);
    flink.setProcessingTime(START + 15_001);

    assertThat(flink.extractOutputValues()).hasSize(3);
  }

  @Test
  void positionsBecomeLinesOnceAndWaitForNoPlan() throws Exception {
    send(POSITIONS, 0, Lane.LIVE);
    send(POSITIONS, 0, Lane.LIVE);

    assertThat(flink.extractOutputValues()).hasSize(1);
    String text = new String(flink.extractOutputValues().get(0).lines(), UTF_8);
    assertThat(text.lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("position,mine=140921021337,card="))
        .anyMatch(line -> line.contains(" inside=true,zone=\""));
  }

  @Test
  void aDoubleIsNotWrittenAgainAndWhatCannotBeReadIsNotAskedForAgain() throws Exception {
    send(PLAN, -1, Lane.LIVE);
    send(READINGS, 0, Lane.LIVE);
    send(READINGS, 0, Lane.LIVE);
    flink.processElement(new Envelope(READINGS, new byte[] {1}, "", "s1", 1, Lane.LIVE, START), 0);
    checkpoint(1);
    flink.setProcessingTime(START + 5_000);

    assertThat(flink.extractOutputValues()).hasSize(1);
    assertThat(receipts()).containsExactly("1 0");
  }

  @Test
  void howTheFeedStandsIsALineEveryFifteenSecondsAlsoAfterARestore() throws Exception {
    send(PLAN, -1, Lane.LIVE);
    send(READINGS, 0, Lane.LIVE);
    send(READINGS, 4, Lane.LIVE);
    send(READINGS, 2, Lane.BACKFILL);
    send(READINGS, 2, Lane.BACKFILL);
    flink.setProcessingTime(START + 15_000);
    String told =
        " missing=2i,recovered=1i,given_up=0i,readings_missed=0i,readings_came=0i,duplicates=1i,offset_ms=-40i ";
    assertThat(lines())
        .containsExactly(
            "feed,mine=140921021337,gateway=gw-01" + told + (START + 15_000) + "000000");
    assertThat(lines("hole,")).hasSize(1);
    assertThat(lines("hole,").get(0)).contains("first_seq=1i,last_seq=3i,", ",missing=2i,came=1i,");
    OperatorSubtaskState saved = flink.snapshot(1, 1);
    flink.close();
    open(saved);
    flink.setProcessingTime(START + 30_000);

    assertThat(lines("hole,")).as("nothing became of it since").isEmpty();
    assertThat(lines())
        .containsExactly(
            "feed,mine=140921021337,gateway=gw-01" + told + (START + 30_000) + "000000");
  }

  @Test
  void canBeShipped() throws Exception {
    assertThat(InstantiationUtil.clone(new ArchiveFunction(WAITING, Records.ENVELOPE, null)))
        .isNotNull();
  }

  @Test
  void whatTheGatewayGaveUpIsAskedForNoMore() throws Exception {
    send(PLAN, -1, Lane.LIVE);
    send(READINGS, 0, Lane.LIVE);
    send(READINGS, 9, Lane.LIVE);
    checkpoint(1);
    flink.setProcessingTime(START + 5_000);
    gaveUp(1, 7);
    checkpoint(2);
    flink.setProcessingTime(START + 15_000);

    assertThat(receipts()).containsExactly("9 1", "9 1");
    assertThat(lines().get(0)).contains("missing=1i,recovered=0i,given_up=7i,");
  }

  private void gaveUp(long from, long through) throws Exception {
    GatewayHealth.GivenUp run = new GatewayHealth.GivenUp(from, through, null, null);
    GatewayHealth health = new GatewayHealth(0, 0, 1, null, 10, 0, 0, 0, 7, List.of(run), 0, 0, 0);
    GatewayStatus status =
        new GatewayStatus(
            new MineCode("140921021337"),
            new GatewayId("gw-01"),
            "s1",
            GatewayStatus.State.ONLINE,
            Instant.ofEpochMilli(START),
            "test",
            health);
    flink.processElement(
        new Envelope(STATUS, Messages.write(status), ContentTypes.JSON, "", -1, Lane.LIVE, START),
        0);
  }
}
