package io.minewatch.validation.check;

import io.minewatch.domain.plan.Side;
import io.minewatch.judge.trend.TrendJudge;
import io.minewatch.judge.trend.TrendMemory;
import io.minewatch.judge.trend.TrendTerms;
import io.minewatch.validation.rule.Rules;
import io.minewatch.validation.score.Figure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The error of the drawn-out line against that of standing still. */
final class TrendFigure {
  private TrendFigure() {}

  static Figure of(String series, long[] times, double[] values, Side side) {
    TrendTerms terms = Rules.trend(side, period(times));
    TrendMemory memory = new TrendMemory(1);
    TrendJudge judge = new TrendJudge();
    int shown = 0;
    for (int i = 0; i < values.length; i++) {
      judge.onReading(memory, 0, terms, times[i], values[i]);
      shown += judge.isShown(memory, 0, terms) ? 1 : 0;
    }
    double skill = memory.skill(0);
    return new Figure(
        series
            + ": trend forecast, error as a multiple of that of standing still ("
            + memory.scored(0)
            + " forecasts)",
        String.format(
            Locale.ROOT,
            "%.2f; shown to users %.0f %% of the time",
            1 - skill,
            100.0 * shown / values.length),
        "1.00",
        skill > 0 ? "yes" : "**no**");
  }

  /** The middle distance between two rows. */
  static Duration period(long[] times) {
    long[] steps = new long[times.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times[i + 1] - times[i];
    }
    Arrays.sort(steps);
    return Duration.ofMillis(steps[steps.length / 2]);
  }
}
