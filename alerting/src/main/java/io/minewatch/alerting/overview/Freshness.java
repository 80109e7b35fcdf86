package io.minewatch.alerting.overview;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old what is known of a mine may be before it says nothing about now, from a rule pack.
 *
 * @param summary since its judging was last heard
 * @param positions since the newest position of anybody, at least; more where the mine's cards
 *     report less often
 */
public record Freshness(Duration summary, Duration positions) {
  /** Reports of a card, of which one may be lost. */
  private static final int REPORTS = 2;

  public Freshness {
    if (summary.isNegative() || summary.isZero() || positions.isNegative() || positions.isZero()) {
      throw new IllegalArgumentException("times of freshness must be positive");
    }
  }

  /** Whether a mine's judging was heard lately enough. */
  public boolean isHeard(@Nullable Instant said, Instant now) {
    return said != null && !said.plus(summary).isBefore(now);
  }

  /**
   * Whether positions still tell how many people are where.
   *
   * @param lastFix when the newest is from; null when there never was one
   * @param tagPeriod how often a card of this mine reports
   */
  public boolean isPlaced(@Nullable Instant lastFix, Duration tagPeriod, Instant now) {
    Duration cards = tagPeriod.multipliedBy(REPORTS);
    Duration most = cards.compareTo(positions) > 0 ? cards : positions;
    return lastFix != null && !lastFix.plus(most).isBefore(now);
  }
}
