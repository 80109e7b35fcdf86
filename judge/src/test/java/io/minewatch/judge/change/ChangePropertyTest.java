package io.minewatch.judge.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.judge.tape.Copies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePropertyTest {
  private static final int SLOTS = 3;

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

  /**
   * The band in which nothing is asked, and the part of time that the judge remembers, are short
   * cuts: without them the same is found. Two slots go by one clock and one by another, one has
   * other parts; what is remembered is restored, carried to another memory and forgotten in
   * between.
   */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void withAndWithoutTheShortCutsTheSameIsFound(long seed) {
    Random random = new Random(seed);
    Trigger trigger = seed % 2 == 0 ? ChangeJudgeTest.INFLOW : ChangeJudgeTest.METHANE;
    ChangeTerms[] terms = new ChangeTerms[SLOTS];
    terms[0] = ChangeJudgeTest.terms(trigger, random.nextInt(3), random.nextInt(3));
    terms[1] = otherParts(trigger, random.nextInt(3), random.nextInt(3));
    terms[2] = terms[0];
    double step = trigger.resolution() > 0 ? trigger.resolution() : 0.01;
    ChangeJudge judge = new ChangeJudge();
    ChangeMemory with = new ChangeMemory(SLOTS);
    ChangeMemory without = new ChangeMemory(SLOTS);
    List<ChangeFact> found = new ArrayList<>();
    List<ChangeFact> asked = new ArrayList<>();
    double usual = seed % 2 == 0 ? 30 : 0.4;
    double[] value = {usual, usual, usual};
    long[] clocks = {50_000_000, 3_000_000};
    int slot = 0;
    int quiet = 0;
    for (int i = 0; i < 40_000; i++) {
      slot = random.nextInt(4) == 0 ? random.nextInt(SLOTS) : slot;
      int clock = slot / 2;
      clocks[clock] += random.nextInt(800) == 0 ? 9_000_000 : 2_000 + random.nextInt(15_000);
      value[slot] = Math.abs(value[slot] + step * random.nextGaussian());
      value[slot] = random.nextInt(300) == 0 ? random.nextDouble() * 2 * usual : value[slot];
      double said = Math.round(value[slot] / step) * step; // often exactly at a trigger
      with = disturbed(with, random);
      if (random.nextInt(4_000) == 0) {
        with.forget(slot);
        without.forget(slot);
      }
      judge.onReading(with, slot, terms[slot], clocks[clock], said, found);
      without.quietTo[slot] = Float.NaN;
      new ChangeJudge().onReading(without, slot, terms[slot], clocks[clock], said, asked);
      quiet += with.isQuiet(slot, said) ? 1 : 0;
    }

    assertThat(found).as("seed %d", seed).isEqualTo(asked).hasSizeGreaterThan(20);
    assertThat(quiet).as("the short cut is taken").isGreaterThan(200);
  }

  /** A window and shifts that divide time otherwise. */
  private static ChangeTerms otherParts(Trigger trigger, int raiseMinutes, int clearMinutes) {
    return new ChangeTerms(
        trigger,
        Duration.ofMinutes(7),
        Duration.ofHours(6),
        Duration.ofHours(1),
        8,
        0.5,
        Duration.ofMinutes(raiseMinutes),
        Duration.ofMinutes(clearMinutes),
        Duration.ofHours(24));
  }

  /** The same, now and then restored or carried over. */
  private static ChangeMemory disturbed(ChangeMemory memory, Random random) {
    int what = random.nextInt(2_000);
    if (what > 1) {
      return memory;
    }
    ChangeMemory other = new ChangeMemory(SLOTS);
    if (what == 0) {
      Copies.copy(memory::pass, other::pass);
    } else {
      for (int slot = 0; slot < SLOTS; slot++) {
        other.carry(slot, memory, slot);
      }
    }
    return other;
  }
}
