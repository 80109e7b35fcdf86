package io.minewatch.ingest.gateway.forward;

import java.time.Duration;
import java.time.Instant;

/** So many a second on average, and never more than one second's worth at once. */
final class Allowance {
  private final double perSecond;
  private final double most;
  private double left;
  private Instant at = Instant.MIN;

  Allowance(double perSecond) {
    this.perSecond = perSecond;
    most = Math.max(1, perSecond);
    left = most;
  }

  /** Whether one may go now. */
  boolean allows(Instant now) {
    if (at.equals(Instant.MIN)) {
      at = now;
    }
    if (now.isAfter(at)) {
      double seconds = Duration.between(at, now).toNanos() / 1e9;
      left = Math.min(most, left + seconds * perSecond);
      at = now;
    }
    return left >= 1;
  }

  void take() {
    left -= 1;
  }
}
