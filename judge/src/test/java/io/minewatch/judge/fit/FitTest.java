package io.minewatch.judge.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.domain.plan.Side;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {
  @Test
  void aFullRingDropsItsOldest() {
    Rings rings = new Rings(2, 3);
    for (int i = 0; i < 5; i++) {
      rings.add(1, i * 10L, i);
    }

    assertThat(rings.size(0)).isZero();
    assertThat(rings.size(1)).isEqualTo(3);
    assertThat(rings.value(1, 0)).isEqualTo(2);
    assertThat(rings.at(1, 2)).isEqualTo(40);
    rings.forget(1);
    assertThat(rings.size(1)).isZero();
  }

  @Test
  void aLineKeepsItsSlopeWhenAQuarterOfItsValuesAreWild() {
    Rings rings = new Rings(1, 12);
    for (int i = 0; i < 12; i++) {
      rings.add(0, i * 7L + i % 2, i % 4 == 1 ? 500 : 3 + 0.5 * (i * 7 + i % 2));
    }
    RobustLine line = new RobustLine(12);
    line.lay(rings, 0, 0, 12);

    assertThat(line.slope()).isCloseTo(0.5, within(1e-9));
    assertThat(line.level()).isCloseTo(3 + 0.5 * 78, within(1e-9));
    assertThat(line.slopeQuantile(0.5)).isCloseTo(line.slope(), within(1e-9));
    assertThat(line.slopeQuantile(1)).isGreaterThan(line.slope());
  }

  @Test
  void noiseIsMeasuredAsItIsAndATrendIsNotNoise() {
    long seed = 4;
    Random random = new Random(seed);
    Rings rings = new Rings(1, 4000);
    long at = 0;
    for (int i = 0; i < 4000; i++) {
      at += 1 + random.nextInt(9);
      rings.add(0, at, 0.7 * at + 2.5 * random.nextGaussian());
    }

    assertThat(new RobustLine(4000).noise(rings, 0, 0, 4000))
        .as("seed %d", seed)
        .isCloseTo(2.5, within(0.15));
    assertThat(new RobustLine(4).noise(rings, 0, 0, 2)).isNaN();
  }

  @ParameterizedTest(name = "{0} with {1} degrees: {2}")
  @CsvSource({
    "0.5, 1000000, 0.6745",
    "0.9, 1000000, 1.6449",
    "0.95, 1000000, 1.9600",
    "0.999, 1000000, 3.2905",
    "0.9, 5, 2.0150",
    "0.95, 10, 2.2281",
    "0.95, 30, 2.0423"
  })
  void quantilesAreThoseOfTheTables(double coverage, int degrees, double expected) {
    assertThat(Quantiles.student(coverage, degrees)).isCloseTo(expected, within(0.01));
  }

  @Test
  void refusesACoverageThatIsNoShare() {
    assertThatThrownBy(() -> Quantiles.normal(1)).hasMessageContaining("was 1.0");
    assertThatThrownBy(() -> Quantiles.normal(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Rings(1, 1)).hasMessageContaining("was 1");
  }

  @ParameterizedTest
  @CsvSource({"HIGH, 1", "HIGH, 2", "HIGH, 3", "LOW, 4", "LOW, 5", "LOW, 6"})
  void aLineThatMayNotHeadForASideDoesNotWhenItIsLaid(Side side, long seed) {
    Random random = new Random(seed);
    int refused = 0;
    int heading = 0;
    for (int run = 0; run < 20_000; run++) {
      int values = 4 + random.nextInt(9);
      double trend = 0.02 * random.nextGaussian();
      RobustLine line = new RobustLine(12);
      for (int i = 0; i < values; i++) {
        double noise = 0.03 * random.nextGaussian();
        line.add(i, Math.round(100 * (0.5 + trend * i + noise)) / 100f); // equal values are common
      }
      double margin = line.slopeMargin(0.8);
      boolean may = line.mayHead(side, margin);
      line.lay();
      boolean does =
          side == Side.HIGH
              ? line.slopeQuantile(0.5 - margin) > 0
              : line.slopeQuantile(0.5 + margin) < 0;
      assertThat(may || !does).as("run %d", run).isTrue();
      refused += may ? 0 : 1;
      heading += does ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(5_000);
    assertThat(heading).isGreaterThan(1_000);
  }
}
