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

  /**
   * From when on who went down belongs to the shift of a moment: since the middle of the shift
   * before it. Who went down earlier belongs to an earlier one, however long he stays.
   *
   * @param at milliseconds since 1970 UTC
   */
  long openSince(long at) {
    long time = millisOfDay(Instant.ofEpochMilli(at).atZone(timeZone).toLocalTime());
    int now = 0;
    for (int i = 1; i < begins.size(); i++) {
      now = since(time, i) < since(time, now) ? i : now;
    }
    long before = since(millisOfDay(begins.get(now)), (now + begins.size() - 1) % begins.size());
    return at - since(time, now) - (before == 0 ? DAY : before) / 2;
  }

  /** How long ago a shift began, by the time of the day alone. */
  private long since(long time, int shift) {
    return Math.floorMod(time - millisOfDay(begins.get(shift)), DAY);
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
