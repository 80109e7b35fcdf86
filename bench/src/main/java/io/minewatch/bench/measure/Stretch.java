package io.minewatch.bench.measure;

import io.minewatch.bench.script.Calendar;

/**
 * How long a run is, in periods of the script. Only what follows the warm-up is timed; all of it is
 * checked.
 *
 * @param warm untimed periods at the start of each run
 * @param timed periods that are timed
 */
public record Stretch(int warm, int timed) {
  public Stretch {
    if (warm < 0 || timed < 1) {
      throw new IllegalArgumentException("a stretch has at least one timed period");
    }
  }

  public int periods() {
    return warm + timed;
  }

  int warmTicks() {
    return warm * Calendar.PERIOD_TICKS;
  }

  int allTicks() {
    return periods() * Calendar.PERIOD_TICKS;
  }
}
