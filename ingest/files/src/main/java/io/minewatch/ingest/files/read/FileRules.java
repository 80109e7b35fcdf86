package io.minewatch.ingest.files.read;

import io.minewatch.domain.reading.ClockAhead;
import io.minewatch.ingest.files.layout.LocalTimes;
import java.time.Duration;
import java.util.Objects;

/**
 * What the reader needs to know beside the tables.
 *
 * @param times the mine's wall clock
 * @param patience how long a file may stand without its end mark before it counts as failed
 * @param farthest how far ahead of ours a clock may be; beyond it the header is wrong
 * @param badShare the share of bad records above which a file that replaces what is known
 *     (definitions, positions) is refused as a whole; what is left of it would look like points
 *     gone or people out. Readings and alarms stand each for themselves and are kept.
 */
public record FileRules(LocalTimes times, Duration patience, Duration farthest, double badShare) {
  /**
   * Patience and share as a mine's program after the access rules of 2019 has them:
   * docs/formats.md, mark R46. That program refuses a header more than five minutes ahead; here it
   * is taken, decision 56.
   */
  public static final FileRules NATIONAL =
      new FileRules(LocalTimes.CHINA, Duration.ofMinutes(10), ClockAhead.FARTHEST, 0.2);

  public FileRules {
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(patience, "patience");
    if (farthest.isNegative()) {
      throw new IllegalArgumentException("a clock is ahead by 0 or more, was " + farthest);
    }
    if (!(badShare >= 0 && badShare <= 1)) {
      throw new IllegalArgumentException("badShare is 0 to 1, was " + badShare);
    }
  }
}
