package io.minewatch.domain.plan;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When the shifts of a mine begin. Refuses a time zone that does not exist and begins that are not
 * in order.
 *
 * @param timeZone of the mine, by its IANA name
 * @param begins local times, the earliest first; one to four
 */
public record ShiftPlan(String timeZone, List<LocalTime> begins) {
  /** Most shifts of one day. */
  public static final int MAX_SHIFTS = 4;

  /** Three shifts of eight hours from midnight, by UTC: where nothing is told. */
  public static final ShiftPlan NOT_TOLD =
      new ShiftPlan("UTC", List.of(LocalTime.MIN, LocalTime.of(8, 0), LocalTime.of(16, 0)));

  public ShiftPlan {
    begins = List.copyOf(begins);
    try {
      ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time zone is called '" + timeZone + "'", e);
    }
    if (begins.isEmpty() || begins.size() > MAX_SHIFTS) {
      throw new IllegalArgumentException("a day has 1 to 4 shifts, not " + begins.size());
    }
    for (int i = 1; i < begins.size(); i++) {
      if (!begins.get(i - 1).isBefore(begins.get(i))) {
        throw new IllegalArgumentException("shifts begin one after the other, were " + begins);
      }
    }
  }
}
