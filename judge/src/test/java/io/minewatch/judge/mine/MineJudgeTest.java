package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static io.minewatch.domain.finding.FindingKind.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MineJudgeTest {
  private final Bench mine = new Bench(Plans.methane(2, 0, 0));

  @Test
  void aFindingSaysAllThreeTimesAndHasTheIdOfItsOnset() {
    ReadingBatch batch = Bench.batch("T0", 1.2, "/100", Bench.millis(3), Quality.GOOD);
    assertThat(mine.readings(batch, 5, 0)).containsExactly(OPENED);

    Finding opened = mine.last.findings().get(0);
    assertThat(opened.measured()).isEqualTo(Bench.instant(3));
    assertThat(opened.received()).isEqualTo(Bench.instant(5));
    assertThat(opened.judged()).isEqualTo(Bench.instant(5));
    assertThat(opened.onset()).isEqualTo(Bench.instant(3));
    assertThat(opened.id()).isEqualTo(FindingIds.of(Plans.MINE, "T0", "r", Bench.instant(3)));
    assertThat(opened.value()).isEqualTo(1.2);
    assertThat(opened.planVersion()).isEqualTo(1);
  }

  @Test
  void atAWithdrawalStepTheFindingSaysThatPeopleMustOutUntilItEnds() {
    LimitRule face = Plans.rule("r", 0, 0);
    List<Step> steps = new ArrayList<>(face.steps());
    steps.add(new Step(Step.Act.WITHDRAW, 1.5, Severity.RED));
    LimitRule law =
        new LimitRule(
            face.id(),
            face.measure(),
            face.side(),
            steps,
            face.restore(),
            face.raiseAfter(),
            face.clearAfter(),
            "",
            face.source());
    PointPlan point = Plans.point("T0", Measure.METHANE, "r");
    Bench face193 = new Bench(Plans.plan(1, List.of(point), List.of(law)));
    double[] values = {1.49, 1.5, 1.2, 0.9};
    List<String> told = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      face193.readings(
          Bench.batch("T0", values[i], "/100", Bench.millis(10 * i), Quality.GOOD), 10 * i, i);
      face193.last.findings().forEach(f -> told.add(f.kind() + " " + f.asksForWithdrawal()));
    }
    assertThat(told).containsExactly("OPENED false", "RAISED true", "CLEARED true");
  }

  @ParameterizedTest(name = "{0}: {1} {2} measured {3} ms after start is refused as {4}")
  @CsvSource({
    "T9, 1, %CH4, 0, UNKNOWN_POINT",
    "T0, 1, Cel, 0, WRONG_UNIT",
    "T0, NaN, %CH4, 0, NOT_A_NUMBER",
    "T0, Infinity, %CH4, 0, NOT_A_NUMBER",
    "T0, 101, %CH4, 0, IMPOSSIBLE_VALUE",
    "T0, -5.01, %CH4, 0, IMPOSSIBLE_VALUE",
    "T0, 1, %CH4, 86400001, ABSURD_TIME",
    "T0, 1, %CH4, -820540800001, ABSURD_TIME"
  })
  void refusesWhatCannotBeAReadingAndSaysWhy(
      String point, double value, String unit, long offset, RejectReason reason) {
    mine.readings(Bench.batch(point, value, unit, Bench.START + offset, Quality.GOOD), 0, 0);

    assertThat(mine.last.findings()).isEmpty();
    assertThat(mine.last.rejections()).extracting(Rejection::reason).containsExactly(reason);
    assertThat(mine.last.rejections().get(0).detail()).contains(point);
    assertThat(mine.memory.tally().rejected()).isEqualTo(1);
    assertThat(mine.memory.tally().judged()).isZero();
  }

  @ParameterizedTest(name = "{0} {1} measured {2} ms after start is judged")
  @CsvSource({
    "100, %CH4, 0",
    "-5, %CH4, 0",
    "0.012, /, 0",
    "12000, ppm, 0",
    "1.2, '', 0",
    "1, %CH4, 86400000",
    "1, %CH4, -820540800000"
  })
  void takesWhatLiesJustInside(double value, String unit, long offset) {
    mine.readings(Bench.batch("T0", value, unit, Bench.START + offset, Quality.GOOD), 0, 0);

    assertThat(mine.last.rejections()).isEmpty();
    assertThat(mine.memory.tally().judged()).isEqualTo(1);
  }

  @Test
  void oneBadReadingDoesNotCostTheOthersAndAFloodOfThemIsToldInSix() {
    ReadingBatch batch = new ReadingBatch();
    for (int i = 0; i < 100; i++) {
      batch.add("X" + i, 1, "", Bench.START, Quality.GOOD);
    }
    batch.add("T1", 1.7, "", Bench.START, Quality.GOOD);

    assertThat(mine.readings(batch, 0, 0)).containsExactly(OPENED, RAISED);
    assertThat(mine.last.rejections()).hasSize(Verdicts.MAX_TOLD + 1);
    assertThat(mine.last.rejections().get(5).detail()).startsWith("95 more");
    assertThat(mine.memory.tally().rejected()).isEqualTo(100);
  }

  @Test
  void aDisconnectedPointWithoutANumberIsNoBadInputButBlindness() {
    mine.reading(0, "T0", 1.2);

    assertThat(mine.reading(10, "T0", Double.NaN, Quality.DISCONNECTED)).containsExactly(BLIND);
    assertThat(mine.last.findings().get(0).value()).isNull();
    assertThat(mine.last.rejections()).isEmpty();
  }

  @Test
  void aPointThatGoesDarkInExcursionIsBlindAndHoldsUntilItIsSeenAgain() {
    mine.reading(0, "T0", 1.2);
    assertThat(mine.timeIs(60)).isEmpty();
    mine.last = new Verdicts();
    MineJudge.onTime(mine.memory, new Moment(Bench.millis(60) + 1, Bench.START), mine.last);

    assertThat(mine.kinds()).containsExactly(BLIND);
    Finding blind = mine.last.findings().get(0);
    assertThat(blind.severity()).isEqualTo(Severity.RED);
    assertThat(blind.quality()).isEqualTo(Quality.STALE);
    assertThat(blind.value()).isNull();
    assertThat(blind.measured()).isEqualTo(Bench.instant(0));
    assertThat(mine.timeIs(1000)).isEmpty();
    assertThat(mine.reading(1001, "T0", 1.3)).containsExactly(SEEN);
    assertThat(mine.reading(1002, "T0", 0.3)).containsExactly(CLEARED);
  }

  @Test
  void ourOwnDowntimeIsNotTheirSilence() {
    mine.reading(0, "T0", 1.2);
    mine.resumed = Bench.millis(600);

    assertThat(mine.timeIs(660)).isEmpty();
    assertThat(mine.timeIs(661)).containsExactly(BLIND);
  }

  @Test
  void aDelayRunsOutBySilenceAtTheTimeAskedFor() {
    Bench slow = new Bench(Plans.methane(1, 30, 0));
    slow.timeIs(0);
    slow.reading(2, "T0", 1.2);
    slow.timeIs(5);
    slow.timeIs(10);

    assertThat(MineJudge.wakeAt(slow.memory)).isLessThanOrEqualTo(Bench.millis(32));
    assertThat(slow.timeIs(31)).isEmpty();
    assertThat(slow.timeIs(32)).containsExactly(OPENED);
    assertThat(slow.last.findings().get(0).onset()).isEqualTo(Bench.instant(2));
  }

  @Test
  void aDoubledMessageIsDroppedAndALateReadingCounted() {
    mine.reading(0, "T0", 0.5);
    ReadingBatch again = Bench.batch("T0", 9, "", Bench.millis(1), Quality.GOOD);
    assertThat(mine.readings(again, 1, 0)).isEmpty();
    mine.readings(Bench.batch("T0", 0.4, "", Bench.millis(2), Quality.GOOD), 2, 5);
    mine.readings(Bench.batch("T0", 9, "", Bench.millis(1), Quality.GOOD), 2, 3);
    mine.timeIs(3);

    Summary.Gateway gateway = mine.last.summary().gateways().get(0);
    assertThat(gateway.duplicates()).isEqualTo(1);
    assertThat(gateway.missing()).isEqualTo(3);
    assertThat(gateway.recovered()).isEqualTo(1);
    assertThat(gateway.through()).isEqualTo(5);
    assertThat(gateway.lastReceived()).isEqualTo(Bench.instant(2));
    assertThat(mine.memory.tally().late()).isEqualTo(1);
  }

  @Test
  void aNewPlanCarriesExcursionsOverByPointAndRule() {
    mine.reading(0, "T1", 1.2);
    var swapped =
        List.of(
            Plans.point("N", Measure.METHANE, "q", "r"),
            Plans.point("T1", Measure.METHANE, "q", "r"));
    var rules = List.of(Plans.rule("q", 600, 0), Plans.rule("r", 0, 0));

    assertThat(mine.plan(5, Plans.plan(2, swapped, rules))).isEmpty();
    assertThat(mine.reading(10, "T1", 1.6)).containsExactly(RAISED);
    assertThat(mine.last.findings().get(0).onset()).isEqualTo(Bench.instant(0));
    assertThat(mine.last.findings().get(0).planVersion()).isEqualTo(2);
    assertThat(mine.plan(11, Plans.methane(2, 0, 0))).isEmpty();
    assertThat(mine.memory.plan().version()).isEqualTo(2);
  }

  @Test
  void takingAPointOutOfThePlanNeverMakesItsAlarmGoAway() {
    mine.reading(0, "T1", 1.2);
    var left = List.of(Plans.point("T0", Measure.METHANE, "r"));

    assertThat(mine.plan(5, Plans.plan(2, left, List.of(Plans.rule("r", 0, 0)))))
        .containsExactly(BLIND);
    assertThat(mine.last.findings().get(0).planVersion()).isEqualTo(2);
    assertThat(mine.last.findings().get(0).severity()).isEqualTo(Severity.RED);
  }

  @Test
  void theSummaryCountsWhatIsHeardDarkInExcursionAndBlind() {
    mine.reading(0, "T0", 1.2);
    mine.timeIs(0);
    Summary first = mine.last.summary();
    assertThat(first.points()).isEqualTo(2);
    assertThat(first.heard()).isEqualTo(1);
    assertThat(first.dark()).isZero();
    assertThat(first.inExcursion()).isEqualTo(1);
    assertThat(mine.last.muster()).isNotNull();
    mine.timeIs(4);
    assertThat(mine.last.summary()).isNull();
    mine.timeIs(100);
    Summary later = mine.last.summary();
    assertThat(later.heard()).isZero();
    assertThat(later.dark()).isEqualTo(2);
    assertThat(later.blind()).isEqualTo(1);
    assertThat(later.lastReading()).isEqualTo(Bench.instant(0));
  }

  @Test
  void oneStampInTheFutureDoesNotMakeWhatFollowsLate() {
    mine.readings(Bench.batch("T0", 0.3, "", Bench.millis(40_000), Quality.GOOD), 0, -1);

    assertThat(mine.reading(10, "T0", 1.2)).containsExactly(OPENED);
  }
}
