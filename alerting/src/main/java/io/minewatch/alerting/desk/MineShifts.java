package io.minewatch.alerting.desk;

import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.domain.plan.ShiftPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the shifts of a mine began, by its own clock. */
public final class MineShifts {
  private final ShiftPlan plan;
  private final ZoneId zone;

  public MineShifts(ShiftPlan plan) {
    this.plan = plan;
    this.zone = MinePlace.zone(plan);
  }

  /**
   * One shift.
   *
   * @param slot which of the day it is, from 0
   * @param end when the next one begins
   */
  public record Shift(Instant begin, Instant end, int slot) {}

  /** Those that begin from an instant on and are over by another, the oldest first. */
  public List<Shift> over(Instant from, Instant until) {
    List<Shift> all = new ArrayList<>();
    LocalDate last = LocalDate.ofInstant(until, zone);
    for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); ) {
      for (int slot = 0; slot < plan.begins().size(); slot++) {
        Shift shift = at(day, slot);
        if (!shift.begin().isBefore(from) && !shift.end().isAfter(until)) {
          all.add(shift);
        }
      }
      day = day.plusDays(1);
    }
    return all;
  }

  private Shift at(LocalDate day, int slot) {
    List<LocalTime> begins = plan.begins();
    boolean isLast = slot == begins.size() - 1;
    LocalDate endDay = isLast ? day.plusDays(1) : day;
    LocalTime end = begins.get(isLast ? 0 : slot + 1);
    return new Shift(instant(day, begins.get(slot)), instant(endDay, end), slot);
  }

  private Instant instant(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  /** The shift that begins then; null if none does. */
  public @Nullable Shift beginning(Instant begin) {
    LocalDate day = LocalDate.ofInstant(begin, zone);
    for (int slot = 0; slot < plan.begins().size(); slot++) {
      Shift shift = at(day, slot);
      if (shift.begin().equals(begin)) {
        return shift;
      }
    }
    return null;
  }
}
