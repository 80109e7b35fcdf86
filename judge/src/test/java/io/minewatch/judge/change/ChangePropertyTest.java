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

  /** The band in which nothing is asked is a short cut: without it the same is found. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void withAndWithoutTheQuietBandTheSameIsFound(long seed) {
    Random random = new Random(seed);
    Trigger trigger = seed % 2 == 0 ? ChangeJudgeTest.INFLOW : ChangeJudgeTest.METHANE;
    ChangeTerms terms = ChangeJudgeTest.terms(trigger, random.nextInt(3), random.nextInt(3));
    double step = trigger.resolution() > 0 ? trigger.resolution() : 0.01;
    ChangeMemory with = new ChangeMemory(1);
    ChangeMemory without = new ChangeMemory(1);
    List<ChangeFact> found = new ArrayList<>();
    List<ChangeFact> asked = new ArrayList<>();
    double usual = seed % 2 == 0 ? 30 : 0.4;
    double value = usual;
    long measured = 0;
    int quiet = 0;
    for (int i = 0; i < 20_000; i++) {
      measured += random.nextInt(800) == 0 ? 9_000_000 : 5_000 + random.nextInt(20_000);
      value = Math.abs(value + step * random.nextGaussian());
      value = random.nextInt(300) == 0 ? random.nextDouble() * 2 * usual : value;
      double said = Math.round(value / step) * step; // often exactly at a trigger
      judge(with, terms, measured, said, found);
      without.quietTo[0] = Float.NaN;
      judge(without, terms, measured, said, asked);
      quiet += with.isQuiet(0, said) ? 1 : 0;
    }

    assertThat(found).as("seed %d", seed).isEqualTo(asked).hasSizeGreaterThan(20);
    assertThat(quiet).as("the short cut is taken").isGreaterThan(200);
  }

  private static void judge(
      ChangeMemory memory, ChangeTerms terms, long at, double value, List<ChangeFact> facts) {
    new ChangeJudge().onReading(memory, 0, terms, at, value, facts);
  }
}
