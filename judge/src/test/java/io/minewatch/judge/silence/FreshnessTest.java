package io.minewatch.judge.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
  @ParameterizedTest(name = "measured {0} after {1}, received {2}: late is {3}")
  @CsvSource({
    "11, 10, 10, false",
    "10, 10, 10, true",
    "9, 10, 10, true",
    // The last stamp was 5 minutes ahead of us: still believed.
    "9, 300010, 10, true",
    // It was further ahead: a wrong clock holds nothing up, but a doubled reading stays doubled.
    "9, 300011, 10, false",
    "300011, 300011, 10, true"
  })
  void tellsLateFromAWrongClockPutRight(long measured, long last, long received, boolean expected) {
    assertThat(Freshness.isLate(measured, last, received)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "received {0}, resumed {1}, now {2}: dark is {3}")
  @CsvSource({
    "0, 0, 59999, false",
    "0, 0, 60000, false",
    "0, 0, 60001, true",
    "0, 50000, 110000, false",
    "0, 50000, 110001, true",
    "90000, 50000, 110001, false"
  })
  void isDarkWhenSilentForLongerThanAllowedSinceHeardOrSinceWeListenAgain(
      long received, long resumed, long now, boolean expected) {
    assertThat(Freshness.isDark(received, resumed, 60_000, now)).isEqualTo(expected);
  }
}
