package io.minewatch.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import io.minewatch.judge.tape.Unmoved;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MineStateSerializerTest {
  private static final long START = 1_767_225_600_000L;
  private final MineStateSerializer serializer = new MineStateSerializer();

  /**
   * A mine in excursion, with people, an order and a message still held; one point is being
   * calibrated, one was heard 50 days ago and then told a past excursion.
   */
  private static MineState sample() throws Exception {
    MineState state = new MineState();
    state.countRejected();
    byte[] payload = threePoints();
    MineMemory memory = state.begin(Messages.read(payload, Plan.class), payload, START);
    longAgo(memory, "T1-0102");
    reading(memory, 0, 1.2);
    reading(memory, "T1-0103", 1, 0.4, Quality.GOOD);
    reading(memory, "T1-0103", 2, 2.0, Quality.CALIBRATION);
    late(memory, "T1-0102", 3, 1.2);
    List<Fix> fixes = Positions.read(Samples.bytes("positions.json"), new ArrayList<>());
    MineJudge.onFixes(memory, fixes, List.of(), origin(1), moment(1), new Verdicts());
    OrderBook book = Messages.read(Samples.bytes("orders.json"), OrderBook.class);
    MineJudge.onOrders(memory, book, moment(2), new Verdicts());
    state.held().hold(Samples.envelope("mw/v1/x", "", new byte[] {1, 2}), START, 9, 99);
    state.holdOrders(Samples.envelope("mw/v1/y", "", new byte[] {3}));
    state.rejections().take(START, 5, 50);
    state.timerIs(START + 5_000);
    return state;
  }

  private static byte[] threePoints() {
    String plan = new String(Samples.bytes("plan.json"), StandardCharsets.UTF_8);
    int from = plan.indexOf("    {\"id\": \"T1-0101\"");
    String point = plan.substring(from, plan.indexOf("\n  ]", from));
    String three =
        String.join(
            ",\n", point, point.replace("T1-0101", "T1-0102"), point.replace("T1-0101", "T1-0103"));
    return plan.replace(point, three).getBytes(StandardCharsets.UTF_8);
  }

  /** Further away than the columns of times reach with four bytes. */
  private static void longAgo(MineMemory memory, String point) {
    long then = START - 50 * 86_400_000L;
    ReadingBatch batch = new ReadingBatch();
    batch.add(point, 0.3, "", then, Quality.GOOD);
    Origin origin = new Origin("t", new GatewayId("gw-02"), "s1", 1, Lane.LIVE, then);
    MineJudge.onReadings(memory, batch, origin, new Moment(then, then), new Verdicts());
  }

  private static Verdicts reading(MineMemory memory, int second, double value) {
    return reading(memory, "T1-0101", second, value, Quality.GOOD);
  }

  private static Verdicts reading(
      MineMemory memory, String point, int second, double value, Quality quality) {
    ReadingBatch batch = new ReadingBatch();
    batch.add(point, value, "", START + second * 1000L, quality);
    Verdicts out = new Verdicts();
    MineJudge.onReadings(memory, batch, origin(second), moment(second), out);
    return out;
  }

  private static Origin origin(int second) {
    GatewayId gateway = new GatewayId("gw-01");
    return new Origin("t", gateway, "s1", second, Lane.LIVE, START + second * 1000L);
  }

  private static Moment moment(int second) {
    return new Moment(START + second * 1000L, START);
  }

  private byte[] bytes(MineState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(state, out);
    return out.getCopyOfBuffer();
  }

  private MineState read(byte[] bytes) throws IOException {
    return serializer.deserialize(new DataInputDeserializer(bytes));
  }

  private static byte[] committed(int version) throws IOException {
    String name = "/state/mine-v" + version + ".bin";
    try (InputStream in = MineStateSerializerTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void theSameStateGivesTheSameBytesBeforeAndAfter() throws Exception {
    byte[] first = bytes(sample());

    assertThat(bytes(sample())).isEqualTo(first);
    assertThat(bytes(read(first))).isEqualTo(first);
    assertThat(bytes(serializer.copy(sample()))).isEqualTo(first);
    assertThat(bytes(new MineState())).isEqualTo(bytes(read(bytes(new MineState()))));
  }

  @Test
  void aStateSavedByThisVersionIsReadAndJudgingGoesOn() throws Exception {
    if (Boolean.getBoolean("minewatch.write-state")) { // only while its version is not released
      Files.write(Path.of("src/test/resources/state/mine-v8.bin"), bytes(sample()));
      return;
    }
    goesOn(read(committed(8)));
  }

  @ParameterizedTest(name = "version {0}")
  @ValueSource(ints = {4, 5, 6, 7})
  void aStateOfAVersionBeforeIsRefusedByItsName(int version) {
    assertThatThrownBy(() -> read(committed(version)))
        .isInstanceOf(IOException.class)
        .hasMessage("the state of a mine has version %d, read is 8", version);
  }

  @Test
  void theSampleHoldsWhatIsLaidOutOtherwise() throws Exception {
    MineMemory memory = read(bytes(sample())).memory();

    assertThat(reading(memory, "T1-0103", 10, 0.4, Quality.GOOD).findings()).isEmpty();
    assertThat(late(memory, "T1-0102", 11, 1.6)).containsExactly(FindingKind.RAISED);
  }

  @Test
  void aKeptPlanWithAConditionThatCanNeverBeTrueIsRestoredAndTheSummarySaysSo() throws Exception {
    String odd =
        """
        "rules": [{"kind": "COMPOUND", "id": "mine:odd", "name": "n", "nameEnglish": "n",
          "subject": "odd", "zone": "face-0101",
          "operands": [{"name": "a", "point": "T1-0101", "rule": "gone"}], "when": "a",
          "severity": "RED", "raiseAfter": "PT0S", "clearAfter": "PT0S", "source": {"pack": "mine",
          "clause": "c", "date": "2026-02-01", "confidence": "HIGH"}},
        """;
    byte[] payload =
        new String(Samples.bytes("plan.json"), StandardCharsets.UTF_8)
            .replace("  \"rules\": [\n", odd)
            .getBytes(StandardCharsets.UTF_8);
    MineState kept = new MineState();
    kept.begin(Messages.read(payload, Plan.class), payload, START);

    MineState state = read(bytes(kept));
    Verdicts then = new Verdicts();
    MineJudge.onTime(state.memory(), moment(10), then);

    assertThat(then.summary().notJudged())
        .singleElement()
        .hasToString(
            "NotJudged[rule=mine:odd, reason=operand a can never be true: there is no rule gone]");
    assertThat(reading(state.memory(), 11, 1.2).findings()).isNotEmpty();
  }

  @Test
  void whatIsRememberedOfTheBackfillLaneIsKept() throws Exception {
    MineState state = sample();
    assertThat(late(state.memory(), 20, 1.2)).containsExactly(FindingKind.OPENED);

    MineState again = read(bytes(state));

    assertThat(bytes(again)).isEqualTo(bytes(state));
    assertThat(late(again.memory(), 21, 1.6)).containsExactly(FindingKind.RAISED);
  }

  private static List<FindingKind> late(MineMemory memory, int second, double value) {
    return late(memory, "T1-0101", second, value);
  }

  private static List<FindingKind> late(MineMemory memory, String point, int second, double value) {
    ReadingBatch batch = new ReadingBatch();
    batch.add(point, value, "", START + second * 1000L, Quality.GOOD);
    Verdicts out = new Verdicts();
    Origin live = origin(second);
    Origin late =
        new Origin(
            live.topic(),
            live.gateway(),
            live.session(),
            second,
            Lane.BACKFILL,
            START + 3_600_000L);
    MineJudge.onReadings(memory, batch, late, new Moment(START + 3_600_000L, START), out);
    return out.findings().stream().map(Finding::kind).toList();
  }

  private void goesOn(MineState state) throws Exception {

    assertThat(bytes(state)).isEqualTo(bytes(sample()));
    Verdicts then = reading(state.memory(), 10, 1.6);
    assertThat(then.findings()).hasSize(1);
    assertThat(then.findings().get(0).kind()).isEqualTo(FindingKind.RAISED);
    assertThat(then.findings().get(0).fact()).isEqualTo(1);
    assertThat(then.findings().get(0).onset().toEpochMilli()).isEqualTo(START);
    assertThat(state.memory().tally().rejected()).isEqualTo(1);
  }

  @Test
  void aCopyDoesNotChangeWhileJudgingGoesOn() throws Exception {
    MineState state = sample();
    MineState copy = serializer.copy(state);
    byte[] before = bytes(copy);

    reading(state.memory(), 10, 1.9);
    state.held().release();
    state.timerIs(7);

    assertThat(bytes(copy)).isEqualTo(before).isNotEqualTo(bytes(state));
  }

  /** It is written in one thread while another copies the same state and judges by the copy. */
  @Test
  void writingAStateChangesNoneOfItsCollections() throws Exception {
    MineState state = sample();
    Unmoved before = Unmoved.of(state);

    bytes(state);

    assertThat(before.size()).isGreaterThan(5);
    assertThat(before.changed()).isEmpty();
  }

  @Test
  void anUnknownVersionAndBytesTooManyAndTooFewStopTheRestore() throws Exception {
    byte[] good = bytes(sample());
    byte[] newer = good.clone();
    newer[3] = 99;
    assertThatThrownBy(() -> read(newer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");

    byte[] longer = Arrays.copyOf(good, good.length + 1);
    longer[7]++;
    assertThatThrownBy(() -> read(longer)).hasMessageContaining("1 bytes too many");

    byte[] shorter = good.clone();
    shorter[7]--;
    assertThatThrownBy(() -> read(shorter)).isInstanceOf(IOException.class);
  }

  @Test
  void aPointCostsNoMoreStateThanAllowed() throws Exception {
    MineState state = sample();
    int whole = bytes(state).length;
    int withoutPlan = whole - threePoints().length;

    // three points, three people, one order, two gateways
    assertThat(withoutPlan).isLessThan(1_850);
  }
}
