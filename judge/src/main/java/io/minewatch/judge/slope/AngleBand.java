package io.minewatch.judge.slope;

import io.minewatch.domain.finding.Severity;
import org.jspecify.annotations.Nullable;

/** Where the improved tangential angle (改进切线角) stands. Only BELOW may be shown green. */
public enum AngleBand {
  /** The steady velocity of this point is not known yet. */
  WARM_UP(null),
  /** No angle can be given: too noisy, or moving backwards. */
  INVALID(null),
  /** Slower than the steady stage. */
  BELOW(null),
  BLUE(Severity.BLUE),
  YELLOW(Severity.YELLOW),
  ORANGE(Severity.ORANGE),
  RED(Severity.RED);

  private final @Nullable Severity severity;

  AngleBand(@Nullable Severity severity) {
    this.severity = severity;
  }

  /** The warning colour, or null where there is none. */
  public @Nullable Severity severity() {
    return severity;
  }
}
