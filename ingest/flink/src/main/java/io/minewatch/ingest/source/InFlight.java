package io.minewatch.ingest.source;

import java.time.Duration;

/**
 * The arithmetic of the in-flight window. A message stays unacknowledged until the checkpoint after
 * it has completed, so up to rate × (interval + duration of a checkpoint) messages are under way at
 * once; twice that leaves room for a late checkpoint. With less, the broker stops sending in the
 * middle of each interval, and every message after that is late.
 */
final class InFlight {
  /** For one late checkpoint. */
  private static final int RESERVE = 2;

  private InFlight() {}

  /**
   * Messages that one slot must be able to hold unacknowledged.
   *
   * @param rate messages per second and slot
   */
  static long needed(int rate, Duration interval, Duration checkpoint) {
    return (long) Math.ceil(rate * (interval.plus(checkpoint).toMillis() / 1000.0) * RESERVE);
  }

  static void require(int receiveMaximum, int rate, Duration interval, Duration checkpoint) {
    if (rate < 1 || interval.isNegative() || interval.isZero() || checkpoint.isNegative()) {
      throw new IllegalArgumentException(
          "need a rate of at least 1/s and an interval, was " + rate + "/s, " + interval);
    }
    long needed = needed(rate, interval, checkpoint);
    if (receiveMaximum < needed) {
      throw new IllegalArgumentException(
          String.format(
              "receiveMaximum %d is too small: %d messages/s per slot x (checkpoint interval %s +"
                  + " duration %s) x %d = %d; raise it, checkpoint more often, or use more slots",
              receiveMaximum, rate, interval, checkpoint, RESERVE, needed));
    }
  }
}
