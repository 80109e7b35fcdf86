package io.minewatch.domain.reading;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the clock of a mine may be ahead of ours, and what is then believed of its stamps: one
 * law for all that reads them (decision 56). A stamp that lies ahead of when it came was made by a
 * wrong clock, for nothing is told before it is measured; one that lies behind may have waited.
 */
public final class ClockAhead {
  /** A clock that is further ahead is wrong, and not just not quite right. */
  public static final Duration FAR = Duration.ofMinutes(5);

  /** A clock may be wrong by a day (a time zone, a date line), not by more. */
  public static final Duration ABSURD = Duration.ofDays(1);

  /**
   * So far ahead of a gateway's clock, which may be off itself, a stamp is not yet {@link #ABSURD}
   * to whoever judges it: 23 h 55 min.
   */
  public static final Duration FARTHEST = ABSURD.minus(FAR);

  private static final long FAR_MILLIS = FAR.toMillis();
  private static final long ABSURD_MILLIS = ABSURD.toMillis();

  private ClockAhead() {}

  /**
   * Whether a clock is far ahead.
   *
   * @param ahead its time minus ours
   */
  public static boolean isFar(Duration ahead) {
    return ahead.compareTo(FAR) > 0;
  }

  /** Whether a stamp was made by a clock that is far ahead of when it came. */
  public static boolean isFar(Instant stamp, Instant came) {
    return isFar(Duration.between(came, stamp));
  }

  /** The same in milliseconds since 1970 UTC. */
  public static boolean isFar(long stamp, long came) {
    return stamp - came > FAR_MILLIS;
  }

  /** Whether no clock is so far ahead; milliseconds since 1970 UTC. */
  public static boolean isAbsurd(long stamp, long came) {
    return stamp - came > ABSURD_MILLIS;
  }
}
