package io.minewatch.judge.trend;

import org.jspecify.annotations.Nullable;

/** The step in which the last reading lay: most others lie there too, and need not be divided. */
final class Step {
  private @Nullable TrendTerms terms;
  private long from;
  private long until;

  /** When the step began in which this time lies. */
  long begin(TrendTerms judged, long measured) {
    if (judged != terms || measured < from || measured >= until) {
      long length = judged.step().toMillis();
      terms = judged;
      from = Math.floorDiv(measured, length) * length;
      until = from + length;
    }
    return from;
  }
}
