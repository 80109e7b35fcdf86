package io.minewatch.judge.people;

import io.minewatch.domain.plan.ShiftPlan;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** When the shifts of a mine relieve each other. */
final class Handover {
  private static final long DAY = 86_400_000;

  private final ZoneId timeZone;
  private final List<LocalTime> begins;

  Handover(ShiftPlan shifts) {
    timeZone = ZoneId.of(shifts.timeZone());
    begins = shifts.begins();
  }

  /**
   * Whether a shift begins or began within a time of a moment, both ends included.
   *
   * @param at milliseconds since 1970 UTC
   * @param within milliseconds
   */
  boolean isNear(long at, long within) {
    long time = millisOfDay(Instant.ofEpochMilli(at).atZone(timeZone).toLocalTime());
    for (LocalTime begin : begins) {
      long apart = Math.abs(time - millisOfDay(begin));
      if (Math.min(apart, DAY - apart) <= within) {
        return true;
      }
    }
    return false;
  }

  /** The longest shift, milliseconds. */
  long longest() {
    long longest = 0;
    for (int i = 0; i < begins.size(); i++) {
      long next = millisOfDay(begins.get((i + 1) % begins.size()));
      long length = Math.floorMod(next - millisOfDay(begins.get(i)), DAY);
      longest = Math.max(longest, length == 0 ? DAY : length);
    }
    return longest;
  }

  private static long millisOfDay(LocalTime time) {
    return time.toNanoOfDay() / 1_000_000;
  }
}
