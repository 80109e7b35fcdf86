package io.minewatch.judge.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.domain.plan.Side;
import io.minewatch.judge.tape.Copies;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendJudgeTest {
  private static final long MINUTE = 60_000;
  private final TrendJudge judge = new TrendJudge();
  private TrendMemory memory = new TrendMemory(1);
  private TrendTerms terms = terms(Side.HIGH, 20);

  static TrendTerms terms(Side side, int least) {
    return new TrendTerms(side, Duration.ofMinutes(1), 10, 10, 0.9, least, 0.05, 0.01);
  }

  private void run(long from, long to, LongToDoubleFunction value) {
    for (long minute = from; minute < to; minute++) {
      judge.onReading(memory, 0, terms, minute * MINUTE, value.applyAsDouble(minute));
      judge.onReading(memory, 0, terms, minute * MINUTE + 30_000, value.applyAsDouble(minute));
    }
  }

  @Test
  void aSteadyRiseReachesTheNextLevelWhenTheLineSays() {
    run(0, 31, minute -> 0.5 + 0.01 * minute); // minute 29 is the last closed one: 0.79

    TimeToLevel time = judge.reaches(memory, 0, terms, List.of(0.85));
    assertThat(time.likely()).isCloseTo(35 * MINUTE + MINUTE / 4, within(1_000L));
    assertThat(time.earliest()).isLessThanOrEqualTo(time.likely());
    assertThat(time.latest()).isGreaterThanOrEqualTo(time.likely()).isLessThan(37 * MINUTE);
  }

  @ParameterizedTest(name = "a level {0} away: {1}")
  @CsvSource({"-0.01, false", "0.005, true", "0.099, true", "0.102, false"})
  void onlyALevelAheadAndWithinTheHorizonIsForecast(double away, boolean given) {
    run(0, 31, minute -> 0.5 + 0.01 * minute);

    assertThat(judge.reaches(memory, 0, terms, List.of(0.79 + away)) != null).isEqualTo(given);
  }

  @Test
  void whereDangerIsSmallAFallIsForecastAndARiseIsNot() {
    terms = terms(Side.LOW, 20);
    run(0, 31, minute -> 20.9 - 0.05 * minute);
    assertThat(judge.reaches(memory, 0, terms, List.of(19.2)).likely())
        .isCloseTo(34 * MINUTE + MINUTE / 4, within(1_000L));

    memory = new TrendMemory(1);
    run(0, 31, minute -> 17 + 0.05 * minute);
    assertThat(judge.reaches(memory, 0, terms, List.of(16.0))).isNull();
  }

  @Test
  void noiseWithoutATrendReachesNothing() {
    Random random = new Random(5);
    int forecasts = 0;
    for (long minute = 0; minute < 2_000; minute++) {
      judge.onReading(memory, 0, terms, minute * MINUTE, 0.5 + 0.02 * random.nextGaussian());
      forecasts += judge.reaches(memory, 0, terms, List.of(0.6)) == null ? 0 : 1;
    }
    assertThat(forecasts).isLessThan(2_000 / 10);
  }

  @Test
  void aForecastIsShownOnlyAfterEnoughOfThemHaveBeatenStandingStill() {
    run(0, 20, minute -> 0.5 + 0.01 * minute);
    while (memory.scored(0) < 19) {
      long next = minuteOf(memory) + 1;
      run(next, next + 1, minute -> 0.5 + 0.01 * minute);
    }
    assertThat(judge.isShown(memory, 0, terms)).isFalse();

    long next = minuteOf(memory) + 1;
    run(next, next + 1, minute -> 0.5 + 0.01 * minute);
    assertThat(memory.scored(0)).isEqualTo(20);
    assertThat(judge.isShown(memory, 0, terms)).isTrue();
    assertThat(memory.skill(0)).isGreaterThan(0.9);
  }

  @Test
  void aPointWhoseRisesNeverLastIsNotShownAForecast() {
    run(0, 2_000, minute -> 0.5 + 0.01 * Math.min(minute % 30, 15)); // rises 15 minutes, stops

    assertThat(memory.scored(0)).isGreaterThan(20);
    assertThat(memory.skill(0)).isLessThan(0.05);
    assertThat(judge.isShown(memory, 0, terms)).isFalse();
  }

  @Test
  void aMemoryOfItsOwnLengthShowsTheSameLineAsALongOneAlsoWithEmptySteps() {
    terms = new TrendTerms(Side.HIGH, Duration.ofMinutes(1), 6, 5, 0.9, 1, 0.05, 0.01);
    TrendMemory longest = memory;
    TrendMemory own = new TrendMemory(1, terms.keeps());
    for (long minute = 0; minute < 60; minute++) {
      if (minute % 6 == 1 || minute % 6 == 4) {
        continue; // 4 of 6 steps are filled, just enough for a line
      }
      double value = 0.5 + 0.01 * minute + 0.002 * (minute % 5);
      judge.onReading(longest, 0, terms, minute * MINUTE, value);
      judge.onReading(own, 0, terms, minute * MINUTE, value);
      if (minute > 10 && minute % 6 == 3) { // the step before is filled and ends a line
        TimeToLevel time = judge.reaches(own, 0, terms, List.of(value + 0.02));
        assertThat(time).as("minute %d", minute).isNotNull();
        assertThat(time).isEqualTo(judge.reaches(longest, 0, terms, List.of(value + 0.02)));
      }
    }
  }

  @Test
  void withHalfOfTheWindowMissingOrTheNewestStepEmptyThereIsNoLine() {
    run(0, 31, minute -> 0.5 + 0.01 * minute);
    judge.onReading(memory, 0, terms, 33 * MINUTE, 0.83); // 31 and 32 did not come
    assertThat(judge.reaches(memory, 0, terms, List.of(0.88))).isNull();

    judge.onReading(memory, 0, terms, 34 * MINUTE, 0.84);
    assertThat(judge.reaches(memory, 0, terms, List.of(0.88))).isNotNull();

    for (long minute = 40; minute < 60; minute += 3) {
      judge.onReading(memory, 0, terms, minute * MINUTE, 0.5 + 0.01 * minute);
    }
    assertThat(judge.reaches(memory, 0, terms, List.of(1.1))).isNull();
  }

  @Test
  void lateAndDoubledReadingsAndARestoreChangeNothing() {
    TrendMemory other = new TrendMemory(1);
    Random random = new Random(8);
    for (int i = 0; i < 3_000; i++) {
      long at = i * 37_000L;
      double value = 0.4 + 0.0004 * (i % 500) + 0.01 * random.nextGaussian();
      judge.onReading(memory, 0, terms, at, value);
      judge.onReading(other, 0, terms, at, value);
      judge.onReading(other, 0, terms, at, 7);
      judge.onReading(other, 0, terms, at - 5_000, 9);
      judge.onReading(other, 0, terms, at + 1, Double.NaN);
      if (i % 50 == 0) {
        TrendMemory copy = new TrendMemory(1);
        TrendMemory from = other;
        Copies.copy(from::pass, copy::pass);
        other = copy;
      }
      assertThat(judge.reaches(other, 0, terms, List.of(0.5)))
          .isEqualTo(judge.reaches(memory, 0, terms, List.of(0.5)));
    }
    assertThat(other.skill(0)).isEqualTo(memory.skill(0));
    memory.forget(0);
    assertThat(memory.skill(0)).isNaN();
  }

  @Test
  void theIntervalHoldsTheTrueTimeAsOftenAsStated() {
    long seed = 20261123;
    Random random = new Random(seed);
    int given = 0;
    int held = 0;
    for (int ramp = 0; ramp < 3_000; ramp++) {
      memory = new TrendMemory(1);
      double slope = 0.004 + 0.03 * random.nextDouble();
      double noise = slope * (0.2 + 3 * random.nextDouble());
      double level = 0.3 + slope * (12 + random.nextInt(12));
      double truth = (level - 0.3) / slope * MINUTE;
      TimeToLevel last = null;
      for (long t = 0; t < truth; t += 20_000) {
        double value = 0.3 + slope * t / MINUTE + noise * random.nextGaussian();
        judge.onReading(memory, 0, terms, t, value);
        TimeToLevel now = judge.reaches(memory, 0, terms, List.of(level));
        last = now == null ? last : now;
        if (now != null && t % MINUTE == 0) {
          given++;
          held += now.earliest() <= truth && truth <= now.latest() ? 1 : 0;
        }
      }
    }
    double coverage = (double) held / given;
    System.out.printf(
        "seed %d: stated coverage 0.90, reached %.3f over %d times to a level%n",
        seed, coverage, given);
    assertThat(coverage).isBetween(0.88, 0.96);
  }

  @Test
  void refusesTermsThatContradictThemselves() {
    assertThatThrownBy(
            () -> new TrendTerms(Side.HIGH, Duration.ofMinutes(1), 25, 10, 0.9, 1, 0, 0.1))
        .hasMessageContaining("was 25");
    assertThatThrownBy(() -> new TrendTerms(Side.HIGH, Duration.ZERO, 10, 10, 0.9, 1, 0, 0.1))
        .hasMessageContaining("positive");
    assertThatThrownBy(() -> terms(Side.HIGH, 0)).hasMessageContaining("least >= 1");
  }

  private static long minuteOf(TrendMemory memory) {
    return Math.floorDiv(memory.last.get(0), 60_000L);
  }
}
