package io.minewatch.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.bench.script.Rulebook;
import org.junit.jupiter.api.Test;

class RuleTextTest {
  @Test
  void everyRuleIsWrittenWithItsOwnNumbers() {
    String text = RuleText.of(RuleTextTest.class, "rule-text.txt", Rulebook.rules());

    assertThat(text)
        .contains("methane METHANE >= 1.0 >= 1.5 < 0.8 0L bench:methane")
        .contains("wind_low AIR_SPEED <= 0.25 <= -1.0E300 > 0.3 0L bench:wind-low")
        .contains("inflow INFLOW >= 100.0 >= 150.0 < 90.0 60000L bench:inflow")
        .doesNotContain("${");
    assertThat(text.lines().filter(line -> !line.isBlank())).hasSize(Rulebook.rules().size());
  }
}
