package io.minewatch.judge.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RainTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440;

  private static Rain gauge(RainRule.Report report) {
    return new Rain(
        new RainRule(
            "r",
            "雨",
            "rain",
            new ZoneId("yard"),
            new PointId("R-1"),
            report,
            50,
            Duration.ofHours(24),
            Severity.RED,
            Duration.ofHours(1),
            new Source("test.yaml", "test", "2026-01-01", Confidence.HIGH)));
  }

  /** An amount is what fell since the one before: of a day ago it fell the day before. */
  @ParameterizedTest(name = "every {0} minutes {1} mm: {2} mm in a day")
  @CsvSource({"1440, 30, 30", "720, 10, 20", "60, 1, 24", "10, 1, 144"})
  void theRainOfADayIsThatOfOneDay(long minutes, double amount, double sum) {
    Rain rain = gauge(RainRule.Report.AMOUNT);
    for (long at = 0; at <= 3 * DAY; at += minutes) {
      rain.see(at * MINUTE, amount);
    }
    assertThat(rain.sum()).isEqualTo(sum);
  }

  @Test
  void ofAmountsAtShorterStepsUpToOneStepMoreIsHeldAndNoneLess() {
    Rain rain = gauge(RainRule.Report.AMOUNT);
    for (long at = 0; at <= 2 * DAY + 5; at++) {
      rain.see(at * MINUTE, 0.1);
    }
    assertThat(rain.sum()).isBetween(144.0 - 1e-9, 145.1);
  }

  @Test
  void whatACounterTellsIsSummedAsBefore() {
    Rain rain = gauge(RainRule.Report.TOTAL);
    for (long at = 0; at <= 3 * DAY; at += 60) {
      rain.see(at * MINUTE, at / 60.0);
    }
    assertThat(rain.sum()).isCloseTo(25, within(1e-9));
  }
}
