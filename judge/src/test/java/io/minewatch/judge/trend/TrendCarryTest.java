package io.minewatch.judge.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a point's forecasts were worth outlives a plan that makes room for longer ones of others.
 */
class TrendCarryTest {
  private static final TrendTerms TERMS =
      new TrendTerms(Side.HIGH, Duration.ofMinutes(1), 6, 5, 0.9, 5, 0.05, 0.01);
  private final TrendJudge judge = new TrendJudge();

  @ParameterizedTest(name = "kept {0}, then {1}")
  @CsvSource({"7, 7", "7, 20", "20, 7"})
  void goesOnAsIfThePlanHadNotChanged(int kept, int then) {
    TrendMemory before = new TrendMemory(1, kept);
    run(before, 0, 40);
    TrendMemory after = new TrendMemory(1, then);
    after.carry(0, before, 0, TERMS.step().toMillis());
    TrendMemory never = new TrendMemory(1, kept);
    run(never, 0, 40);
    assertThat(after.scored(0)).isPositive().isEqualTo(never.scored(0));
    run(never, 40, 60);
    run(after, 40, 60);

    assertThat(after.scored(0)).isEqualTo(never.scored(0));
    assertThat(after.skill(0)).isEqualTo(never.skill(0));
    assertThat(judge.reaches(after, 0, TERMS, List.of(100.0)))
        .isEqualTo(judge.reaches(never, 0, TERMS, List.of(100.0)));
  }

  private void run(TrendMemory memory, int from, int to) {
    for (int minute = from; minute < to; minute++) {
      for (int second = 0; second < 60; second += 20) {
        long at = minute * 60_000L + second * 1_000L;
        judge.onReading(memory, 0, TERMS, at, minute + Math.sin(minute + second) / 10);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"70000", "140000"})
  void moreReadingsOfAStepThanAreCountedLeaveItsAverageRight(int readings) {
    TrendTerms day = new TrendTerms(Side.HIGH, Duration.ofDays(1), 6, 5, 0.9, 5, 0.05, 0.01);
    TrendMemory memory = new TrendMemory(1);
    for (int i = 0; i < readings; i++) {
      judge.onReading(memory, 0, day, i * 100L, 3);
    }
    judge.onReading(memory, 0, day, Duration.ofDays(1).toMillis(), 3);

    assertThat(memory.average[memory.place(0, 0)]).isEqualTo(3f);
  }
}
