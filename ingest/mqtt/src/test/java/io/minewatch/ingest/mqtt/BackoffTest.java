package io.minewatch.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  @Test
  void doublesUpToItsCap() {
    assertThat(BACKOFF.delay(1, 1)).isEqualTo(Duration.ofMillis(200));
    assertThat(BACKOFF.delay(2, 1)).isEqualTo(Duration.ofMillis(400));
    assertThat(BACKOFF.delay(7, 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(BACKOFF.delay(Integer.MAX_VALUE, 1)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void spreadsOverTheUpperHalf() {
    assertThat(BACKOFF.delay(1, 0)).isEqualTo(Duration.ofMillis(100));
    assertThat(BACKOFF.delay(1, 0.5)).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void refusesTheImpossible() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("0 < first <= cap");
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("0 < first <= cap");
    assertThatThrownBy(() -> BACKOFF.delay(0, 0.5)).hasMessageContaining("failures >= 1");
    assertThatThrownBy(() -> BACKOFF.delay(1, Double.NaN)).hasMessageContaining("chance");
  }
}
