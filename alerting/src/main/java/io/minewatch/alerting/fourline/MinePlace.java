package io.minewatch.alerting.fourline;

import io.minewatch.domain.plan.ShiftPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Where a mine lies, how its days run, and how much of it there is to be heard.
 *
 * @param path codes from the province down to the mine
 * @param zone in which its days begin and end
 * @param points of its plan
 * @param since when it was registered: before it nothing was there to be heard
 */
public record MinePlace(String mine, List<String> path, ZoneId zone, int points, Instant since) {
  /** Where a registry tells no shifts; its pages show this one too. */
  private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");

  public MinePlace {
    path = List.copyOf(path);
  }

  /** The zone of a mine with these shifts. */
  public static ZoneId zone(ShiftPlan shifts) {
    return shifts.equals(ShiftPlan.NOT_TOLD) ? USUAL : ZoneId.of(shifts.timeZone());
  }

  /** The path of the first so many codes, parted by strokes; all of it where there are fewer. */
  public String place(int codes) {
    return String.join("/", path.subList(0, Math.min(codes, path.size())));
  }

  /** A day of this mine, as long as that day is there. */
  public Span day(LocalDate day) {
    return new Span(begin(day), begin(day.plusDays(1)));
  }

  /** From the begin of the first day to the end of the last. */
  public Span days(LocalDate first, LocalDate last) {
    return new Span(begin(first), begin(last.plusDays(1)));
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
