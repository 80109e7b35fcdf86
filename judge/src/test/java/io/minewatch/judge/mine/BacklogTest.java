package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The backfill lane: judged, told as past facts, and apart from all that is known of now. */
class BacklogTest {
  /** Our time at which the backlog comes, in seconds since the start. */
  private static final int NOW = 3_600;

  private final Bench mine = new Bench(Plans.methane(2, 0, 0));
  private long number = 1_000;

  private List<FindingKind> late(int measured, String point, double value) {
    return late(measured, point, value, Quality.GOOD, number++);
  }

  private List<FindingKind> late(int measured, String point, double value, Quality q, long n) {
    return late(Bench.batch(point, value, "%CH4", Bench.millis(measured), q), n);
  }

  private List<FindingKind> late(ReadingBatch batch, long n) {
    mine.last = new Verdicts();
    MineJudge.onReadings(
        mine.memory,
        batch,
        mine.origin(NOW, n, Lane.BACKFILL),
        new Moment(Bench.millis(NOW), Bench.START),
        mine.last);
    return mine.kinds();
  }

  private Finding told() {
    return mine.last.findings().get(0);
  }

  @Test
  void anExcursionInTheBacklogIsToldAsAPastFactWithItsOwnTimes() {
    assertThat(late(10, "T0", 0.4)).isEmpty();
    assertThat(late(20, "T0", 1.2)).containsExactly(OPENED);
    Finding opened = told();
    assertThat(late(30, "T0", 1.7)).containsExactly(RAISED);
    assertThat(late(40, "T0", 0.3)).containsExactly(CLEARED);

    assertThat(opened.lane()).isEqualTo(Lane.BACKFILL);
    assertThat(opened.onset()).isEqualTo(Bench.instant(20));
    assertThat(opened.measured()).isEqualTo(Bench.instant(20));
    assertThat(opened.received()).isEqualTo(Bench.instant(NOW));
    assertThat(opened.judged()).isEqualTo(Bench.instant(NOW));
    assertThat(told().id()).isEqualTo(opened.id());
    assertThat(told().peak()).isEqualTo(1.7);
    assertThat(told().measured()).isEqualTo(Bench.instant(40));
    assertThat(mine.memory.tally().backfill()).isEqualTo(4);
    assertThat(mine.memory.tally().judged()).isZero();
  }

  @Test
  void whatASecondGatewayTellsAgainNeitherEndsARunNorOpensAnew() {
    assertThat(late(20, "T0", 1.2)).containsExactly(OPENED);
    assertThat(late(20, "T0", 1.2)).isEmpty();
    assertThat(late(30, "T0", 1.2)).isEmpty();
    assertThat(late(30, "T0", 1.2)).isEmpty();
    assertThat(late(40, "T0", 0.3)).containsExactly(CLEARED);
    assertThat(told().onset()).isEqualTo(Bench.instant(20));
  }

  @Test
  void itsNameIsTheSameOnEveryReplayAndNeverThatOfALiveFinding() {
    late(20, "T0", 1.2);
    Finding late = told();
    Bench again = new Bench(Plans.methane(2, 0, 0));
    again.reading(20, "T0", 1.2);

    assertThat(again.last.findings().get(0).onset()).isEqualTo(late.onset());
    assertThat(again.last.findings().get(0).id()).isNotEqualTo(late.id());
    assertThat(again.last.findings().get(0).lane()).isEqualTo(Lane.LIVE);
    mine.memory = new Bench(Plans.methane(2, 0, 0)).memory;
    late(20, "T0", 1.2);
    assertThat(told().id()).isEqualTo(late.id());
  }

  @Test
  void nothingThatIsKnownOfNowIsChanged() {
    Bench quiet = new Bench(Plans.methane(2, 0, 0));
    List<Finding> here = new ArrayList<>();
    List<Finding> there = new ArrayList<>();
    for (int second = 0; second < 200; second += 10) {
      double value = second % 60 == 0 ? 1.2 : second % 60 == 30 ? 0.5 : 1.1;
      mine.readings(live(second, value), second, second);
      here.addAll(mine.last.findings());
      quiet.readings(live(second, value), second, second);
      there.addAll(quiet.last.findings());
      late(second - 5_000, "T0", second % 20 == 0 ? 9 : 0.1, Quality.GOOD, 5_000 + second);
      late(second + 1, "T0", 3, Quality.SENSOR_FAULT, 7_000 + second);
      mine.timeIs(second + 5);
      here.addAll(mine.last.findings());
      quiet.timeIs(second + 5);
      there.addAll(quiet.last.findings());
      assertThat(counts(mine.last.summary())).isEqualTo(counts(quiet.last.summary()));
    }

    assertThat(here).isEqualTo(there).isNotEmpty();
    assertThat(here).allMatch(each -> each.lane() == Lane.LIVE);
  }

  private static ReadingBatch live(int second, double value) {
    return Bench.batch("T0", value, "%CH4", Bench.millis(second), Quality.GOOD);
  }

  private static List<Integer> counts(Summary s) {
    return s == null ? List.of() : List.of(s.heard(), s.dark(), s.inExcursion(), s.blind());
  }

  @Test
  void aPointIsNotHeardByItsBacklogAndDarkensAllTheSame() {
    mine.reading(0, "T0", 1.2);
    late(5, "T0", 0.1);

    assertThat(mine.timeIs(61)).containsExactly(BLIND);
    assertThat(mine.last.summary()).isNotNull();
    assertThat(mine.last.summary().lastReading()).isEqualTo(Bench.instant(0));
  }

  @Test
  void whatIsOlderAndWhatFollowsAGapBeginsAnew() {
    late(100, "T0", 1.2);
    Finding first = told();
    assertThat(late(50, "T0", 1.3)).as("older").containsExactly(OPENED);
    assertThat(told().onset()).isEqualTo(Bench.instant(50));
    assertThat(told().id()).isNotEqualTo(first.id());
    assertThat(late(60, "T0", 1.1)).as("runs on").isEmpty();
    assertThat(late(121, "T0", 1.1)).as("after a gap").containsExactly(OPENED);
    assertThat(told().onset()).isEqualTo(Bench.instant(121));
  }

  @Test
  void delaysAreCountedByMeasuredTime() {
    mine.memory = new Bench(Plans.methane(1, 30, 20)).memory;
    assertThat(late(0, "T0", 1.2)).isEmpty();
    assertThat(late(20, "T0", 1.2)).isEmpty();
    assertThat(late(40, "T0", 0.4)).as("was reached for 30 s before").containsExactly(OPENED);
    assertThat(told().onset()).isEqualTo(Bench.instant(0));
    assertThat(told().measured()).isEqualTo(Bench.instant(20));
    assertThat(late(50, "T0", 0.4)).isEmpty();
    assertThat(late(60, "T0", 0.4)).containsExactly(CLEARED);
  }

  @Test
  void doubledMessagesAreJudgedOnceInWhicheverLaneTheyCame() {
    late(20, "T0", 1.2, Quality.GOOD, 7);
    assertThat(late(20, "T0", 1.2, Quality.GOOD, 7)).isEmpty();
    mine.readings(live(30, 1.2), NOW, 8);
    assertThat(late(30, "T0", 1.2, Quality.GOOD, 8)).isEmpty();
    assertThat(mine.memory.tally().backfill()).isEqualTo(1);
  }

  @Test
  void aMessageThatLaterOnesOvertookIsJudgedAsOfThePast() {
    mine.readings(live(30, 0.2), 31, 9);
    mine.readings(live(20, 1.2), 32, 8);

    assertThat(mine.kinds()).containsExactly(OPENED);
    assertThat(told().lane()).isEqualTo(Lane.BACKFILL);
    assertThat(told().onset()).isEqualTo(Bench.instant(20));
    assertThat(mine.memory.tally().readings()).isEqualTo(new Summary.Readings(1, 1, 1));
  }

  @Test
  void anOvertakenReadingEndsNoRunOfTheBacklog() {
    assertThat(late(20, "T0", 1.2)).containsExactly(OPENED);
    mine.readings(live(NOW + 30, 0.2), NOW + 31, 9);
    mine.readings(live(NOW + 20, 1.2), NOW + 32, 8);
    assertThat(mine.kinds()).as("a run of its own").containsExactly(OPENED);
    mine.memory = ListTape.copy(mine.memory);
    assertThat(late(30, "T0", 1.2)).isEmpty();

    assertThat(late(40, "T0", 0.3)).as("the run goes on").containsExactly(CLEARED);
    assertThat(told().onset()).isEqualTo(Bench.instant(20));
  }

  @Test
  void whatASecondGatewayTellsLaterIsADouble() {
    mine.readings(live(30, 1.2), 31, 9);
    mine.last = new Verdicts();
    Origin other = new Origin("t", new GatewayId("gw-2"), "s", 5, Lane.LIVE, Bench.millis(32));
    Moment moment = new Moment(Bench.millis(32), Bench.START);
    MineJudge.onReadings(mine.memory, live(30, 1.2), other, moment, mine.last);

    assertThat(mine.kinds()).isEmpty();
    assertThat(mine.memory.tally().readings()).isEqualTo(new Summary.Readings(1, 0, 1));
  }

  @Test
  void whatCannotBeIsRefusedWithItsReason() {
    late(10, "T9", 1);
    assertThat(reasons()).containsExactly(RejectReason.UNKNOWN_POINT);
    late(10, "T0", 101);
    assertThat(reasons()).containsExactly(RejectReason.IMPOSSIBLE_VALUE);
    late(10, "T0", Double.NaN);
    assertThat(reasons()).containsExactly(RejectReason.NOT_A_NUMBER);
    late(Bench.batch("T0", 1, "m", Bench.millis(10), Quality.GOOD), number++);
    assertThat(reasons()).containsExactly(RejectReason.WRONG_UNIT);
    late(NOW + 100_000, "T0", 1);
    assertThat(reasons()).containsExactly(RejectReason.ABSURD_TIME);
    assertThat(mine.memory.tally().rejected()).isEqualTo(5);
    assertThat(mine.memory.tally().backfill()).isZero();
  }

  private List<RejectReason> reasons() {
    return mine.last.rejections().stream().map(Rejection::reason).toList();
  }

  @Test
  void aReadingWithoutAMeasurementBlindsThePastExcursion() {
    late(10, "T0", 1.2);
    assertThat(late(20, "T0", Double.NaN, Quality.DISCONNECTED, number++)).containsExactly(BLIND);
  }

  @Test
  void aCallForHelpThatComesLateIsToldOnceAndEndsWithIt() {
    PeopleRule rule = Pit.rule(PeopleRule.Asks.DISTRESS, 0, 0, 60);
    mine.memory = new Bench(Plans.plan(1, List.of(), List.of(rule))).memory;

    assertThat(lateFix(10, false)).isEmpty();
    assertThat(lateFix(20, true)).containsExactly(OPENED);
    assertThat(told().lane()).isEqualTo(Lane.BACKFILL);
    assertThat(told().subject().toString()).isEqualTo("card/c1");
    assertThat(told().onset()).isEqualTo(Bench.instant(20));
    Finding opened = told();
    mine.memory = ListTape.copy(mine.memory);
    assertThat(lateFix(30, true)).isEmpty();
    assertThat(lateFix(40, false)).containsExactly(CLEARED);
    assertThat(told().id()).isEqualTo(opened.id());
    assertThat(told().fact()).isEqualTo(1);
    assertThat(mine.memory.backlog.isEmpty()).isTrue();
    mine.timeIs(NOW);
    assertThat(mine.last.summary().underground()).as("nobody is placed by it").isZero();
  }

  private List<FindingKind> lateFix(int measured, boolean distress) {
    mine.last = new Verdicts();
    Fix fix =
        new Fix(
            new CardId("c1"),
            Bench.instant(measured),
            true,
            new ZoneId("face"),
            null,
            "",
            0,
            false,
            distress);
    MineJudge.onFixes(
        mine.memory,
        List.of(fix),
        List.of(),
        mine.origin(NOW, number++, Lane.BACKFILL),
        new Moment(Bench.millis(NOW), Bench.START),
        mine.last);
    return mine.kinds();
  }

  @Test
  void nothingIsKeptWhenTheLaneHasBeenQuietForLong() {
    late(10, "T0", 1.2);
    assertThat(mine.memory.backlog.isEmpty()).isFalse();
    mine.timeIs(NOW + 600);
    assertThat(mine.memory.backlog.isEmpty()).isFalse();
    mine.timeIs(NOW + 606);
    assertThat(mine.memory.backlog.isEmpty()).isTrue();
    assertThat(late(20, "T0", 1.2)).containsExactly(OPENED);
  }

  @Test
  void aNewPlanBeginsItAnewAndTheMemoryIsSavedWithIt() {
    late(10, "T0", 1.2);
    mine.memory = ListTape.copy(mine.memory);
    assertThat(late(20, "T0", 1.6)).containsExactly(RAISED);
    var points = List.of(Plans.point("T0", Measure.METHANE, "r"));
    mine.plan(NOW, Plans.plan(2, points, List.of(Plans.rule("r", 0, 0))));
    assertThat(late(30, "T0", 1.6)).containsExactly(OPENED, RAISED);
    assertThat(told().planVersion()).isEqualTo(2);
  }
}
