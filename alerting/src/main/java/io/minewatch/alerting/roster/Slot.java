package io.minewatch.alerting.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a person holds a position. Times are those of the roster's own zone.
 *
 * @param rung of the ladder, from 1
 * @param person id within the roster
 * @param shift what the shift is called, for instance 早班; may be empty
 * @param days on which it begins
 * @param until not later than {@code from} for a shift that ends on the next day; equal for a whole
 *     day
 * @param first the first day on which it begins
 * @param last the last one, or null for no end
 */
public record Slot(
    int rung,
    String person,
    Standing standing,
    String shift,
    Set<DayOfWeek> days,
    LocalTime from,
    LocalTime until,
    LocalDate first,
    @Nullable LocalDate last) {
  /** Whom to call first. */
  public enum Standing {
    DUTY,
    /** Is called beside the one on duty, and alone when there is none. */
    DEPUTY
  }

  public Slot {
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(shift, "shift");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(first, "first");
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a slot of " + person + " has no day");
    }
    days = Set.copyOf(EnumSet.copyOf(days));
    if (rung < 1 || rung > 20) {
      throw new IllegalArgumentException("rungs are 1 to 20, was " + rung);
    }
    if (last != null && last.isBefore(first)) {
      throw new IllegalArgumentException("a slot of " + person + " ends before it begins");
    }
  }

  /** Whether it begins on this day. */
  boolean begins(LocalDate day) {
    return days.contains(day.getDayOfWeek())
        && !day.isBefore(first)
        && (last == null || !day.isAfter(last));
  }

  LocalDateTime start(LocalDate day) {
    return day.atTime(from);
  }

  /** When what begins on this day ends. */
  LocalDateTime end(LocalDate day) {
    return (until.isAfter(from) ? day : day.plusDays(1)).atTime(until);
  }
}
