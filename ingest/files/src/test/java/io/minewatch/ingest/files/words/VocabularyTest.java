package io.minewatch.ingest.files.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.files.Dropped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {
  private static final Vocabulary WORDS = Dropped.WORDS;

  @ParameterizedTest(name = "state {0} is {1}")
  @CsvSource({
    "0, GOOD",
    "1, GOOD",
    "2, GOOD",
    "3, GOOD",
    "4, CALIBRATION",
    "5, CALIBRATION",
    "8, OVER_RANGE",
    "9, OVER_RANGE",
    "12, CALIBRATION",
    "16, SUBSTATION_FAULT",
    "32, NOT_PATROLLED",
    "64, PAUSED",
    "128, SENSOR_FAULT",
    "132, SENSOR_FAULT",
    "00000000, GOOD",
    "00000100, CALIBRATION",
    "10000000, SENSOR_FAULT",
    "正常, GOOD",
    "断线, DISCONNECTED",
    "负漂, UNDER_RANGE",
    "标校, CALIBRATION",
    "通信中断, SUBSTATION_FAULT",
    "未知, SUSPECT",
  })
  void aStateHasOneQuality(String written, Quality quality) {
    assertThat(WORDS.state(written)).isEqualTo(quality);
  }

  @ParameterizedTest(name = "state \"{0}\" cannot be known")
  @CsvSource({"256", "-1", "1.5", "fine", "000000001", "00000002", "99999", "''"})
  void aStateThatCannotBeKnownIsNotGuessed(String written) {
    assertThat(WORDS.state(written)).isNull();
  }

  @ParameterizedTest(name = "a vendor''s own state {0} is {1}")
  @CsvSource({"4, DISCONNECTED", "6, UNDER_RANGE", "14, GOOD", "8, CALIBRATION"})
  void aVendorsOwnListIsUsedWhereALineSaysSo(String written, Quality quality) {
    Vocabulary vendor = WORDS.with("use CODES");

    assertThat(vendor.state(written)).isEqualTo(quality);
    assertThat(vendor.state("9")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void everyMeasureIsKnownByItsOwnNameAndUnit(Measure measure) {
    assertThat(WORDS.measure(measure.chinese())).isEqualTo(measure);
    String unit = WORDS.unit(measure.unit());
    assertThat(unit).isNotNull();
    assertThat(measure.factorFrom(unit)).isEqualTo(1);
  }

  @Test
  void everyUnitThatIsKnownFitsSomeMeasure() {
    for (String unit : WORDS.table("unit").keySet()) {
      assertThat(Measure.values()).as(unit).anyMatch(m -> !Double.isNaN(m.factorFrom(unit)));
    }
  }

  @Test
  void aMinesOwnLinesGoBeforeTheBuiltInOnes() {
    Vocabulary mine = WORDS.with("measure METHANE 红外瓦斯\nunit % 百分比\nword SENSOR_FAULT 正常");

    assertThat(mine.measure("红外瓦斯")).isEqualTo(Measure.METHANE);
    assertThat(mine.unit("百分比")).isEqualTo("%");
    assertThat(mine.state("正常")).isEqualTo(Quality.SENSOR_FAULT);
    assertThat(WORDS.measure("红外瓦斯")).isNull();
  }

  @Test
  void aLineThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> Vocabulary.parse("# fine\nmeasure MARSH_GAS 0001"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("MARSH_GAS");
  }
}
