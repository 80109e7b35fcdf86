package io.minewatch.jobs.series;

import java.time.Duration;

/** How long to wait before the next try: doubling, up to a limit, for ever. */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(100);

  /** Short enough that a store which is back is noticed at once, long enough to be no load. */
  static final Duration LONGEST = Duration.ofSeconds(5);

  private Backoff() {}

  /**
   * The wait after so many failed tries.
   *
   * @param failures at least 1
   */
  static Duration after(int failures) {
    int doublings = Math.min(failures - 1, 30);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
