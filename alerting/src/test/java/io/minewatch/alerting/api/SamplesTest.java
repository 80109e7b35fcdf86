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
}
