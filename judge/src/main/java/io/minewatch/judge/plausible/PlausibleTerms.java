package io.minewatch.judge.plausible;

import java.time.Duration;
import java.util.Objects;

/**
 * How far a reading may lie from the last trusted one.
 *
 * @param guard whether a jump towards danger is let through to judging
 * @param floor a jump up to this is always plausible, in the unit of the measure; at least the
 *     sensor's resolution
 * @param factor a jump up to this many times the usual step is plausible
 * @param period of the readings; after a longer pause a jump may be larger, with the square root
 * @param learn how many readings must have come before any is doubted
 * @param shake steps larger than this many times the usual one are a shake
 * @param settle how many readings in a row must agree before the place jumped to is the normal
 */
public record PlausibleTerms(
    Guard guard,
    double floor,
    double factor,
    double shake,
    Duration period,
    int learn,
    int settle) {
  /** Which jumps are kept from judging. */
  public enum Guard {
    /** Both ways; for values that a person types, and where nobody withdraws on one reading. */
    BOTH_WAYS,
    /** Only jumps down are kept back; what is large is danger, as with gas. */
    LETS_HIGH_THROUGH,
    /** Only jumps up are kept back; what is small is danger, as with oxygen and freeboard. */
    LETS_LOW_THROUGH,
    /** None; for gas. */
    LETS_ALL_THROUGH
  }

  /** The most readings that can be asked for before any is doubted. */
  public static final int MOST_LEARNT = 10_000;

  public PlausibleTerms {
    Objects.requireNonNull(guard, "guard");
    if (!(floor > 0 && factor > shake && shake > 1)
        || (learn < 2 || learn > MOST_LEARNT)
        || settle < 2) {
      throw new IllegalArgumentException(
          ("need floor > 0, factor > shake > 1, 2 <= learn <= "
                  + MOST_LEARNT
                  + ", settle >= 2, was ")
              + (floor + ", " + factor + ", " + shake + ", " + learn + ", " + settle));
    }
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a period must be positive, was " + period);
    }
  }

  /** The usual step is never taken to be less. */
  double leastUsual() {
    return floor / factor;
  }
}
