package io.minewatch.alerting.suspect;

import java.time.Duration;

/**
 * When what repeats is suspected, from a rule pack.
 *
 * @param within of how many days back is looked at
 * @param days on so many different days
 * @param hour begins within so long of the same time of the day
 * @param share of all outages of the subject, above 0 and at most 1, that begin then: who is cut
 *     off at any time of the day is so at this one too
 */
public record SuspicionRules(Duration within, int days, Duration hour, double share) {
  private static final Duration DAY = Duration.ofDays(1);

  public SuspicionRules {
    if (within.compareTo(DAY) < 0 || within.compareTo(DAY.multipliedBy(92)) > 0) {
      throw new IllegalArgumentException("within is 1 to 92 days, was " + within);
    }
    if (days < 2 || days > within.toDays()) {
      throw new IllegalArgumentException("days is 2 at least and no more than within, was " + days);
    }
    if (hour.isNegative() || hour.isZero() || hour.compareTo(DAY.dividedBy(2)) > 0) {
      throw new IllegalArgumentException("hour is above zero and within 12 h, was " + hour);
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share is above 0 and at most 1, was " + share);
    }
  }
}
