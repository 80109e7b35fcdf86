package io.minewatch.validation.score;

import java.util.Locale;

/** Counts, row by row, what was said against what was true. */
public final class Confusion {
  private long hits;
  private long misses;
  private long falseAlarms;
  private long quiet;

  /** One row: what was true, what was said. */
  public void add(Outcome truth, Outcome said) {
    if (truth == Outcome.FAULTY) {
      hits += said == Outcome.FAULTY ? 1 : 0;
      misses += said == Outcome.FAULTY ? 0 : 1;
    } else {
      falseAlarms += said == Outcome.FAULTY ? 1 : 0;
      quiet += said == Outcome.FAULTY ? 0 : 1;
    }
  }

  /** Share of the faulty rows that were found; NaN if there are none. */
  public double recall() {
    return (double) hits / (hits + misses);
  }

  /** Share of the good rows that were called faulty. */
  public double falseAlarmRate() {
    return (double) falseAlarms / (falseAlarms + quiet);
  }

  /** Harmonic mean of recall and precision. */
  public double f1() {
    return 2.0 * hits / (2.0 * hits + falseAlarms + misses);
  }

  /** The three in one cell. */
  public String cell() {
    return String.format(Locale.ROOT, "%.3f / %.4f / %.3f", recall(), falseAlarmRate(), f1());
  }
}
