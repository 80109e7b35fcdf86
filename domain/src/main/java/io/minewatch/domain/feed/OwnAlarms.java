package io.minewatch.domain.feed;

import io.minewatch.domain.finding.OwnAlarm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mine's own systems raised and ended, as one message of a gateway. Numbered like readings
 * and positions; what stands may be told again and again.
 *
 * @param told when the system told it, by its own clock, of the years 1970 to 9999: by this is seen
 *     how far that is ahead; null if it does not say so
 */
public record OwnAlarms(List<OwnAlarm> alarms, @Nullable Instant told) {
  /** Most of one message. */
  public static final int MAX_ALARMS = 500;

  /** Of a system that does not say when it told them. */
  public OwnAlarms(List<OwnAlarm> alarms) {
    this(alarms, null);
  }

  public OwnAlarms {
    alarms = List.copyOf(alarms);
    if (told != null) {
      OwnAlarm.requireTime("told", told);
    }
    if (alarms.size() > MAX_ALARMS) {
      throw new IllegalArgumentException(
          "a message holds at most " + MAX_ALARMS + " alarms, was " + alarms.size());
    }
  }
}
