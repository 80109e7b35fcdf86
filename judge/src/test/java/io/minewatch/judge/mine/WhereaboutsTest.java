package io.minewatch.judge.mine;

import static io.minewatch.domain.withdrawal.Remaining.State.NEVER_MOVED;
import static io.minewatch.domain.withdrawal.Remaining.State.SILENT;
import static io.minewatch.domain.withdrawal.Remaining.State.UNKNOWN_PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Remaining;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts as outside, and what becomes of those whose place is not known. */
class WhereaboutsTest {
  private final Bench mine = new Bench(Plans.methane(1, 0, 0));

  private List<Remaining.State> remaining() {
    return mine.muster().remaining().stream().map(Remaining::state).toList();
  }

  @Test
  void aPositionThatSaysUndergroundAndNamesTheSurfaceLetsNobodyOut() {
    mine.fix(0, "a", "face");
    mine.order(10, 1, 0, "face");
    mine.contradictoryFix(20, "a", "surface");

    assertThat(mine.last.rejections())
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.CONTRADICTORY_POSITION);
    assertThat(mine.memory.people.underground()).isEqualTo(1);
    assertThat(remaining()).containsExactly(UNKNOWN_PLACE);
    assertThat(mine.muster().remaining().get(0).zone().value()).isEqualTo("face");
    mine.fix(30, "a", "surface");
    assertThat(remaining()).isEmpty();
  }

  @Test
  void aPositionThatSaysOutAndNamesAPlaceUndergroundLetsNobodyOut() {
    mine.order(10, 1, 0, "face");
    mine.contradictoryFix(20, "a", "face");

    assertThat(remaining()).hasSize(1);
    assertThat(mine.last.muster().zones().get(0).people()).isEqualTo(1);
  }

  @Test
  void aCardFirstSeenInAnUnknownZoneIsOnEveryOrdersListAndCountedAsUnplaced() {
    mine.fix(0, "silent", "face");
    mine.fix(0, "lost", "nowhere");
    mine.order(200, 1, 0, "face");

    assertThat(remaining()).containsExactly(UNKNOWN_PLACE, SILENT);
    assertThat(mine.muster().remaining().get(0).zone()).isNull();
    assertThat(mine.muster().remaining().get(0).inZoneSince()).isEqualTo(Bench.instant(0));
    assertThat(mine.last.muster().unplaced()).isEqualTo(1);
    mine.fix(210, "later", "nowhere");
    assertThat(remaining()).containsExactly(UNKNOWN_PLACE, UNKNOWN_PLACE, SILENT);
    assertThat(mine.last.muster().unplaced()).isEqualTo(2);
  }

  @Test
  void aCardThatIsLostElsewhereMayBeInsideUntilItIsSeenSomewhere() {
    mine.fix(0, "a", "return");
    mine.order(Grade.CALL_BACK, 10, 1, 0, "face");
    assertThat(mine.muster().listed()).isZero();
    mine.fix(20, "a", "nowhere");

    assertThat(remaining()).containsExactly(UNKNOWN_PLACE);
    assertThat(mine.last.muster().unplaced()).as("last seen in the return").isZero();
    mine.fix(100, "a", "return");
    assertThat(remaining()).isEmpty();
    assertThat(mine.muster().provenAt()).isEqualTo(Bench.instant(100));
  }

  @ParameterizedTest(name = "ordered {0}, gone to another place underground: {1} remain")
  @CsvSource({"CALL_BACK, 0", "NEAREST_SAFE_PLACE, 0", "SURFACE, 1"})
  void anotherPlaceUndergroundIsOutsideUnlessTheOrderSaysSurface(Grade grade, int remain) {
    mine.fix(0, "a", "face");
    mine.order(grade, 10, 1, 0, "face");
    mine.fix(20, "a", "return");

    assertThat(remaining()).hasSize(remain);
    mine.fix(30, "a", "surface");
    mine.timeIs(31);
    assertThat(remaining()).isEmpty();
  }

  @ParameterizedTest(name = "ordered {0} after going to another place underground: {1} remain")
  @CsvSource({"CALL_BACK, 0", "NEAREST_SAFE_PLACE, 0", "SURFACE, 1"})
  void theSameHoldsForThoseWhoLeftBeforeTheOrder(Grade grade, int remain) {
    mine.fix(5, "a", "face");
    mine.fix(8, "a", "return");
    mine.order(grade, 10, 1, 5, "face");

    assertThat(mine.muster().listed()).isEqualTo(1);
    assertThat(remaining()).hasSize(remain).allMatch(NEVER_MOVED::equals);
  }

  @Test
  void whoWasSeenOutAndGoesDownElsewhereIsNotListedAgain() {
    mine.fix(0, "a", "face");
    mine.order(10, 1, 0, "face");
    mine.fix(20, "a", "surface");
    mine.fix(100, "a", "return");
    mine.timeIs(101);
    assertThat(remaining()).isEmpty();
    mine.fix(110, "a", "face");
    assertThat(remaining()).hasSize(1);
  }

  @Test
  void whoWentElsewhereAndIsNotHeardThereRemains() {
    mine.fix(0, "a", "face");
    mine.order(Grade.CALL_BACK, 10, 1, 0, "face");
    mine.fix(20, "a", "return");
    mine.fix(110, "other", "return");
    mine.timeIs(110);
    assertThat(remaining()).isEmpty();
    mine.timeIs(115);
    assertThat(remaining()).containsExactly(SILENT);
    assertThat(mine.muster().provenAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Grade.class)
  void whoLeftTheMineNeedsNoFurtherWord(Grade grade) {
    mine.fix(0, "a", "face");
    mine.order(grade, 10, 1, 0, "face");
    mine.fix(20, "a", "surface");
    mine.timeIs(1000);

    assertThat(remaining()).isEmpty();
    assertThat(mine.muster().provenAt()).isEqualTo(Bench.instant(20));
  }

  @ParameterizedTest(name = "measured at {0} s, received at {1} s, ordered at 100 s: proven {2}")
  @CsvSource({
    "101, 101, true",
    "100, 101, false",
    "101, 100, false",
    "99, 99, false",
    "3000, 99, false", // a clock that runs ahead
    "3000, 101, true",
    "50, 200, false", // lay in a queue
    "101, 200, true"
  })
  void aProofRestsOnPositionsMadeAndReceivedAfterTheOrder(
      int measured, int received, boolean proven) {
    mine.fixAt(received, measured, "a", "surface");
    mine.order(100, 1, 0, "face");

    assertThat(mine.muster().remaining()).isEmpty();
    assertThat(mine.muster().provenAt() != null).isEqualTo(proven);
    assertThat(mine.last.muster().lastFix()).isEqualTo(Bench.instant(Math.min(measured, received)));
  }

  @Test
  void whoStandsStillIsNotOnTheWayByAClockThatRunsAhead() {
    mine.fixAt(0, 7_200, "a", "face");
    mine.fixAt(95, 7_295, "a", "face");
    mine.order(100, 1, 0, "face");

    assertThat(remaining()).containsExactly(NEVER_MOVED);
  }

  /** He was there when the clock was ahead, and is there by the right one. */
  @Test
  void whoStandsStillIsNotOnTheWayAfterTheClockWasPutRightEither() {
    mine.fixAt(0, 7_200, "a", "face");
    mine.fixAt(95, 95, "a", "face");
    mine.order(100, 1, 0, "face");

    assertThat(remaining()).containsExactly(NEVER_MOVED);
  }

  @Test
  void everybodyWhoWentElsewhereHasToBeHeardThereAfterTheOrder() {
    mine.fix(0, "a", "face");
    mine.fix(20, "a", "return");
    mine.order(Grade.CALL_BACK, 30, 1, 0, "face");
    mine.fix(40, "other", "return");
    mine.timeIs(41);
    assertThat(remaining()).isEmpty();
    assertThat(mine.muster().provenAt()).as("a was last heard before the order").isNull();
    mine.fix(150, "a", "return");
    mine.fix(160, "other", "return");
    mine.timeIs(161);
    assertThat(mine.muster().provenAt()).isEqualTo(Bench.instant(150));
  }

  @ParameterizedTest(name = "heard since {0} s, inside since {1} s, counted at {2} s: {3}")
  @CsvSource({
    "0, 0, 89, false",
    "0, 0, 90, true",
    "0, 0, 91, true",
    "11, 10, 500, false",
    "10, 10, 500, true"
  })
  void aJudgeThatBeganToListenTooLateProvesNothing(
      int since, int inside, int counted, boolean proven) {
    mine.memory = new MineMemory(mine.memory.plan(), Bench.millis(since));
    mine.order(20, 1, inside, "face");
    mine.fix(counted, "a", "surface");
    mine.timeIs(counted);

    assertThat(mine.muster().remaining()).isEmpty();
    assertThat(mine.muster().provenAt() != null).isEqualTo(proven);
  }
}
