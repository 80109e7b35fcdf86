package io.minewatch.judge.plausible;

import static io.minewatch.judge.plausible.Verdict.LEARNING;
import static io.minewatch.judge.plausible.Verdict.ODD;
import static io.minewatch.judge.plausible.Verdict.QUARANTINED;
import static io.minewatch.judge.plausible.Verdict.TAKEN_ON;
import static io.minewatch.judge.plausible.Verdict.TRUSTED;
import static io.minewatch.judge.plausible.Verdict.UNSTEADY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.judge.plausible.PlausibleTerms.Guard;
import io.minewatch.judge.tape.Copies;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibleJudgeTest {
  private final PlausibleMemory memory = new PlausibleMemory(1);
  private PlausibleTerms terms = terms(Guard.BOTH_WAYS);
  private long now;

  private static PlausibleTerms terms(Guard guard) {
    return new PlausibleTerms(guard, 0.5, 8, 3, Duration.ofSeconds(30), 20, 5);
  }

  private Verdict next(double value) {
    now += 30_000;
    return PlausibleJudge.onReading(memory, 0, terms, now, value);
  }

  private void learn(double value) {
    for (int i = 0; i <= 20; i++) {
      assertThat(next(value)).isEqualTo(LEARNING);
    }
  }

  /** The usual step is a sixteenth; then it shakes by seven of them for hours. */
  @Test
  void whatShakesDoesNotTeachThatItIsUsualAndIsOverAfterThreeCalmReadings() {
    terms = new PlausibleTerms(Guard.BOTH_WAYS, 0.5, 8, 3, Duration.ofSeconds(30), 100, 5);
    for (int i = 0; i <= 100; i++) {
      assertThat(next(0)).isEqualTo(LEARNING);
    }
    int unsteady = 0;
    for (int i = 0; i < 500; i++) {
      unsteady += next(i % 2 == 0 ? 0.45 : 0) == UNSTEADY ? 1 : 0;
    }
    assertThat(unsteady).isEqualTo(500 - 9);
    assertThat(next(0)).as("one calm reading").isEqualTo(UNSTEADY);
    assertThat(next(0)).as("two").isEqualTo(UNSTEADY);
    assertThat(next(0)).as("three").isEqualTo(TRUSTED);
    assertThat(next(1.2)).as("the gate has hardly widened").isEqualTo(QUARANTINED);
  }

  @ParameterizedTest(name = "a jump by {0}: {1}")
  @CsvSource({"0.499, TRUSTED", "0.5, TRUSTED", "0.501, QUARANTINED", "-0.501, QUARANTINED"})
  void aJumpIsPlausibleUpToTheFloor(double jump, Verdict expected) {
    learn(0);

    assertThat(next(jump)).isEqualTo(expected);
  }

  @Test
  void theGateIsAsWideAsThePointMoves() {
    for (int i = 0; i <= 20; i++) {
      next(i % 2); // moves by 1 each time
    }

    assertThat(next(6)).isEqualTo(TRUSTED);
    assertThat(next(100)).isEqualTo(QUARANTINED);
  }

  @Test
  void aSingleWildValueStaysAloneInQuarantine() {
    learn(18);

    assertThat(next(63)).isEqualTo(QUARANTINED);
    assertThat(memory.trustedValue(0)).isEqualTo(18);
    assertThat(next(18.1)).isEqualTo(TRUSTED);
    assertThat(memory.isDoubted(0)).isFalse();
  }

  @Test
  void aJumpThatStaysIsTakenOnAfterSoManyReadingsThatAgree() {
    learn(18);
    for (int i = 0; i < 4; i++) {
      assertThat(next(30)).isEqualTo(QUARANTINED);
    }

    assertThat(next(30)).isEqualTo(TAKEN_ON);
    assertThat(memory.trustedValue(0)).isEqualTo(30);
  }

  @Test
  void aSensorThatRunsWildStaysInQuarantineUntilItIsQuiet() {
    learn(18);
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      assertThat(next(40 + 20 * random.nextDouble())).isEqualTo(QUARANTINED);
    }
    assertThat(next(18)).isEqualTo(UNSTEADY);
    assertThat(next(18)).isEqualTo(UNSTEADY);
    assertThat(next(18)).as("three calm ones").isEqualTo(TRUSTED);
  }

  @Test
  void aSensorThatShakesWithinReachIsUnsteadyAndStillJudged() {
    learn(18);
    Verdict last = TRUSTED;
    for (int i = 0; i < 10; i++) {
      assertThat(last).isEqualTo(TRUSTED);
      last = next(18 + (i % 2 == 0 ? 0.4 : 0));
    }
    assertThat(last).isEqualTo(UNSTEADY);
  }

  @ParameterizedTest(name = "{0}: up is {1}, down is {2}")
  @CsvSource({
    "BOTH_WAYS, QUARANTINED, QUARANTINED",
    "LETS_HIGH_THROUGH, ODD, QUARANTINED",
    "LETS_LOW_THROUGH, QUARANTINED, ODD"
  })
  void aJumpTowardsDangerIsNeverKeptFromJudging(Guard guard, Verdict up, Verdict down) {
    terms = terms(guard);
    learn(18);
    assertThat(next(30)).isEqualTo(up);
    assertThat(next(18)).isEqualTo(TRUSTED);
    assertThat(next(6)).isEqualTo(down);
  }

  @ParameterizedTest(name = "after {0} periods a jump by 1: {1}")
  @CsvSource({"1, QUARANTINED", "3, QUARANTINED", "4, TRUSTED", "5, TRUSTED"})
  void afterAPauseAReadingMayLieFurtherAway(int periods, Verdict expected) {
    learn(18);
    now += (periods - 1) * 30_000L;

    assertThat(next(19)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void lateAndDoubledReadingsAndARestoreChangeNothing(long seed) {
    Random random = new Random(seed);
    PlausibleMemory other = new PlausibleMemory(1);
    double value = 18;
    int doubted = 0;
    for (int i = 0; i < 5_000; i++) {
      value += 0.1 * random.nextGaussian();
      double sent = random.nextInt(40) == 0 ? value + 30 * random.nextGaussian() : value;
      Verdict one = next(sent);
      assertThat(PlausibleJudge.onReading(other, 0, terms, now, sent)).isEqualTo(one);
      PlausibleJudge.onReading(other, 0, terms, now, 500);
      PlausibleJudge.onReading(other, 0, terms, now - 1, -500);
      doubted += one == QUARANTINED || one == ODD ? 1 : 0;
      if (i % 100 == 0) {
        PlausibleMemory copy = new PlausibleMemory(1);
        PlausibleMemory from = other;
        Copies.copy(from::pass, copy::pass);
        other = copy;
      }
    }
    assertThat(doubted).as("seed %d", seed).isBetween(70, 250);
  }

  @Test
  void refusesTermsThatContradictThemselves() {
    assertThatThrownBy(
            () -> new PlausibleTerms(Guard.BOTH_WAYS, 0.5, 3, 3, Duration.ofSeconds(30), 20, 5))
        .hasMessageContaining("factor > shake");
    assertThatThrownBy(() -> new PlausibleTerms(Guard.BOTH_WAYS, 0.5, 8, 3, Duration.ZERO, 20, 5))
        .hasMessageContaining("positive");
  }
}
