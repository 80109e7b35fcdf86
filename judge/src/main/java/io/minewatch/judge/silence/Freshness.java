package io.minewatch.judge.silence;

import io.minewatch.domain.reading.ClockAhead;

/**
 * Questions about time: is this reading older than what is known, does it follow the last one
 * closely enough, and has this thing been silent for too long. All times are milliseconds since
 * 1970 UTC.
 *
 * <p>Silence runs in processing time, from when the thing was last received. After our own downtime
 * it runs from when judging resumed: what we did not listen to was not silent. Absence never clears
 * anything; it only darkens.
 */
public final class Freshness {
  /** A time that never came. */
  public static final long NEVER = Long.MIN_VALUE;

  private Freshness() {}

  /**
   * Whether something measured is not newer than the last that was judged. A stamp of a clock that
   * is far ahead holds nothing up: what follows it with earlier times is taken.
   *
   * @param measured of what came
   * @param last measured time of the last one judged, or {@link #NEVER}
   * @param received when it reached us
   */
  public static boolean isLate(long measured, long last, long received) {
    if (measured > last) {
      return false;
    }
    return measured == last || !ClockAhead.isFar(last, received);
  }

  /**
   * Whether so much measured time lies between two readings that nobody knows what was in it, even
   * if both reach us at once.
   *
   * @param measured of what came
   * @param last measured time of the last trusted one, or {@link #NEVER}
   * @param darkAfter how long it may be silent
   */
  public static boolean isGap(long measured, long last, long darkAfter) {
    return last != NEVER && measured - last > darkAfter;
  }

  /**
   * The first millisecond at which a thing is dark.
   *
   * @param lastReceived when it was last received, or when it was first expected
   * @param resumed when judging resumed after our own downtime
   * @param darkAfter how long it may be silent
   */
  public static long darkAt(long lastReceived, long resumed, long darkAfter) {
    return Math.max(lastReceived, resumed) + darkAfter + 1;
  }

  /** Whether it has been silent for longer than it may. */
  public static boolean isDark(long lastReceived, long resumed, long darkAfter, long now) {
    return now >= darkAt(lastReceived, resumed, darkAfter);
  }
}
