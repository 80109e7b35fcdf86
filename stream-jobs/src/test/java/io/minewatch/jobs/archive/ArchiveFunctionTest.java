package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.record.Records;
import io.minewatch.jobs.series.SeriesBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArchiveFunctionTest {
  private static final String READINGS = "mw/v1/140921021337/gw-01/readings";
  private static final String ALARMS = "mw/v1/140921021337/gw-01/alarms";
  private static final String PLAN = "mw/v1/140921021337/plan";
  private static final Waiting WAITING = new Waiting(Duration.ofSeconds(10), 3, 4);

  private KeyedOneInputStreamOperatorTestHarness<String, Envelope, SeriesBatch> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Envelope, SeriesBatch> harness()
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ArchiveFunction(WAITING, Records.ENVELOPE)),
            message -> Topic.mineOf(message.topic()),
            Types.STRING);
    harness.setProcessingTime(1_000);
    return harness;
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void oneMessageBecomesOneBatchWithKnownAndUnregisteredPoints() throws Exception {
    send(plan());
    send(readings(7));

    List<SeriesBatch> batches = batches();
    assertThat(batches).hasSize(1);
    SeriesBatch batch = batches.get(0);
    assertThat(batch.topic()).isEqualTo(READINGS);
    assertThat(batch.sequence()).isEqualTo(7);
    assertThat(batch.count()).isEqualTo(5);
    assertThat(new String(batch.lines(), UTF_8))
        .isEqualTo(
            """
            methane,mine=140921021337,point=T1-0101,zone=face-0101 value=0.42,quality="GOOD" 1767225600000000000
            unregistered,mine=140921021337,point=T2-0101 unit="/100",value=0.31,quality="GOOD" 1767225600500000000
            unregistered,mine=140921021337,point=T0-0101 unit="/",value=0.012,quality="GOOD" 1767225601000000000
            unregistered,mine=140921021337,point=CO-0101 unit="ppm",value=6.0,quality="CALIBRATION" 1767225600000000000
            unregistered,mine=140921021337,point=FAN-01 unit="/",value=1.0,quality="GOOD" 1767225600000000000
            """);
  }

  @Test
  void alarmsOfTheMinesOwnSystemsAreKeptAndNeedNoPlan() throws Exception {
    send(message(ALARMS, Samples.bytes("own-alarms.json"), 3, Lane.LIVE));

    assertThat(batches()).hasSize(1);
    assertThat(new String(batches().get(0).lines(), UTF_8))
        .contains("own_alarm,mine=140921021337,about=OVER_LIMIT/14092102133701MN000101 ")
        .contains("ended=1767225720000i 1767225600000001000")
        .contains("own_alarm,mine=140921021337,about=DISTRESS/card/140921021337000123 ");
    send(message(ALARMS, Samples.bytes("own-alarms.json"), 3, Lane.LIVE));
    assertThat(batches()).as("a doubled message is left out").hasSize(1);
  }

  @Test
  void whatOwnAlarmsAreAboutIsBoundedAndWhatIsKnownGoesOn() throws Exception {
    int most = MineState.MOST_OWN_ALARMS;
    for (int from = 0; from <= most; from += OwnAlarms.MAX_ALARMS) {
      send(message(ALARMS, Messages.write(new OwnAlarms(many(from))), from, Lane.LIVE));
    }
    assertThat(batches().stream().mapToInt(SeriesBatch::count).sum()).isEqualTo(most);

    OwnAlarm ends = raised("c-0", Instant.parse("2026-01-01T00:00:01Z"));
    send(message(ALARMS, Messages.write(new OwnAlarms(List.of(ends))), most + 1_000, Lane.LIVE));
    assertThat(batches().stream().mapToInt(SeriesBatch::count).sum()).isEqualTo(most + 1);

    send(plan());
    send(oneMore("c-x", most + 1_001));
    assertThat(batches()).as("another plan makes room").hasSize(most / OwnAlarms.MAX_ALARMS + 2);
    fill(most + 1_002);
    int full = batches().size();
    send(plan()); // comes again with each connection
    send(oneMore("c-y", 3L * most));
    assertThat(batches()).as("the same plan again makes none").hasSize(full);
  }

  private void fill(long sequence) throws Exception {
    int most = MineState.MOST_OWN_ALARMS;
    for (int from = 0; from < most; from += OwnAlarms.MAX_ALARMS) {
      send(message(ALARMS, Messages.write(new OwnAlarms(many(from))), sequence + from, Lane.LIVE));
    }
  }

  private static List<OwnAlarm> many(int from) {
    List<OwnAlarm> alarms = new ArrayList<>();
    for (int i = from; i < from + OwnAlarms.MAX_ALARMS; i++) {
      alarms.add(raised("c-" + i, null));
    }
    return alarms;
  }

  private static Envelope oneMore(String card, long sequence) {
    OwnAlarms one = new OwnAlarms(List.of(raised(card, null)));
    return message(ALARMS, Messages.write(one), sequence, Lane.LIVE);
  }

  @Test
  void anOwnAlarmWithAnEndThatCannotBeIsLeftOutAndTheRestIsKept() throws Exception {
    OwnAlarms alarms =
        new OwnAlarms(
            List.of(
                raised("c-1", Instant.parse("9999-12-31T23:59:59Z")),
                raised("c-2", Instant.parse("2025-12-31T23:59:59Z")),
                raised("c-3", null)));
    send(message(ALARMS, Messages.write(alarms), 1, Lane.LIVE));
    assertThat(batches().get(0).count()).isEqualTo(1);
  }

  private static OwnAlarm raised(String card, Instant end) {
    Subject subject = new Subject(Subject.Kind.CARD, card);
    Instant begin = Instant.parse("2026-01-01T00:00:00Z");
    return new OwnAlarm(OwnAlarm.Kind.OVERTIME, subject, null, begin, end, Map.of());
  }

  @Test
  void bothLanesAreKept() throws Exception {
    send(plan());
    send(message(READINGS, Samples.bytes("readings.json"), 1, Lane.BACKFILL));

    assertThat(batches()).hasSize(1);
  }

  @Test
  void readingsWaitForThePlanOfTheirMine() throws Exception {
    send(readings(0));
    send(readings(1));
    assertThat(batches()).isEmpty();

    send(plan());

    assertThat(batches()).extracting(SeriesBatch::sequence).containsExactly(0L, 1L);
    assertThat(new String(batches().get(0).lines(), UTF_8)).startsWith("methane,");
  }

  @Test
  void whenTheWaitIsOverReadingsAreUnregisteredAndNotLost() throws Exception {
    send(readings(0));
    harness.setProcessingTime(10_999);
    assertThat(batches()).isEmpty();

    harness.setProcessingTime(11_000);
    send(readings(1));

    assertThat(batches()).extracting(SeriesBatch::sequence).containsExactly(0L, 1L);
    assertThat(new String(batches().get(0).lines(), UTF_8)).startsWith("unregistered,");
  }

  @Test
  void beyondTheBoundNothingWaitsAnyLonger() throws Exception {
    send(readings(0));
    send(readings(1));
    send(readings(2));

    assertThat(batches()).hasSize(3);
  }

  @Test
  void strangersBeyondTheBoundAreNotKept() throws Exception {
    send(plan());
    send(readings(0)); // four strangers
    String more = "[{\"n\":\"140921021337/gw-01/X9\",\"v\":1,\"t\":1767225600}]";
    send(message(READINGS, more.getBytes(UTF_8), 1, Lane.LIVE));

    assertThat(batches()).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsLeftOutAndStopsNothing() throws Exception {
    send(plan());
    send(message(READINGS, "no json".getBytes(UTF_8), 1, Lane.LIVE));
    send(message(PLAN, "no plan".getBytes(UTF_8), -1, Lane.LIVE));
    send(message("mw/v1/x/gw-01/readings", new byte[0], 1, Lane.LIVE));
    send(readings(2));

    assertThat(batches()).hasSize(1);
    assertThat(new String(batches().get(0).lines(), UTF_8)).startsWith("methane,");
  }

  @Test
  void planAndWaitingMessagesSurviveARestart() throws Exception {
    send(plan());
    String other = "mw/v1/999999999999/gw-01/readings";
    String pack = "[{\"n\":\"999999999999/gw-01/X9\",\"v\":1,\"t\":1767225600}]";
    send(message(other, pack.getBytes(UTF_8), 5, Lane.LIVE));
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    harness = harness();
    harness.initializeState(state);
    harness.open();
    send(readings(8));
    harness.setProcessingTime(11_000);

    assertThat(batches()).extracting(SeriesBatch::sequence).containsExactly(8L, 5L);
    assertThat(new String(batches().get(0).lines(), UTF_8)).startsWith("methane,");
  }

  /** A clock that is put back tells the same times again, of other readings. */
  @Test
  void noReadingTakesThePlaceOfOneThatAClockPutBackToldBefore() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), 0, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), 1, Lane.LIVE));
    send(message(READINGS, gas(0, 0.9), 2, Lane.LIVE)); // put back by ten seconds
    OperatorSubtaskState state = harness.snapshot(1, 1);
    List<String> times = times();
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
    send(message(READINGS, gas(10, 0.7), 3, Lane.LIVE));
    send(message(READINGS, gas(20, 0.6), 4, Lane.LIVE));
    times.addAll(times());

    assertThat(times.get(0)).isEqualTo("1767225600000000000");
    assertThat(times.get(1)).isEqualTo("1767225610000000000");
    assertThat(times.get(2)).startsWith("1767225600000").isNotEqualTo(times.get(0));
    assertThat(times.get(3)).startsWith("1767225610000").isNotEqualTo(times.get(1));
    assertThat(times.get(4)).as("new again").isEqualTo("1767225620000000000");
    assertThat(doubts()).containsExactly("CLOCK_PUT_BACK", "");
  }

  /** The first time told again is then the highest one. */
  @Test
  void aClockPutBackByJustOneCycleTakesNoPlaceEither() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), 0, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), 1, Lane.LIVE));
    send(message(READINGS, gas(10, 0.9), 2, Lane.LIVE)); // put back by the cycle of ten seconds
    send(message(READINGS, gas(20, 0.6), 3, Lane.LIVE));

    List<String> times = times();
    assertThat(times.get(2)).startsWith("1767225610000").isNotEqualTo(times.get(1));
    assertThat(times.get(3)).isEqualTo("1767225620000000000");
  }

  /** A line that drops messages for a moment sends them again, live as they are. */
  @Test
  void whatFillsAHoleIsNoClockPutBack() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), 0, Lane.LIVE));
    send(message(READINGS, gas(20, 0.6), 2, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), 1, Lane.LIVE));
    send(message(READINGS, gas(30, 0.7), 3, Lane.LIVE));

    assertThat(times().get(2)).startsWith("1767225610000");
    assertThat(times().get(3)).isEqualTo("1767225630000000000");
    assertThat(doubts()).as("the store is asked").containsExactly("", "", "UNEXPLAINED", "");
  }

  /** The past told anew, as one would who has something to hide. */
  @Test
  void anotherValueInTheBackfillLaneTakesNoPlaceAndIsInDoubt() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 1.4), 0, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), 1, Lane.LIVE));
    send(message(READINGS, gas(0, 0.3), 2, Lane.BACKFILL));
    send(message(READINGS, two(gas(0, 0.2), gas(20, 0.6)), 3, Lane.LIVE));

    assertThat(times().get(2)).startsWith("1767225600000").isNotEqualTo(times().get(0));
    assertThat(times().get(3)).startsWith("1767225600000").isNotEqualTo(times().get(2));
    assertThat(doubts()).containsExactly("", "", "UNEXPLAINED", "UNEXPLAINED");
  }

  private List<String> doubts() {
    return batches().stream().map(SeriesBatch::doubt).toList();
  }

  @Test
  void aClockPutBackByLessThanAMessageSpansTakesNoPlaceEither() throws Exception {
    send(plan());
    send(message(READINGS, two(gas(0, 0.4), gas(10, 0.5)), 0, Lane.LIVE));
    send(message(READINGS, two(gas(10, 0.9), gas(20, 0.6)), 1, Lane.LIVE)); // by ten seconds

    List<String> times = times();
    assertThat(times.get(1)).isEqualTo("1767225610000000000");
    assertThat(times.get(2)).startsWith("1767225610000").isNotEqualTo(times.get(1));
    assertThat(times.get(3)).isEqualTo("1767225620000000000");
  }

  /** Without numbers nothing tells a message that is delivered twice from a clock put back. */
  @Test
  void ofAnUnnumberedGatewayAMessageSentAgainGivesTheSameLines() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), -1, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), -1, Lane.LIVE));
    send(message(READINGS, gas(0, 0.4), -1, Lane.LIVE));
    send(message(READINGS, gas(10, 0.5), -1, Lane.LIVE));

    List<String> times = times();
    assertThat(doubts()).as("looked up, and there already").startsWith("", "", "UNEXPLAINED");
    assertThat(times.get(3)).isEqualTo(times.get(1));
  }

  @Test
  void aWindowIsWrittenOnceItIsOverAndACheckpointHoldsIt() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), 0, Lane.LIVE));
    send(message(READINGS, gas(299, 0.8), 1, Lane.LIVE));
    send(message(READINGS, gas(300, 0.5), 2, Lane.LIVE));
    harness.setProcessingTime(20_000);
    assertThat(statistics()).isEmpty();
    OperatorSubtaskState state = harness.snapshot(1, 21_000);
    harness.setProcessingTime(25_000);
    assertThat(statistics()).as("the checkpoint may yet fail").isEmpty();
    harness.notifyOfCompletedCheckpoint(1);
    harness.setProcessingTime(30_000);

    String line =
        "statistic_5m,measure=methane,mine=140921021337,point=T1-0101 "
            + "count=2i,measured=2i,last_ms=1767225899000i,min=0.4,max=0.8,";
    assertThat(statistics()).hasSize(1);
    assertThat(statistics().get(0)).startsWith(line).contains("last=0.8,q_good=2i,");
    List<String> before = statistics();

    harness.close();
    harness = harness();
    harness.setRestoredCheckpointId(1);
    harness.initializeState(state);
    harness.open();
    send(message(READINGS, gas(301, 0.5), 3, Lane.LIVE));
    harness.setProcessingTime(30_000);
    assertThat(statistics()).as("again, and the same").isEqualTo(before);
  }

  private List<String> statistics() {
    return batches().stream()
        .flatMap(batch -> new String(batch.lines(), UTF_8).lines())
        .filter(line -> line.startsWith("statistic_5m"))
        .toList();
  }

  private static byte[] two(byte[] first, byte[] second) {
    String joined = new String(first, UTF_8) + new String(second, UTF_8);
    return joined.replace("][", ",").getBytes(UTF_8);
  }

  private static byte[] gas(int second, double value) {
    String pack = "[{\"n\":\"140921021337/gw-01/T1-0101\",\"u\":\"/100\",\"v\":%s,\"t\":%d}]";
    return pack.formatted(value, 1_767_225_600L + second).getBytes(UTF_8);
  }

  private List<String> times() {
    return batches().stream()
        .flatMap(batch -> new String(batch.lines(), UTF_8).lines())
        .map(line -> line.replaceAll(".* ", ""))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<SeriesBatch> batches() {
    return harness.extractOutputValues();
  }

  private void send(Envelope message) throws Exception {
    harness.processElement(message, 0);
  }

  private static Envelope plan() {
    return message(PLAN, Samples.bytes("plan.json"), -1, Lane.LIVE);
  }

  private static Envelope readings(long sequence) {
    return message(READINGS, Samples.bytes("readings.json"), sequence, Lane.LIVE);
  }

  private static Envelope message(String topic, byte[] payload, long sequence, Lane lane) {
    String type = topic.equals(PLAN) ? ContentTypes.JSON : ContentTypes.SENML_JSON;
    return new Envelope(topic, payload, type, "s1", sequence, lane, 1_767_225_601_000L);
  }
}
