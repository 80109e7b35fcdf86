package io.minewatch.domain.feed;

import io.minewatch.domain.finding.OwnAlarm;
import java.util.List;

/**
 * What the mine's own systems raised and ended, as one message of a gateway. Numbered like readings
 * and positions; what stands may be told again and again.
 */
public record OwnAlarms(List<OwnAlarm> alarms) {
  /** Most of one message. */
  public static final int MAX_ALARMS = 500;

  public OwnAlarms {
    alarms = List.copyOf(alarms);
    if (alarms.size() > MAX_ALARMS) {
      throw new IllegalArgumentException(
          "a message holds at most " + MAX_ALARMS + " alarms, was " + alarms.size());
    }
  }
}
