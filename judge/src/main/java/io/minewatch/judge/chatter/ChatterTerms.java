package io.minewatch.judge.chatter;

import java.time.Duration;

/**
 * When a condition chatters.
 *
 * @param openings so many openings, 2 to {@link ChatterMemory#MOST}
 * @param within this time, the first and the last counted in
 * @param calm without an opening for this long it is over
 */
public record ChatterTerms(int openings, Duration within, Duration calm) {
  public ChatterTerms {
    if (openings < 2 || openings > ChatterMemory.MOST) {
      throw new IllegalArgumentException(
          "2 to " + ChatterMemory.MOST + " openings, was " + openings);
    }
    if (within.isNegative() || within.isZero() || calm.isNegative() || calm.isZero()) {
      throw new IllegalArgumentException(
          "within and calm must be positive, were " + within + " and " + calm);
    }
  }
}
