package io.minewatch.ingest.sparkplug.node;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an edge node may be asked for a birth: at once, and while it does not answer ever later. */
final class Asking {
  static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private @Nullable Instant notBefore;
  private Duration wait = FIRST_WAIT;

  /** Whether to ask now; counts as asked. */
  boolean isDue(Instant now) {
    if (notBefore != null && now.isBefore(notBefore)) {
      return false;
    }
    notBefore = now.plus(wait);
    Duration twice = wait.multipliedBy(2);
    wait = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    return true;
  }

  /** A birth has come. The wait after the last question still holds: births are large. */
  void answered() {
    wait = FIRST_WAIT;
  }
}
