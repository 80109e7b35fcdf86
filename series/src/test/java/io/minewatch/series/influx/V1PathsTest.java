package io.minewatch.series.influx;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class V1PathsTest {
  @ParameterizedTest
  @CsvSource({
    "http://h/api/v2/write?bucket=mw&org=-&precision=ms, http://h/write?db=mw&precision=ms",
    "http://h/api/v2/write?bucket=mw/y&precision=us, http://h/write?db=mw&precision=u&rp=y",
    "http://h/x/api/v2/write?bucket=a%20b&precision=s, http://h/x/write?db=a%20b&precision=s"
  })
  void theWriteOfTwoBecomesTheWriteOfOne(String from, String to) {
    assertThat(V1Paths.write(HttpUrl.get(from))).hasToString(to);
  }
}
