package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is cut off is told at its root. */
class OutageTest extends CutOffMine {
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
}
