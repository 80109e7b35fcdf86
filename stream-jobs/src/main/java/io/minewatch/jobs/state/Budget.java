package io.minewatch.jobs.state;

/**
 * A token bucket: how much may still be told. What is over it is counted elsewhere and not told.
 * Times are milliseconds since 1970 UTC.
 */
public final class Budget {
  private double tokens;
  private long at = Long.MIN_VALUE;

  /** Takes one token if there is one; begins full. */
  public boolean take(long now, int perSecond, int burst) {
    tokens =
        at == Long.MIN_VALUE
            ? burst
            : Math.min(burst, tokens + Math.max(0, now - at) * perSecond / 1000.0);
    at = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  void pass(DataTape tape) {
    tokens = tape.real(tokens);
    at = tape.whole(at);
  }
}
