package io.minewatch.judge.people;

import io.minewatch.domain.plan.ShiftPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
   * When the shift begins that who goes down at a time leads: from the middle of a shift on the one
   * after it. For a later time it is never an earlier one.
   *
   * @param at milliseconds since 1970 UTC, as is the answer
   */
  long leads(long at) {
    ZonedDateTime time = Instant.ofEpochMilli(at).atZone(timeZone);
    long begin = begin(time, 0);
    long next = next(begin);
    return next - at <= (next - begin) / 2 ? next : begin;
  }

  /** When the shift after one begins, by the clocks of the mine. */
  long next(long begin) {
    return begin(Instant.ofEpochMilli(begin).atZone(timeZone), 1);
  }

  /** The begin of the shift of a time, or of the one after it. */
  private long begin(ZonedDateTime time, int later) {
    int shift = begins.size() - 1;
    while (shift >= 0 && begins.get(shift).isAfter(time.toLocalTime())) {
      shift--;
    }
    int place = shift + later;
    LocalDate day = time.toLocalDate().plusDays(Math.floorDiv(place, begins.size()));
    LocalTime begin = begins.get(Math.floorMod(place, begins.size()));
    return day.atTime(begin).atZone(timeZone).toInstant().toEpochMilli();
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
