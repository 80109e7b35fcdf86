package io.minewatch.domain.plan;

import java.time.Duration;

/**
 * How long something must hold before it counts, and how long it must be gone before it is over.
 *
 * @param raiseAfter zero for at once
 * @param clearAfter zero for at once
 */
public record Delays(Duration raiseAfter, Duration clearAfter) {
  public static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO);

  public Delays {
    if (raiseAfter.isNegative() || clearAfter.isNegative()) {
      throw new IllegalArgumentException(
          "a delay must not be negative, was " + raiseAfter + " and " + clearAfter);
    }
  }
}
