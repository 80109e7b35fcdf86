package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static io.minewatch.domain.finding.FindingKind.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How a finding clears: readings beyond restore for 60 s, one every 10 s, dark after 60 s. The
 * alarm is at 1.0, restore below 1.0.
 */
class HoldTest {
  private final Bench mine = new Bench(Plans.methane(1, 0, 60));

  @BeforeEach
  void inExcursion() {
    mine.reading(0, "T0", 1.2);
  }

  /** Reads 0.5 every 10 s; gives the second at which it cleared, or -1. */
  private int safeEveryTenSeconds(int from, int to) {
    for (int second = from; second <= to; second += 10) {
      mine.timeIs(second);
      if (mine.reading(second, "T0", 0.5).contains(CLEARED)) {
        return second;
      }
    }
    return -1;
  }

  @Test
  void clearsWithTheReadingThatEndsTheHold() {
    assertThat(safeEveryTenSeconds(10, 1000)).isEqualTo(70);
    assertThat(mine.last.findings().get(0).measured()).isEqualTo(Bench.instant(70));
  }

  @ParameterizedTest(name = "safe from 10 s on and again at {0} s: cleared {1}")
  @CsvSource({"69, false", "70, true", "71, true"})
  void theEdgeOfTheHoldIsTheHoldItself(int second, boolean cleared) {
    mine.reading(10, "T0", 0.5);
    mine.reading(40, "T0", 0.5);

    assertThat(mine.reading(second, "T0", 0.5).contains(CLEARED)).isEqualTo(cleared);
  }

  @ParameterizedTest(name = "{0} at 40 s begins the hold again: cleared at {1} s")
  @CsvSource({"0.99, 70", "1.0, 110", "1.2, 110"})
  void whatIsNotRestoredBeginsTheHoldAgainEvenBelowTheAlarm(double value, int cleared) {
    safeEveryTenSeconds(10, 30);
    assertThat(mine.reading(40, "T0", value)).isEmpty();

    assertThat(safeEveryTenSeconds(50, 1000)).isEqualTo(cleared);
  }

  @Test
  void aWorseStepWithinTheHoldIsRaisedAndTheHoldBeginsAgain() {
    safeEveryTenSeconds(10, 30);
    assertThat(mine.reading(40, "T0", 1.6)).containsExactly(RAISED);

    assertThat(safeEveryTenSeconds(50, 1000)).isEqualTo(110);
  }

  @Test
  void silenceWithinTheHoldBlindsAndTheHoldBeginsAgain() {
    safeEveryTenSeconds(10, 60);
    assertThat(mine.timeIs(121)).containsExactly(BLIND);
    assertThat(mine.reading(130, "T0", 0.5)).containsExactly(SEEN);

    assertThat(safeEveryTenSeconds(140, 1000)).isEqualTo(190);
  }

  @ParameterizedTest(name = "nobody listened; next measured at {0} s: cleared {1}")
  @CsvSource({"70, true", "71, false", "700, false"})
  void aGapThatNobodyNoticedBeginsTheHoldAgain(int next, boolean cleared) {
    mine.reading(10, "T0", 0.5);
    mine.resumed = Bench.millis(next); // our own downtime blinds nobody
    mine.timeIs(next);

    assertThat(mine.reading(next, "T0", 0.5).contains(CLEARED)).isEqualTo(cleared);
    if (!cleared) {
      assertThat(safeEveryTenSeconds(next + 10, next + 1000)).isEqualTo(next + 60);
    }
  }

  @Test
  void readingsThatLayInAQueueCountByTheirMeasuredTimes() {
    List<Object> kinds = new ArrayList<>();
    mine.resumed = Bench.millis(500);
    for (int second = 10; second <= 70; second += 10) {
      kinds.addAll(
          mine.readings(
              Bench.batch("T0", 0.5, "%CH4", Bench.millis(second), Quality.GOOD), 500, -1));
    }

    assertThat(kinds).containsExactly(CLEARED);
  }

  @Test
  void doubledAndLateReadingsCountForNothing() {
    mine.reading(10, "T0", 0.5);
    for (int again = 0; again < 20; again++) {
      assertThat(
              mine.readings(Bench.batch("T0", 0.5, "%CH4", Bench.millis(10), Quality.GOOD), 70, -1))
          .isEmpty();
      assertThat(
              mine.readings(Bench.batch("T0", 0.5, "%CH4", Bench.millis(5), Quality.GOOD), 80, -1))
          .isEmpty();
    }
    MineJudge.onReadings(
        mine.memory,
        Bench.batch("T0", 0.5, "%CH4", Bench.millis(70), Quality.GOOD),
        mine.origin(81, -1, Lane.BACKFILL),
        new Moment(Bench.millis(81), Bench.START),
        mine.last);
    assertThat(mine.last.findings()).as("the backfill lane ends no hold of now").isEmpty();
  }

  @Test
  void oneStampInTheFutureEndsNoHold() {
    mine.reading(10, "T0", 0.5);
    assertThat(
            mine.readings(Bench.batch("T0", 0.5, "%CH4", Bench.millis(4000), Quality.GOOD), 20, -1))
        .isEmpty();

    // What is known before a stamp that cannot be, and at it, does not count: the hold begins
    // again.
    assertThat(safeEveryTenSeconds(30, 1000)).isEqualTo(90);
  }

  @Test
  void calibrationWithinTheHoldBeginsItAgain() {
    safeEveryTenSeconds(10, 30);
    assertThat(mine.reading(40, "T0", 0.1, Quality.CALIBRATION)).isEmpty();

    assertThat(safeEveryTenSeconds(50, 1000)).isEqualTo(110);
  }
}
