package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.reading.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rain of a day. */
class RainTest extends WaterMine {
  @ParameterizedTest(name = "{0} reports of {1} mm: found {2}")
  @CsvSource({
    "50, 1, false", // exactly 50 mm is not more than 50
    "51, 1, true",
    "49, 1, false"
  })
  void rainIsSummedUp(int reports, double each, boolean found) {
    bench = new Bench(plan(1, rain(RainRule.Report.AMOUNT)));
    for (int i = 0; i < reports; i++) {
      sees(10 * i, "R", each);
    }

    assertThat(!told.isEmpty()).isEqualTo(found);
  }

  @Test
  void aCounterCountsWhatFellWhileNobodyListenedAndBeginsAgain() {
    bench = new Bench(plan(1, rain(RainRule.Report.TOTAL)));
    sees(0, "R", 700);
    sees(10, "R", 720);
    sees(3_600, "R", 5);
    sees(3_610, "R", 30);
    assertThat(told).isEmpty();
    sees(3_620, "R", 30.5);

    assertThat(told).singleElement().satisfies(f -> assertThat(f.value()).isEqualTo(50.5));
  }

  /** Of a counter that is over its range nobody knows what falls. */
  @ParameterizedTest(name = "counter at {0} mm")
  @ValueSource(doubles = {0, 800, Double.NaN})
  void rainOfACounterBeyondItsRangeIsNotOver(double sent) {
    bench = new Bench(upTo(800, rain(RainRule.Report.TOTAL)));
    sees(0, "R", 700);
    sees(10, "R", 760);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    for (int second = 20; second <= 30 * 3_600; second += 50) {
      sees(second, "R", sent, Quality.OVER_RANGE);
    }
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
  }

  @Test
  void rainOfTheLastHourIsNotCountedTwice() {
    bench = new Bench(plan(1, rain(RainRule.Report.HOUR)));
    for (int second = 0; second <= 4 * 3_600; second += 30) {
      sees(second, "R", 10);
    }
    assertThat(told).isEmpty();
    for (int second = 4 * 3_600; second <= 5 * 3_600; second += 30) {
      sees(second + 30, "R", 10);
    }
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
  }

  @Test
  void rainEndsWhenItIsADayOldAndNotWhileADayWasPartlyUnheard() {
    bench = new Bench(plan(1, rain(RainRule.Report.AMOUNT)));
    sees(0, "R", 51);
    for (int second = 600; second <= 25 * 3_600; second += 600) {
      time(second - 1);
      sees(second, "R", 0);
      sees(second + 30, "R", 0);
    }
    assertThat(kinds()).startsWith(FindingKind.OPENED).doesNotContain(FindingKind.CLEARED);

    for (int second = 25 * 3_600 + 40; second <= 50 * 3_600; second += 50) {
      sees(second, "R", 0);
    }
    assertThat(kinds()).endsWith(FindingKind.CLEARED);
  }
}
