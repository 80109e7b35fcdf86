package io.minewatch.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {
  @ParameterizedTest
  @EnumSource
  void ownUnitWireUnitAndNoUnitNeedNoFactor(Measure measure) {
    assertThat(measure.factorFrom(measure.unit())).isEqualTo(1);
    assertThat(measure.factorFrom(measure.wireUnit())).isEqualTo(1);
    assertThat(measure.factorFrom("")).isEqualTo(1);
    assertThat(measure.isPossible(Double.NaN)).isFalse();
  }

  @ParameterizedTest(name = "one {1} of {0} is {2} of ours")
  @CsvSource({
    "METHANE, /, 100",
    "METHANE, ppm, 1e-4",
    "CARBON_MONOXIDE, %, 1e4",
    "PRESSURE, kPa, 1000",
    "WATER_LEVEL, cm, 0.01",
    "BEACH_LENGTH, mm, 0.001",
    "PHREATIC_DEPTH, cm, 0.01",
    "RAINFALL, cm, 10",
    "DISPLACEMENT, m, 1000",
    "INFLOW, m3/s, 3600",
    "INFLOW, m3/min, 60",
    "DRAINAGE, l/s, 3.6",
    "DUST, ug/m3, 0.001",
    "HUMIDITY, %, 1",
    "METHANE, /1000, 0.1",
    "CARBON_MONOXIDE, /1000, 1000",
    "AIR_SPEED, km/h, 0.2777777777777778",
    "DUST, kg/m3, 1000000",
    "WATER_LEVEL, km, 1000",
  })
  void anotherUnitThatFitsIsTurnedIntoOurs(Measure measure, String unit, double factor) {
    assertThat(measure.factorFrom(unit)).isEqualTo(factor);
  }

  @Test
  void aTemperatureInKelvinIsShifted() {
    assertThat(Measure.TEMPERATURE.convert(300.15, "K")).isCloseTo(27, within(1e-9));
    assertThat(Measure.TEMPERATURE.convert(27, "Cel")).isEqualTo(27);
    assertThat(Measure.TEMPERATURE.convert(27, "m")).isNaN();
    assertThat(Measure.METHANE.convert(0.5, "/")).isEqualTo(50);
  }

  @ParameterizedTest(name = "{1} is no unit of {0}")
  @CsvSource({"METHANE, m", "DISPLACEMENT, %", "RAINFALL, m3/h", "DRAINAGE, m"})
  void aUnitThatDoesNotFitIsTold(Measure measure, String unit) {
    assertThat(measure.factorFrom(unit)).isNaN();
  }

  /** Stored state and series may hold the place of a measure: the old ones must not move. */
  @Test
  void theFirstTenKeepTheirPlaces() {
    assertThat(Measure.values())
        .startsWith(
            Measure.METHANE,
            Measure.CARBON_MONOXIDE,
            Measure.CARBON_DIOXIDE,
            Measure.OXYGEN,
            Measure.TEMPERATURE,
            Measure.AIR_SPEED,
            Measure.PRESSURE,
            Measure.WATER_LEVEL,
            Measure.INFLOW,
            Measure.SWITCH);
  }
}
