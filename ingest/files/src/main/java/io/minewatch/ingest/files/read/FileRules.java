package io.minewatch.ingest.files.read;

import io.minewatch.ingest.files.layout.LocalTimes;
import java.time.Duration;
import java.util.Objects;

/**
 * What the reader needs to know beside the tables.
 *
 * @param times the mine's wall clock
 * @param patience how long a file may stand without its end mark before it counts as failed
 * @param tolerance how far ahead of our clock a header's time is as a rule; beyond it the mine's
 *     clock is ahead
 * @param farthest how far ahead a clock may be, as judging takes no reading further ahead; beyond
 *     it the header is wrong
 * @param badShare the share of bad records above which a file that replaces what is known
 *     (definitions, positions) is refused as a whole; what is left of it would look like points
 *     gone or people out. Readings and alarms stand each for themselves and are kept.
 */
public record FileRules(
    LocalTimes times, Duration patience, Duration tolerance, Duration farthest, double badShare) {
  /** As a mine's program after the access rules of 2019 does it: docs/formats.md, mark R46. */
  public static final FileRules NATIONAL =
      new FileRules(
          LocalTimes.CHINA, Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofDays(1), 0.2);

  public FileRules {
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(tolerance, "tolerance");
    if (tolerance.isNegative() || farthest.compareTo(tolerance) < 0) {
      throw new IllegalArgumentException(
          "a clock is ahead by 0 or more, and not at once too far: " + tolerance + ", " + farthest);
    }
    if (!(badShare >= 0 && badShare <= 1)) {
      throw new IllegalArgumentException("badShare is 0 to 1, was " + badShare);
    }
  }
}
