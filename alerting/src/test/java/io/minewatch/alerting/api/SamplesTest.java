package io.minewatch.alerting.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.api.SeriesHistory.Samples;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Duration SILENT = Duration.ofSeconds(75);

  /** A day of a point that is heard every 25 s: many values, and each as it was recorded. */
  private static Samples day(Duration step) {
    List<Long> times = Collections.nCopies(3_456, 0L);
    return new Samples(times, Collections.nCopies(3_456, 0.5), step);
  }

  @Test
  void onlyTheStepOfTheStoreMayBeLongerThanASilence() {
    assertThat(day(Duration.ZERO).brokenAfter(SILENT)).isEqualTo(SILENT);
    assertThat(day(Duration.ofSeconds(43)).brokenAfter(SILENT)).isEqualTo(SILENT);
    Duration coarse = Duration.ofSeconds(90);
    assertThat(day(coarse).brokenAfter(SILENT)).isEqualTo(coarse);
  }

  @Test
  void aThinnedCurveIsBrokenAtEverySilenceOfTheLengthThatItsCaptionNames() {
    assertThat(day(Duration.ZERO).surelyBrokenFrom(SILENT)).isNull();
    for (long step : new long[] {10_000, 43_236, 90_000}) {
      for (long silent : new long[] {60_000, 75_000}) {
        Samples curve = day(Duration.ofMillis(step));
        long broken = curve.brokenAfter(Duration.ofMillis(silent)).toMillis();
        long surely = curve.surelyBrokenFrom(Duration.ofMillis(silent)).toMillis();
        assertThat(narrowest(step, surely)).as(step + " " + silent).isGreaterThan(broken);
        assertThat(narrowest(step, surely - 1))
            .as("what is shorter may be drawn through")
            .isLessThanOrEqualTo(broken);
      }
    }
    assertThat(day(Duration.ofMillis(43_236)).surelyBrokenFrom(Duration.ofSeconds(60)))
        .isEqualTo(Duration.ofMillis(2 * 43_236));
  }

  /** The least that the ends of a silence are drawn apart, wherever in a step it begins. */
  private static long narrowest(long step, long silence) {
    long narrowest = Long.MAX_VALUE;
    for (long last = 0; last < step; last++) {
      long drawnLast = step / 2; // the second value of its step
      long drawnNext = (last + silence) / step * step; // the first of the step of the next
      narrowest = Math.min(narrowest, drawnNext - drawnLast);
    }
    return narrowest;
  }
}
