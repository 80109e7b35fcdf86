package io.minewatch.judge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.watch.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  /**
   * The band is a short cut: a value within it begins nothing, and one outside begins something.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aValueIsQuietExactlyIfNoRuleBeginsAnExcursion(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      List<LimitTerms> rules = new ArrayList<>();
      List<Double> edges = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        double at = random.nextInt(200) / 100.0;
        boolean high = random.nextBoolean();
        rules.add(
            high
                ? OneSlot.terms(Side.HIGH, at, at + 0.5, at, random.nextInt(2), 0)
                : OneSlot.terms(Side.LOW, at, at - 0.5, at, random.nextInt(2), 0));
        edges.addAll(List.of(at, Math.nextUp(at), Math.nextDown(at), at + 0.5, at - 0.5));
      }
      Limits limits = new Limits(rules);
      for (int i = 0; i < 20; i++) {
        edges.add(random.nextInt(300) / 100.0 - 0.5);
      }
      for (double value : edges) {
        assertThat(limits.isQuiet(value))
            .as("seed %d: %s", seed, value)
            .isEqualTo(!begins(rules, value));
      }
    }
  }

  private static boolean begins(List<LimitTerms> rules, double value) {
    Excursions none = new Excursions(rules.size());
    Sample sample = new Sample().set(value, 1_000, 1_007, Quality.GOOD);
    for (int slot = 0; slot < rules.size(); slot++) {
      LimitJudge.onReading(none, slot, rules.get(slot), sample, new ArrayList<>());
    }
    return !none.isQuiet();
  }

  @Test
  void whatIsNoNumberIsNotQuiet() {
    assertThat(new Limits(List.of()).isQuiet(Double.NaN)).isFalse();
    assertThat(new Limits(List.of()).isQuiet(0)).isTrue();
  }
}
