package io.minewatch.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectionTest {
  private static Bisection search(double truth, List<Double> tried) {
    Bisection search = Bisection.from(1_000, 1_000.0 / 16, 0.05);
    while (!search.isOver()) {
      tried.add(search.rate());
      search = search.after(search.rate() <= truth);
    }
    return search;
  }

  @ParameterizedTest(name = "where {0} a second is the most that holds")
  @ValueSource(doubles = {70, 500, 999, 1_000, 1_001, 1_999, 2_000, 5_300, 189_000})
  void theHighestRateThatHoldsIsFoundToFivePercent(double truth) {
    List<Double> tried = new ArrayList<>();
    Bisection found = search(truth, tried);
    assertThat(found.holds()).isBetween(truth / 1.05, truth);
    assertThat(found.breaks()).isGreaterThan(truth);
    assertThat(tried).as("no rate is tried twice").doesNotHaveDuplicates();
    assertThat(tried).as("tries for %s", truth).hasSizeLessThan(16);
  }

  @Test
  void whereNothingHoldsItEndsBelowTheLeast() {
    List<Double> tried = new ArrayList<>();
    assertThat(search(10, tried).holds()).isZero();
    assertThat(tried).containsExactly(1_000.0, 500.0, 250.0, 125.0, 62.5);
  }
}
