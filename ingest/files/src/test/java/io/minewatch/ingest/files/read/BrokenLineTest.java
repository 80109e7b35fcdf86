package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.Dropped.readings;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.FileReading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BrokenLineTest {
  private static final String POINT = "14092102133701MN0001A001";

  @Test
  void aBrokenLineHasAStateAndNoValue() {
    var readings =
        readings(
                Dropped.read(
                    "CDSS",
                    file(
                        POINT + ";环境瓦斯;;;%;断线;2026-01-01 07:59:58",
                        POINT + ";环境瓦斯;;--;;16;2026-01-01 07:59:58",
                        POINT + ";环境瓦斯;;0.00;%;断线;2026-01-01 07:59:58")))
            .readings();

    assertThat(readings)
        .extracting(FileReading::quality)
        .containsExactly(Quality.DISCONNECTED, Quality.SUBSTATION_FAULT, Quality.DISCONNECTED);
    assertThat(readings).extracting(FileReading::hasValue).containsExactly(false, false, true);
  }

  @Test
  void overTheRangeIsToldWithoutANumberToo() {
    var readings =
        readings(
                Dropped.read(
                    "CDSS",
                    file(
                        POINT + ";环境瓦斯;;;%;8;2026-01-01 07:59:58",
                        POINT + ";环境瓦斯;;溢出;%;8;2026-01-01 07:59:58",
                        POINT + ";环境瓦斯;;0;%;溢出;2026-01-01 07:59:58",
                        POINT + ";环境瓦斯;;9999;%;8;2026-01-01 07:59:58")))
            .readings();

    assertThat(readings).extracting(FileReading::quality).containsOnly(Quality.OVER_RANGE);
    assertThat(readings)
        .extracting(FileReading::hasValue)
        .containsExactly(false, false, true, true);
  }

  @Test
  void aBrokenLineOfAnyOtherSystemIsToldToo() {
    assertThat(
            readings(
                    new FileReader(Dropped.FORMATS, Dropped.WORDS, FileRules.NATIONAL)
                        .read(
                            new Arrival(
                                Dropped.name("YSLCDSS"),
                                file("W1;断线;;2026-01-01 07:59:58").getBytes(StandardCharsets.UTF_8),
                                Dropped.MADE,
                                Dropped.NOW)))
                .readings())
        .singleElement()
        .satisfies(each -> assertThat(each.quality()).isEqualTo(Quality.DISCONNECTED))
        .satisfies(each -> assertThat(each.hasValue()).isFalse());
    assertThat(readings(Dropped.read("QRXSS", file("Q1;2026-01-01 07:59:58;--;断线"))).readings())
        .singleElement()
        .satisfies(each -> assertThat(each.quality()).isEqualTo(Quality.DISCONNECTED));
  }
}
