package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.tape.MemoryTape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is cut off is told at its root. Points A1 and A2 hang on substation A and speak through
 * gateway gw-1, B1 on substation B through gw-1, C1 through gw-2. Each is dark after 60 s.
 */
class OutageTest {
  private final List<Finding> told = new ArrayList<>();
  private MineMemory memory = new MineMemory(plan(1), Bench.START);
  private long number;

  static Plan plan(long version) {
    List<Rule> rules = new ArrayList<>();
    rules.add(Plans.rule("r", 0, 0));
    rules.add(outage(OutageRule.Of.NETWORK, Severity.ORANGE, 30));
    rules.add(outage(OutageRule.Of.SUBSTATION, Severity.ORANGE, 0));
    rules.add(outage(OutageRule.Of.LINE, Severity.YELLOW, 0));
    rules.add(outage(OutageRule.Of.MISSING, Severity.YELLOW, 600));
    rules.add(outage(OutageRule.Of.UNSEEN, Severity.YELLOW, 1_800));
    List<PointPlan> points =
        List.of(
            point("A1", "A", Measure.METHANE, "r"),
            point("A2", "A", Measure.TEMPERATURE),
            point("B1", "B", Measure.METHANE, "r"),
            point("C1", "", Measure.TEMPERATURE));
    return Plans.plan(version, points, rules);
  }

  private static OutageRule outage(OutageRule.Of of, Severity lawful, int after) {
    Delays delays = new Delays(Duration.ofSeconds(after), Duration.ZERO);
    return new OutageRule("o-" + of, of, "断", "cut", lawful, Severity.BLUE, delays, Plans.SOURCE);
  }

  private static PointPlan point(String id, String substation, Measure measure, String... rules) {
    PointPlan plain = Plans.point(id, measure, rules);
    Sensor sensor =
        new Sensor(substation, Sensor.Reporting.NOT_TOLD, 0, -Sensor.WIDEST, Sensor.WIDEST);
    return new PointPlan(
        plain.id(),
        plain.zone(),
        measure,
        plain.name(),
        plain.nameEnglish(),
        "",
        plain.period(),
        plain.rules(),
        sensor);
  }

  private Moment at(int second) {
    return new Moment(Bench.millis(second), Bench.START);
  }

  private void say(int second, String gateway, Quality quality, String... points) {
    ReadingBatch batch = new ReadingBatch();
    for (String point : points) {
      batch.add(point, 0.3, "", Bench.millis(second), quality);
    }
    Origin origin =
        new Origin("t", new GatewayId(gateway), "s", number++, Lane.LIVE, Bench.millis(second));
    keep(out -> MineJudge.onReadings(memory, batch, origin, at(second), out));
  }

  private void state(int second, String gateway, GatewayStatus.State state) {
    GatewayId id = new GatewayId(gateway);
    GatewayStatus status =
        new GatewayStatus(Plans.MINE, id, "s", state, Instant.ofEpochMilli(Bench.START), "test");
    Origin origin = new Origin("t", id, "s", -1, Lane.LIVE, Bench.millis(second));
    keep(out -> MineJudge.onStatus(memory, status, origin, at(second), out));
  }

  private void keep(java.util.function.Consumer<Verdicts> step) {
    Verdicts out = new Verdicts();
    step.accept(out);
    out.findings().stream().filter(f -> f.check() == Check.SILENCE).forEach(told::add);
  }

  /** Lets every second pass up to and with this one. */
  private void pass(int from, int to) {
    for (int second = from; second <= to; second++) {
      int now = second;
      keep(out -> MineJudge.onTime(memory, at(now), out));
    }
  }

  private List<String> said() {
    return told.stream().map(f -> f.kind() + " " + f.rule() + " " + f.subject()).toList();
  }

  private void allSpeak(int second) {
    say(second, "gw-1", Quality.GOOD, "A1", "A2", "B1");
    say(second, "gw-2", Quality.GOOD, "C1");
  }

  @Test
  void aLostGatewayIsOneFindingWithItsPointsAsChildrenAndEndsWhenItIsHeardAgain() {
    allSpeak(0);
    state(10, "gw-1", GatewayStatus.State.CUT);
    say(20, "gw-2", Quality.GOOD, "C1");
    pass(10, 39);
    assertThat(told).isEmpty();
    say(41, "gw-2", Quality.GOOD, "C1");
    pass(40, 90);

    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-1");
    Finding cut = told.get(0);
    assertThat(cut.severity()).isEqualTo(Severity.ORANGE);
    assertThat(cut.zone()).isNull();
    assertThat(cut.onset()).isEqualTo(Bench.instant(0));
    assertThat(cut.detail()).containsEntry("count", "3").containsEntry("behind", "A1, A2, B1");

    say(91, "gw-1", Quality.GOOD, "A1", "A2", "B1");
    say(91, "gw-2", Quality.GOOD, "C1");
    pass(91, 93);

    assertThat(said()).last().isEqualTo("CLEARED o-NETWORK gateway/gw-1");
  }

  @Test
  void aGatewayThatIsBackWithinItsDelayWasNotCutOff() {
    allSpeak(0);
    state(10, "gw-1", GatewayStatus.State.CUT);
    pass(10, 38);
    allSpeak(39);
    pass(39, 98);

    assertThat(told).isEmpty();
  }

  @Test
  void aSubstationWhoseEveryPointIsSilentSpeaksForThem() {
    allSpeak(0);
    for (int second = 10; second <= 70; second += 10) {
      say(second, "gw-1", Quality.GOOD, "B1");
      say(second, "gw-2", Quality.GOOD, "C1");
      pass(second, second + 9);
    }

    assertThat(said()).containsExactly("OPENED o-SUBSTATION substation/A");
    assertThat(told.get(0).detail()).containsEntry("behind", "A1, A2");
  }

  @Test
  void oneSilentPointIsABrokenLineByWhatTheLawAsksOfIt() {
    allSpeak(0);
    for (int second = 10; second <= 100; second += 10) {
      say(second, "gw-1", Quality.GOOD, "A2", "B1");
      pass(second, second + 9);
    }
    assertThat(said()).containsExactly("OPENED o-LINE A1", "OPENED o-NETWORK gateway/gw-2");
    assertThat(told.get(0).severity()).isEqualTo(Severity.YELLOW);
    assertThat(told.get(1).severity()).isEqualTo(Severity.BLUE);
  }

  @Test
  void aGatewayThatFallsSilentWithoutALastWillIsOneFindingThoughItsPointsDarkenOneByOne() {
    allSpeak(0);
    for (int second = 10; second <= 100; second += 10) {
      say(second, "gw-2", Quality.GOOD, "C1");
      say(second, "gw-1", Quality.GOOD, "A1", "B1");
      say(second + 4, "gw-1", Quality.GOOD, "A2");
      pass(second, second + 9);
    }
    for (int second = 110; second <= 250; second += 10) {
      say(second, "gw-2", Quality.GOOD, "C1");
      pass(second, second + 9);
    }

    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-1");
    assertThat(told.get(0).onset()).isEqualTo(Bench.instant(104));
  }

  @Test
  void aPointWhoseGatewayIsOverdueIsJudgedWhenTheGatewaySpeaksAgain() {
    allSpeak(0);
    say(20, "gw-1", Quality.GOOD, "A2", "B1");
    say(20, "gw-2", Quality.GOOD, "C1");
    pass(20, 74);
    assertThat(said()).as("A1 is silent, and its gateway may be").isEmpty();
    say(75, "gw-1", Quality.GOOD, "A2", "B1");
    say(75, "gw-2", Quality.GOOD, "C1");
    restart();
    pass(75, 80);

    assertThat(said()).containsExactly("OPENED o-LINE A1");
    assertThat(told.get(0).onset()).isEqualTo(Bench.instant(0));
  }

  @Test
  void aGatewayThatOnlyTellsPositionsIsFoundSilentWhilePeopleAreBelowAndNotWhenAllAreOut() {
    fix(0, "gw-tags", true);
    fix(30, "gw-tags", true);
    fix(30, "gw-lamps", true);
    fix(60, "gw-lamps", false);
    restart();
    for (int second = 60; second <= 260; second += 10) {
      allSpeak(second);
      say(second, "gw-1", Quality.GOOD, "A1", "A2", "B1");
      pass(second, second + 9);
    }
    assertThat(said())
        .as("90 s, and 30 s more")
        .containsExactly("OPENED o-NETWORK gateway/gw-tags");
    assertThat(told.get(0).onset()).isEqualTo(Bench.instant(30));

    fix(270, "gw-tags", true);
    pass(270, 272);
    assertThat(said()).last().isEqualTo("CLEARED o-NETWORK gateway/gw-tags");
  }

  @Test
  void aGatewayOfPositionsIsNotBackBecauseItsPeopleAreHeardElsewhere() {
    fix(0, "gw-tags", true);
    for (int second = 10; second <= 130; second += 10) {
      allSpeak(second);
      pass(second, second + 9);
    }
    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-tags");
    fix(140, 140, "gw-lamps", "c-gw-tags", true);
    restart();
    for (int second = 140; second <= 160; second += 10) {
      allSpeak(second);
      state(second, "gw-2", GatewayStatus.State.CUT);
      fix(second, second, "gw-lamps", "c-gw-tags", true);
      pass(second, second + 9);
    }
    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-tags");

    fix(180, "gw-tags", true);
    pass(180, 182);
    assertThat(said()).last().isEqualTo("CLEARED o-NETWORK gateway/gw-tags");
  }

  @Test
  void aGatewayThatIsBackWithOneSensorStillDeadIsNotCutOffAnyMore() {
    List<PointPlan> points =
        List.of(point("A1", "", Measure.METHANE, "r"), slow(point("S1", "", Measure.TEMPERATURE)));
    memory = new MineMemory(Plans.plan(1, points, rules()), Bench.START);
    say(0, "gw-1", Quality.GOOD, "A1", "S1");
    pass(0, 100);
    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-1");
    say(110, "gw-1", Quality.GOOD, "S1"); // which was not missed yet
    pass(110, 115);

    assertThat(said())
        .containsExactly(
            "OPENED o-NETWORK gateway/gw-1", "CLEARED o-NETWORK gateway/gw-1", "OPENED o-LINE A1");
  }

  @Test
  void aGatewayThatIsBackIsSaidToBeWhenItHasSpokenForItsHoldTime() {
    List<Rule> held = new ArrayList<>(rules());
    held.set(
        1,
        new OutageRule(
            "o-NETWORK",
            OutageRule.Of.NETWORK,
            "断",
            "cut",
            Severity.ORANGE,
            Severity.BLUE,
            new Delays(Duration.ofSeconds(30), Duration.ofSeconds(60)),
            Plans.SOURCE));
    Plan alone = Plans.plan(1, List.of(point("A1", "", Measure.METHANE, "r")), held);
    memory = new MineMemory(alone, Bench.START);
    say(0, "gw-1", Quality.GOOD, "A1");
    pass(0, 100);
    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-1");
    for (int second = 110; second <= 160; second += 10) {
      say(second, "gw-1", Quality.GOOD, "A1");
      pass(second, second + 9);
    }
    assertThat(said()).hasSize(1);
    for (int second = 170; second <= 180; second += 10) {
      say(second, "gw-1", Quality.GOOD, "A1");
      pass(second, second + 9);
    }

    assertThat(said()).last().isEqualTo("CLEARED o-NETWORK gateway/gw-1");
  }

  @Test
  void moreGatewaysThanThereIsRoomForAreToldOnceAndKeepNothing() {
    for (int i = 0; i < 300; i++) {
      say(0, "gw-" + i, Quality.GOOD, "A1");
      restart();
    }
    allSpeak(1);
    pass(1, 40);

    assertThat(said()).containsExactly("OPENED o-NETWORK condition/gateways");
    assertThat(told.get(0).detail()).containsEntry("full", "256");
  }

  private static PointPlan slow(PointPlan of) {
    return new PointPlan(
        of.id(),
        of.zone(),
        of.measure(),
        of.name(),
        of.nameEnglish(),
        "",
        Duration.ofMinutes(10),
        of.rules(),
        of.sensor());
  }

  private static List<Rule> rules() {
    return plan(1).rules().subList(0, 5); // the silence rule is added by Plans
  }

  @Test
  void aPositionThatComesLateDoesNotBringACardBackUnderground() {
    fix(0, "gw-tags", true);
    fix(30, "gw-tags", false);
    fix(31, 20, "gw-tags", true); // what it said before it was out
    for (int second = 40; second <= 260; second += 10) {
      allSpeak(second);
      pass(second, second + 9);
    }

    assertThat(said()).isEmpty();
  }

  private void fix(int second, String gateway, boolean underground) {
    fix(second, second, gateway, underground);
  }

  private void fix(int second, int measured, String gateway, boolean underground) {
    fix(second, measured, gateway, "c-" + gateway, underground);
  }

  private void fix(int second, int measured, String gateway, String card, boolean underground) {
    Fix fix =
        new Fix(
            new CardId(card),
            Bench.instant(measured),
            underground,
            new ZoneId(underground ? "face" : "surface"),
            null,
            "",
            0,
            false,
            false);
    Origin origin =
        new Origin("t", new GatewayId(gateway), "s", -1, Lane.LIVE, Bench.millis(second));
    keep(out -> MineJudge.onFixes(memory, List.of(fix), List.of(), origin, at(second), out));
  }

  @Test
  void aPointThatSaysItIsFaultyIsABrokenLineThoughItIsHeard() {
    allSpeak(0);
    say(10, "gw-1", Quality.SENSOR_FAULT, "B1");
    say(10, "gw-1", Quality.CALIBRATION, "A1");
    pass(10, 12);
    assertThat(said()).containsExactly("OPENED o-LINE B1");

    say(20, "gw-1", Quality.GOOD, "B1");
    pass(20, 22);
    assertThat(said()).last().isEqualTo("CLEARED o-LINE B1");
  }

  @Test
  void aPointThatNeverCameIsMissingAndStaysSoUntilItComes() {
    for (int second = 0; second <= 720; second += 10) {
      say(second, "gw-1", Quality.GOOD, "A1", "A2", "B1");
      pass(second, second + 9);
    }
    assertThat(said()).containsExactly("OPENED o-MISSING C1");
    assertThat(told.get(0).onset()).isEqualTo(plan(1).effectiveFrom());

    say(730, "gw-2", Quality.GOOD, "C1");
    pass(730, 732);
    assertThat(said()).last().isEqualTo("CLEARED o-MISSING C1");
  }

  @Test
  void ourOwnDowntimeCutsNobodyOff() {
    allSpeak(0);
    pass(0, 5);
    Moment back = new Moment(Bench.millis(3_600), Bench.millis(3_600));
    keep(out -> MineJudge.onTime(memory, back, out));
    Moment soon = new Moment(Bench.millis(3_655), Bench.millis(3_600));
    keep(out -> MineJudge.onTime(memory, soon, out));

    assertThat(told).isEmpty();
  }

  @Test
  void aRestartInTheMiddleTellsNothingTwiceAndForgetsNothing() {
    allSpeak(0);
    state(10, "gw-1", GatewayStatus.State.CUT);
    pass(10, 20);
    restart();
    say(21, "gw-2", Quality.GOOD, "C1");
    pass(21, 50);
    restart();
    say(51, "gw-2", Quality.GOOD, "C1");
    pass(51, 70);

    assertThat(said()).containsExactly("OPENED o-NETWORK gateway/gw-1");
  }

  private void restart() {
    MemoryTape tape = new MemoryTape();
    memory.record(tape);
    memory = MineMemory.play(memory.plan(), tape.rewind());
  }

  @Test
  void aNewPlanKeepsWhatIsOpenAndEndsBlindWhatItNoLongerHolds() {
    allSpeak(0);
    say(10, "gw-1", Quality.SENSOR_FAULT, "B1");
    pass(10, 12);
    keep(out -> MineJudge.onPlan(memory, plan(2), at(13), out));
    pass(13, 16);
    assertThat(said()).containsExactly("OPENED o-LINE B1");

    Plan without =
        Plans.plan(
            3,
            List.of(Plans.point("A1", Measure.METHANE, "r")),
            plan(2).rules().subList(0, 5)); // its silence rule is added by Plans
    keep(out -> MineJudge.onPlan(memory, without, at(20), out));

    assertThat(told).extracting(Finding::kind).last().isEqualTo(FindingKind.BLIND);
  }

  /** All points are heard every ten seconds; of A1 this is said. */
  private void flagged(int from, int to, Quality quality) {
    for (int second = from; second < to; second += 10) {
      say(second, "gw-1", quality, "A1");
      say(second, "gw-1", Quality.GOOD, "A2", "B1");
      say(second, "gw-2", Quality.GOOD, "C1");
      pass(second, second + 9);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Quality.class,
      names = {"CALIBRATION", "UNDER_RANGE", "SUSPECT"})
  void aPointThatMeasuresNothingUnderAFlagForTooLongIsAFindingOfItsOwn(Quality flag) {
    allSpeak(0);
    flagged(10, 1_810, flag);
    assertThat(told).isEmpty();
    flagged(1_810, 1_840, flag);

    assertThat(said()).containsExactly("OPENED o-UNSEEN A1");
    assertThat(told.get(0).severity()).isEqualTo(Severity.YELLOW);
    assertThat(told.get(0).quality()).isEqualTo(flag);
    assertThat(told.get(0).detail()).containsExactly(Map.entry("flag", flag.name()));

    memory = ListTape.copy(memory);
    flagged(1_840, 1_900, flag);
    assertThat(told).hasSize(1);
    flagged(1_900, 1_910, Quality.GOOD);
    assertThat(said()).endsWith("CLEARED o-UNSEEN A1");
  }

  @Test
  void oneFlagAfterAnotherIsOneTimeAndAMeasurementBetweenEndsIt() {
    allSpeak(0);
    flagged(10, 900, Quality.CALIBRATION);
    flagged(900, 1_840, Quality.UNDER_RANGE);
    assertThat(said()).containsExactly("OPENED o-UNSEEN A1");

    told.clear();
    flagged(1_840, 1_850, Quality.GOOD);
    flagged(1_850, 3_600, Quality.CALIBRATION);
    flagged(3_600, 3_610, Quality.GOOD);
    flagged(3_610, 5_400, Quality.CALIBRATION);
    assertThat(said()).containsExactly("CLEARED o-UNSEEN A1");
  }

  @Test
  void whatBreaksAfterAFlagIsTheBrokenLineAndDoesNotEndTheFlag() {
    allSpeak(0);
    flagged(10, 1_840, Quality.CALIBRATION);
    flagged(1_840, 1_900, Quality.DISCONNECTED);
    assertThat(said()).containsExactly("OPENED o-UNSEEN A1", "OPENED o-LINE A1");

    told.clear();
    flagged(1_900, 1_910, Quality.CALIBRATION);
    flagged(1_910, 3_000, Quality.DISCONNECTED);
    flagged(3_000, 5_000, Quality.GOOD);
    assertThat(said())
        .containsExactly(
            "CLEARED o-LINE A1", "OPENED o-LINE A1", "CLEARED o-LINE A1", "CLEARED o-UNSEEN A1");
  }

  @Test
  void aFlagBlindsAnAlarmThatStandsWhenItHasLastedTooLong() {
    Bench mine = new Bench(plan(1));
    mine.reading(0, "A1", 1.2);
    for (int second = 10; second < 1_800; second += 10) {
      assertThat(mine.reading(second, "A1", 0.1, Quality.CALIBRATION)).isEmpty();
    }
    mine = copied(mine);
    assertThat(mine.reading(1_800, "A1", 0.1, Quality.CALIBRATION))
        .containsExactly(FindingKind.BLIND);
    Finding blind = mine.last.findings().get(0);
    assertThat(blind.severity()).isEqualTo(Severity.RED);
    assertThat(blind.quality()).isEqualTo(Quality.CALIBRATION);
    assertThat(mine.reading(1_810, "A1", 0.1, Quality.CALIBRATION)).isEmpty();
    assertThat(mine.reading(1_820, "A1", 1.3)).containsExactly(FindingKind.SEEN);
  }

  private static Bench copied(Bench mine) {
    mine.memory = ListTape.copy(mine.memory);
    return mine;
  }
}
