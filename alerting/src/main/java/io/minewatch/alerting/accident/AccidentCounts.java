package io.minewatch.alerting.accident;

import io.minewatch.alerting.accident.Owed.Standing;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The clocks of accident reports of one place and period, counted.
 *
 * @param accidents declared
 * @param owed reports whose time has not passed yet
 * @param overdue reports whose time has passed unmade
 * @param inTime reports made in time
 * @param late reports made after their time
 */
public record AccidentCounts(int accidents, int owed, int overdue, int inTime, int late) {
  /** Counts them as they stand now. */
  public static AccidentCounts of(List<Accident> accidents, Instant now) {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    accidents.stream()
        .flatMap(each -> each.reports().stream())
        .forEach(each -> counts.merge(each.standing(now), 1, Integer::sum));
    return new AccidentCounts(
        accidents.size(),
        count(counts, Standing.OWED),
        count(counts, Standing.OVERDUE),
        count(counts, Standing.IN_TIME),
        count(counts, Standing.LATE));
  }

  private static int count(Map<Standing, Integer> counts, Standing standing) {
    return Objects.requireNonNullElse(counts.get(standing), 0);
  }
}
