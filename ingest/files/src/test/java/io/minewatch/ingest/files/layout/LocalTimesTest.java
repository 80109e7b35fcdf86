package io.minewatch.ingest.files.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-01-01 08:00:00, 2026-01-01T00:00:00Z",
    "2026/01/01 08:00:00, 2026-01-01T00:00:00Z",
    "2026-01-01T08:00:00, 2026-01-01T00:00:00Z",
    "2026-01-01 08:00, 2026-01-01T00:00:00Z",
    "2026-01-01 08:00:00.5, 2026-01-01T00:00:00.500Z",
    "2026-01-01 08:00:00.123456789, 2026-01-01T00:00:00.123Z",
    "20260101080000, 2026-01-01T00:00:00Z",
    "2024-02-29 07:59:59, 2024-02-28T23:59:59Z",
  })
  void isTheMinesWallClock(String text, Instant expected) {
    assertThat(LocalTimes.CHINA.read(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "\"{0}\" is no time")
  @ValueSource(
      strings = {
        "",
        "2026-01-01",
        "xxxx-xx-xx xx:xx:xx",
        "2026-02-30 08:00:00",
        "2026-01-01 24:00:00",
        "2026-01-01 08:00:60",
        "0001-01-01 00:00:00",
        "2026-01-01 08:00:00.",
        "2026-01-01 08:00:00Z",
        "2026-1-1 8:00:00",
        "202601010800001",
        "2026010108000x",
        "２０２６-01-01 08:00:00"
      })
  void anythingElseIsNone(String text) {
    assertThat(LocalTimes.CHINA.read(text)).isNull();
  }

  @Test
  void whatIsWrittenIsReadAgainTheSame() {
    Random random = new Random(20_260_101);
    for (int i = 0; i < 10_000; i++) {
      Instant time =
          Instant.ofEpochSecond((long) (random.nextDouble() * 4_000_000_000L) + 800_000_000L);

      assertThat(LocalTimes.CHINA.read(LocalTimes.CHINA.write(time))).isEqualTo(time);
      assertThat(LocalTimes.CHINA.read(LocalTimes.CHINA.writeDigits(time))).isEqualTo(time);
    }
  }
}
