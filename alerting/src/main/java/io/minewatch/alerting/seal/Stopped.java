package io.minewatch.alerting.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A stopped mine at one moment of a shift. Refuses a shift or a stop that begins after now.
 *
 * @param since from when the registry declares it suspended or closed (停产、关闭)
 * @param shift begin of the shift that is judged
 * @param now end of what is judged, excluded
 * @param zone by which its nights are told
 * @param window length of the windows of all courses
 * @param worked what a stop is compared with; null where it is not known, then nothing is
 */
public record Stopped(
    Instant since,
    Instant shift,
    Instant now,
    ZoneId zone,
    Duration window,
    @Nullable Worked worked) {
  /** A time, its end excluded, in which the registry said that the mine works. */
  public record Worked(Instant from, Instant to) {}

  public Stopped {
    if (shift.isAfter(now) || since.isAfter(now)) {
      throw new IllegalArgumentException(
          "shift and stop have begun before " + now + ", began " + shift + " and " + since);
    }
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("a window has a length, was " + window);
    }
  }

  /** From when on windows of this shift lie in the stop. */
  Instant begin() {
    return shift.isBefore(since) ? since : shift;
  }

  Duration of(int windows) {
    return window.multipliedBy(windows);
  }
}
