package io.minewatch.series.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.series.server.Flavour;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlavoursTest {
  @ParameterizedTest
  @CsvSource({
    "1.6.7~rc0, '', V1",
    "1.8.10, InfluxDB, V1",
    "v2.7.1, '', V2",
    "3.0.0, '', V2",
    "v2.7.4, questDB/1.0, QUESTDB",
    "'', '', V2"
  })
  void aServerIsKnownByWhatItSaysOfItself(String version, String product, Flavour expected) {
    assertThat(Flavours.of(version, product)).isEqualTo(expected);
  }
}
