package io.minewatch.alerting.view;

import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of each point in each hour of a day: points by time.
 *
 * @param day of the mine, yyyy-mm-dd
 * @param hours when each begins; 23 to 25 of them where clocks are changed
 * @param points how many the mine has
 * @param next the place of the first point of the next page; null on the last
 */
public record FeedHealth(
    String mine,
    String day,
    String timeZone,
    List<Instant> hours,
    List<Row> rows,
    int points,
    @Nullable Integer next) {
  /** A window is looked for this long after its end: what comes late and is written late counts. */
  public static final Duration SETTLED = Duration.ofMinutes(15);

  private static final Duration HOUR = Duration.ofHours(1);

  /** What was heard in an hour. */
  public enum State {
    /** Something was measured in every five minutes. */
    FULL,
    /** In some of them. */
    PARTLY,
    /** Something came, nothing of it was a measurement. */
    UNMEASURED,
    /** Nothing came. */
    SILENT,
    /** It is not over, or not looked at yet. */
    AHEAD
  }

  /**
   * One hour of one point.
   *
   * @param percent of the windows of five minutes that are over, those in which something measured
   * @param quality what the most of the readings said that were none; null where all measured
   */
  public record Cell(State state, int percent, @Nullable Quality quality) {}

  public record Row(
      String point, String name, String nameEnglish, String measure, List<Cell> cells) {}

  /** The hours of a day. */
  public static List<Instant> hours(LocalDate day, ZoneId zone) {
    List<Instant> hours = new ArrayList<>();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    for (Instant at = day.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plus(HOUR)) {
      hours.add(at);
    }
    return hours;
  }

  /** The row of a point, from the statistics of the day in any order. */
  public static Row row(
      PointPlan point, List<Instant> hours, List<Statistic> statistics, Instant now) {
    List<Cell> cells = new ArrayList<>();
    for (Instant hour : hours) {
      Instant end = hour.plus(HOUR);
      Instant settled = now.minus(SETTLED);
      Duration over = Duration.between(hour, end.isBefore(settled) ? end : settled);
      long expected = over.isNegative() ? 0 : over.dividedBy(Statistic.WINDOW);
      List<Statistic> within =
          statistics.stream()
              .filter(each -> !each.window().isBefore(hour) && each.window().isBefore(end))
              .filter(each -> !each.window().plus(Statistic.WINDOW).isAfter(settled))
              .toList();
      cells.add(cell(within, expected));
    }
    return new Row(
        point.id().value(), point.name(), point.nameEnglish(), point.measure().name(), cells);
  }

  private static Cell cell(List<Statistic> within, long expected) {
    if (expected == 0) {
      return new Cell(State.AHEAD, 0, null);
    }
    long measured = within.stream().filter(each -> each.measured() > 0).count();
    int percent = (int) (100 * measured / expected);
    Quality mostOften = mostOften(within);
    if (within.isEmpty()) {
      return new Cell(State.SILENT, 0, null);
    }
    State state = measured == 0 ? State.UNMEASURED : percent == 100 ? State.FULL : State.PARTLY;
    return new Cell(state, percent, mostOften);
  }

  private static @Nullable Quality mostOften(List<Statistic> within) {
    Map<Quality, Long> counts = new EnumMap<>(Quality.class);
    for (Statistic each : within) {
      each.byQuality()
          .forEach(
              (quality, count) -> {
                if (!quality.measures()) {
                  counts.merge(quality, count, Long::sum);
                }
              });
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
