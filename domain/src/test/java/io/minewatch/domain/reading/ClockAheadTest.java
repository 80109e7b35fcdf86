package io.minewatch.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockAheadTest {
  private static final Instant CAME = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest(name = "ahead by {0} ms: far {1}, absurd {2}")
  @CsvSource({
    "-86400001, false, false",
    "0, false, false",
    "300000, false, false",
    "300001, true, false",
    "86400000, true, false",
    "86400001, true, true"
  })
  void aClockIsFarAheadAfterFiveMinutesAndAbsurdAfterADay(long ahead, boolean far, boolean absurd) {
    Instant stamp = CAME.plusMillis(ahead);

    assertThat(ClockAhead.isFar(Duration.ofMillis(ahead))).isEqualTo(far);
    assertThat(ClockAhead.isFar(stamp, CAME)).isEqualTo(far);
    assertThat(ClockAhead.isFar(stamp.toEpochMilli(), CAME.toEpochMilli())).isEqualTo(far);
    assertThat(ClockAhead.isAbsurd(stamp.toEpochMilli(), CAME.toEpochMilli())).isEqualTo(absurd);
  }

  /** By a gateway's clock that is itself as far behind as one may be that is not wrong. */
  @Test
  void whatAGatewayTakesIsAbsurdToNobody() {
    long stamp = CAME.plus(ClockAhead.FARTHEST).toEpochMilli();

    assertThat(ClockAhead.isAbsurd(stamp, CAME.minus(ClockAhead.FAR).toEpochMilli())).isFalse();
    assertThat(ClockAhead.FARTHEST).hasToString("PT23H55M");
  }
}
