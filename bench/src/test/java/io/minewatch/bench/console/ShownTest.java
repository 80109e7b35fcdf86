package io.minewatch.bench.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
  @ParameterizedTest(name = "{0} after {1} s: {2}")
  @CsvSource({
    "5 s, 5, true",
    "5 s, 9, true",
    "5 s, 10, false",
    "5 s, 1, false",
    "2 min, 130, true",
    "2 min, 190, false",
    "—, 5, false"
  })
  void anAgeIsTheSecondsSinceItWasMeasured(String shown, long seconds, boolean isAge) {
    assertThat(Shown.isAge(shown, seconds)).isEqualTo(isAge);
  }
}
