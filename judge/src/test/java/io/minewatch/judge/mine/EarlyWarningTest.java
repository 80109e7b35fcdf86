package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EarlyWarningTest {
  private final Bench mine = new Bench(Early.methane(1, 2, Early.CHANGE, Early.LOST));
  private final List<Finding> told = new ArrayList<>();

  private void at(int second, double value) {
    mine.reading(second, "T0", value);
    told.addAll(mine.last.findings());
  }

  private void course(Bench bench, int from, int to, IntToDoubleFunction value) {
    for (int second = from; second < to; second += 10) {
      bench.reading(second, "T0", value.applyAsDouble(second));
      told.addAll(bench.last.findings());
      bench.timeIs(second);
      told.addAll(bench.last.findings());
    }
  }

  private static List<String> names(List<Finding> findings) {
    return findings.stream().map(f -> f.rule() + " " + f.kind()).toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"0.74, 0", "0.75, 1", "0.76, 1"})
  void theOfficialLevelIsAnEarlyWarningAndNotAnAlarm(double value, int found) {
    at(0, value);

    assertThat(told).hasSize(found);
    for (Finding warning : told) {
      assertThat(warning.check()).isEqualTo(Check.CHANGE);
      assertThat(warning.hazard()).isEqualTo(Hazard.GAS);
      assertThat(warning.severity()).isEqualTo(Severity.BLUE);
      assertThat(warning.limit()).isEqualTo(0.75);
      assertThat(warning.detail()).containsEntry("against", "LEVEL");
      assertThat(warning.id())
          .isEqualTo(FindingIds.of(Plans.MINE, "T0", "change", Bench.instant(0)));
    }
  }

  @ParameterizedTest(name = "from 0.30 to {0}: {1}")
  @CsvSource({"0.49, 0", "0.50, 0", "0.51, 1"})
  void theOfficialChangeMustBeMoreThanItsAmount(double value, int found) {
    course(mine, 0, 600, second -> 0.30);
    at(600, value);

    assertThat(told).hasSize(found);
    for (Finding warning : told) {
      assertThat(warning.detail())
          .containsEntry("against", "WINDOW")
          .containsEntry("reference", "0.3000");
      assertThat(warning.limit()).isEqualTo(0.5, within(1e-6));
    }
  }

  @Test
  void whatIsHeldAgainstThreeThingsIsOneFindingAndHasOneEnd() {
    course(mine, 0, 600, second -> 0.30);
    course(mine, 600, 660, second -> 0.80); // by level and by change
    course(mine, 660, 1_200, second -> 0.30);

    assertThat(names(told)).containsExactly("change OPENED", "change CLEARED");
    assertThat(told.get(1).peak()).isEqualTo(0.80);
    assertThat(told.get(1).measured()).isEqualTo(Bench.instant(780)); // two minutes of calm
  }

  @Test
  void aWarningThatStandsWhileThePointFallsSilentHoldsOneColourHigherAndIsAFindingOfItsOwn() {
    at(0, 0.80);
    mine.timeIs(61);

    assertThat(names(mine.last.findings())).containsExactly("lost OPENED", "change BLIND");
    Finding lost = mine.last.findings().get(0);
    assertThat(lost.check()).isEqualTo(Check.TREND);
    assertThat(lost.severity()).isEqualTo(Severity.ORANGE);
    assertThat(lost.onset()).isEqualTo(Bench.instant(0));
    assertThat(lost.value()).isEqualTo(0.80);
    assertThat(lost.quality()).isEqualTo(Quality.STALE);
    assertThat(lost.detail()).containsEntry("lost", "RISING");
    assertThat(mine.last.findings().get(1).severity()).isEqualTo(Severity.YELLOW);
    assertThat(mine.timeIs(6_000)).isEmpty(); // silence clears nothing

    mine.reading(6_001, "T0", 0.80);
    assertThat(names(mine.last.findings())).containsExactly("change SEEN", "lost CLEARED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Quality.class,
      names = {"SENSOR_FAULT", "DISCONNECTED", "SUBSTATION_FAULT"})
  void aFaultWhileAWarningStandsIsTheSameAsSilence(Quality quality) {
    at(0, 0.80);
    mine.reading(10, "T0", Double.NaN, quality);
    assertThat(names(mine.last.findings())).containsExactly("lost OPENED", "change BLIND");
    mine.reading(20, "T0", Double.NaN, quality);

    assertThat(mine.last.findings()).isEmpty();
  }

  @Test
  void aPeakOfCalibrationIsNoWarningAndNoAlarmAndClearsNothing() {
    mine.reading(0, "T0", 2.0, Quality.CALIBRATION);
    assertThat(mine.last.findings()).isEmpty();
    at(10, 0.80);
    for (int second = 20; second < 600; second += 10) {
      mine.reading(second, "T0", 2.0, Quality.CALIBRATION);
      assertThat(mine.last.findings()).as("second %d", second).isEmpty();
    }
    assertThat(names(told)).containsExactly("change OPENED");
  }

  @Test
  void aPointThatIsNotRisingIsLostWithoutAFindingOfItsOwn() {
    at(0, 0.40);
    mine.timeIs(61);

    assertThat(mine.last.findings()).isEmpty();
  }

  @Test
  void aPlanThatWatchesNoLongerEndsWhatIsOpenBlindAndOneThatDoesGoesOn() {
    at(0, 0.80);
    mine.plan(1, Early.methane(2, 1, Early.CHANGE, Early.LOST));
    assertThat(mine.last.findings()).isEmpty();
    mine.memory = ListTape.copy(mine.memory);
    course(mine, 10, 200, second -> 0.30);
    assertThat(names(told)).containsExactly("change OPENED", "change CLEARED");

    at(300, 0.80);
    mine.plan(301, Early.methane(3, 1));
    assertThat(names(mine.last.findings())).containsExactly("change BLIND");
    assertThat(mine.last.findings().get(0).planVersion()).isEqualTo(3);
  }

  private static double climb(int second) {
    return 0.2 + 0.0005 * second;
  }

  private Bench climbing(int until) {
    Bench bench = new Bench(Early.methane(1, 2, Early.TREND, Early.LOST));
    course(bench, 0, until, EarlyWarningTest::climb);
    return bench;
  }

  @Test
  void aForecastIsShownOnlyWhereForecastsHaveBeatenStandingStill() {
    Bench bench = climbing(660); // 5 forecasts must have been scored
    bench.timeIs(661);
    assertThat(bench.last.summary().outlooks()).isEmpty();
    assertThat(told).isEmpty();

    course(bench, 660, 1_400, EarlyWarningTest::climb); // reaches 1.0 at second 1,600
    bench.timeIs(1_401);

    assertThat(names(told)).containsExactly("trend OPENED");
    Finding heading = told.get(0);
    assertThat(heading.check()).isEqualTo(Check.TREND);
    assertThat(heading.hazard()).isEqualTo(Hazard.GAS);
    assertThat(heading.limit()).isEqualTo(1.0);
    assertThat(heading.detail()).containsKeys("earliest", "likely", "latest", "skill", "scored");
    var outlook = bench.last.summary().outlooks().get(0);
    assertThat(outlook.point()).hasToString("T0");
    assertThat(outlook.level()).isEqualTo(1.0);
    assertThat(outlook.likely()).isBetween(Bench.instant(1_590), Bench.instant(1_610));
    assertThat(outlook.earliest()).isBeforeOrEqualTo(outlook.likely());
  }

  @Test
  void aFaultyPointDoesNotKeepTheForecastOfAnotherOpen() {
    Bench bench = climbing(1_400);
    told.clear();
    for (int second = 1_400; second < 2_400; second += 10) {
      bench.reading(second, "T1", Double.NaN, Quality.SENSOR_FAULT);
      bench.reading(second, "T0", 0.9);
      told.addAll(bench.last.findings());
    }

    assertThat(names(told)).contains("trend CLEARED");
  }

  @Test
  void noiseIsNotShownAndNotFound() {
    Bench bench = new Bench(Early.methane(1, 1, Early.TREND, Early.LOST));
    Random random = new Random(7);
    course(bench, 0, 40_000, second -> 0.5 + 0.02 * random.nextGaussian());
    bench.timeIs(40_001);

    assertThat(told.size()).as("of 660 lines").isLessThan(20);
  }

  @Test
  void aPointThatIsLostWhileClearlyRisingIsFoundAlsoWhereNoForecastIsShown() {
    Bench bench = climbing(660);
    bench.timeIs(720);

    assertThat(names(bench.last.findings())).containsExactly("lost OPENED");
    assertThat(bench.last.findings().get(0).value()).isEqualTo(climb(650));
  }

  @Test
  void aForecastEndsWhenThePointStandsStillAndHoldsBlindWhenItIsLost() {
    Bench bench = climbing(1_400);
    told.clear();
    bench.timeIs(1_500);
    assertThat(names(bench.last.findings())).containsExactly("lost OPENED", "trend BLIND");
    assertThat(bench.last.findings().get(1).severity()).isEqualTo(Severity.YELLOW);
    course(bench, 1_500, 2_400, second -> 0.9);

    assertThat(told).extracting(Finding::kind).contains(CLEARED).doesNotContain(BLIND, OPENED);
    assertThat(names(told)).contains("lost CLEARED", "trend CLEARED");
    assertThat(told).filteredOn(f -> f.kind() == SEEN).hasSizeLessThanOrEqualTo(1);
  }
}
