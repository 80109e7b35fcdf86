package io.minewatch.jobs.judge;

import java.io.Serializable;

/**
 * How much the judge job keeps and tells for one mine. None of these is a safety number.
 *
 * @param heldMessages most messages kept while a mine's plan has not come
 * @param heldBytes most bytes of them
 * @param heldMillis how long they are kept; then they are refused as of an unknown mine
 * @param rejectionsPerSecond most refusals told in the long run; all are counted
 * @param rejectionsBurst most refusals told at once
 */
public record JudgeLimits(
    int heldMessages, long heldBytes, long heldMillis, int rejectionsPerSecond, int rejectionsBurst)
    implements Serializable {
  /** What is right unless told otherwise. */
  public static final JudgeLimits DEFAULTS =
      new JudgeLimits(1_000, 8L * 1024 * 1024, 60_000, 5, 50);

  public JudgeLimits {
    if (heldMessages < 1 || heldBytes < 1 || heldMillis < 1) {
      throw new IllegalArgumentException("messages are held in a bound and for some time");
    }
    if (rejectionsPerSecond < 1 || rejectionsBurst < 1) {
      throw new IllegalArgumentException("at least one refusal a second is told");
    }
  }
}
