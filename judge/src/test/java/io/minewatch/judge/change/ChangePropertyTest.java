package io.minewatch.judge.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.judge.tape.Copies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePropertyTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void openedAndClearedAlternateAndARestoreChangesNothing(long seed) {
    Random random = new Random(seed);
    Trigger trigger = seed % 2 == 0 ? ChangeJudgeTest.INFLOW : ChangeJudgeTest.METHANE;
    ChangeTerms terms = ChangeJudgeTest.terms(trigger, random.nextInt(3), random.nextInt(3));
    ChangeJudge judge = new ChangeJudge();
    ChangeMemory memory = new ChangeMemory(2);
    List<ChangeFact> facts = new ArrayList<>();
    List<ChangeFact> restored = new ArrayList<>();
    ChangeMemory other = new ChangeMemory(2);
    double value = 0.4;
    long measured = 0;
    for (int i = 0; i < 8_000; i++) {
      measured += random.nextInt(400) == 0 ? 9_000_000 : 20_000 + random.nextInt(60_000);
      value = Math.abs(value + 0.05 * random.nextGaussian());
      value = random.nextInt(300) == 0 ? random.nextDouble() : value;
      int slot = random.nextInt(2);
      if (i % 97 == 0) {
        ChangeMemory copy = new ChangeMemory(2);
        ChangeMemory from = other;
        Copies.copy(from::pass, copy::pass);
        other = copy;
      }
      judge.onReading(memory, slot, terms, measured, value, facts);
      judge.onReading(other, slot, terms, measured, value, restored);
      judge.onReading(other, slot, terms, measured, value, restored);
      judge.onReading(other, slot, terms, measured - 1 - random.nextInt(99), 9, restored);
    }

    assertThat(restored).as("seed %d", seed).isEqualTo(facts);
    assertThat(facts).hasSizeGreaterThan(20);
    Map<String, ChangeFact> last = new HashMap<>();
    for (ChangeFact fact : facts) {
      ChangeFact before = last.put(fact.slot() + " " + fact.against(), fact);
      if (fact.kind() == FindingKind.OPENED) {
        assertThat(before == null || before.kind() == FindingKind.CLEARED).isTrue();
      } else {
        assertThat(before.onset()).as("one onset for one change").isEqualTo(fact.onset());
      }
      assertThat(fact.onset()).isLessThanOrEqualTo(fact.measured());
    }
  }
}
