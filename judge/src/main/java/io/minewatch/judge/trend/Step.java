package io.minewatch.judge.trend;

/** The step in which the last reading lay: most others lie there too, and need not be divided. */
final class Step {
  private long length;
  private long from;
  private long until;

  /** When the step began in which this time lies. */
  long begin(TrendTerms judged, long measured) {
    long asked = judged.step().toMillis();
    if (asked != length || measured < from || measured >= until) {
      length = asked;
      from = Math.floorDiv(measured, length) * length;
      until = from + length;
    }
    return from;
  }
}
