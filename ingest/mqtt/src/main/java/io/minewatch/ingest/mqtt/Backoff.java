package io.minewatch.ingest.mqtt;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long to wait before the next try: doubles from {@code first} to {@code cap}, and is spread so
 * that many clients do not come back in one moment.
 */
public record Backoff(Duration first, Duration cap) implements Serializable {
  public Backoff {
    if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException("need 0 < first <= cap, was " + first + " and " + cap);
    }
  }

  /**
   * The wait after this many failures in a row.
   *
   * @param failures at least 1
   * @param chance 0 to 1; the wait lies between half and all of the doubled time
   */
  public Duration delay(int failures, double chance) {
    if (failures < 1 || !(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException(
          "need failures >= 1 and chance in 0..1, was " + failures + " and " + chance);
    }
    long cut = cap.toMillis();
    long millis = first.toMillis();
    for (int i = 1; i < failures && millis < cut; i++) {
      millis *= 2;
    }
    return Duration.ofMillis(Math.max(1, (long) (Math.min(millis, cut) * (0.5 + chance / 2))));
  }
}
