package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.BookRows;
import io.minewatch.alerting.journal.BookRows.Line;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes into the books of a mine what points and positions showed of a shift, when it is over. For
 * one thread, which the series store may keep waiting.
 */
public final class SeenShifts {
  /** What comes late into the store is there by then. */
  private static final Duration SETTLED = Duration.ofMinutes(30);

  /** Shifts that ended longer ago are not read any more. */
  private static final Duration BACK = Duration.ofDays(3);

  /** Positions are counted in so long a part of each hour: all of them would be far too many. */
  private static final Duration SAMPLE = Duration.ofMinutes(5);

  private static final Duration HOUR = Duration.ofHours(1);

  /** A shift of which less was heard than this share, of points or of time, is not known. */
  private static final double HEARD = 0.9;

  private final BookDesk desk;
  private final Mines mines;
  private final Clock clock;

  /** When a shift is read next, by mine and by its begin; what is known whole never again. */
  private final Map<String, Map<Instant, Instant>> next = new HashMap<>();

  public SeenShifts(BookDesk desk, Mines mines, Clock clock) {
    this.desk = desk;
    this.mines = mines;
    this.clock = clock;
  }

  /**
   * All shifts that are over and are not known whole yet. What is not in the store is asked for
   * again, each time after twice as long, for the archive may be behind; what fails of one mine
   * stops no other.
   */
  public void look(SeriesStore series) {
    Instant now = clock.instant();
    for (MineEntry mine : List.copyOf(mines.all())) {
      look(mine, now, series);
    }
  }

  private void look(MineEntry mine, Instant now, SeriesStore series) {
    String code = mine.plan().mine().value();
    Instant until = now.minus(SETTLED);
    Instant back = until.minus(BACK);
    Map<Instant, Instant> read = next.computeIfAbsent(code, any -> new HashMap<>());
    read.keySet().removeIf(each -> each.isBefore(back));
    List<MineShifts.Shift> shifts =
        new MineShifts(mine.plan().shifts())
            .over(back, until).stream()
                .filter(each -> !due(read, each).isAfter(now))
                .sorted(Comparator.comparing(each -> due(read, each)))
                .toList();
    for (MineShifts.Shift shift : shifts) {
      boolean[] whole = {false};
      boolean done =
          Raising.guarded("a shift of mine " + code, () -> whole[0] = see(mine, shift, series));
      if (!done) {
        read.put(shift.begin(), now); // looked at again, after the others
        return;
      }
      Instant later = now.plus(Duration.between(shift.end(), now));
      read.put(shift.begin(), whole[0] ? Instant.MAX : later);
    }
  }

  private static Instant due(Map<Instant, Instant> read, MineShifts.Shift shift) {
    return read.getOrDefault(shift.begin(), Instant.MIN);
  }

  /** Whether all was heard that there is of it. */
  private boolean see(MineEntry mine, MineShifts.Shift shift, SeriesStore series) {
    List<Line> lines = new ArrayList<>();
    Span span = new Span(shift.begin(), shift.end());
    double speed = mean(mine, Measure.AIR_SPEED, span, series);
    double methane = mean(mine, Measure.METHANE, span, series);
    double inflow = mean(mine, Measure.INFLOW, span, series);
    add(lines, Factor.AIR_SPEED, shift, speed);
    add(lines, Factor.METHANE, shift, methane);
    add(lines, Factor.WATER, shift, inflow * count(mine, Measure.INFLOW));
    boolean whole = people(mine, shift, series, lines);
    if (!lines.isEmpty()) {
      desk.keep(mine.plan().mine().value(), lines, LedgerRows.SYSTEM);
    }
    return whole
        && isHeard(mine, Measure.AIR_SPEED, speed)
        && isHeard(mine, Measure.METHANE, methane)
        && isHeard(mine, Measure.INFLOW, inflow);
  }

  private static boolean isHeard(MineEntry mine, Measure measure, double mean) {
    return Double.isFinite(mean) || count(mine, measure) == 0;
  }

  private static void add(List<Line> lines, Factor factor, MineShifts.Shift shift, double value) {
    if (Double.isFinite(value)) {
      lines.add(new Line(factor.name(), "", shift.begin(), Math.max(0, value)));
    }
  }

  private static int count(MineEntry mine, Measure measure) {
    return (int) mine.plan().points().stream().filter(each -> each.measure() == measure).count();
  }

  /** The mean of all points of a measure; NaN where too little of them was heard. */
  private static double mean(MineEntry mine, Measure measure, Span span, SeriesStore series) {
    long windows = span.millis() / Statistic.WINDOW.toMillis();
    int known = 0;
    double sum = 0;
    for (PointPlan point : mine.plan().points()) {
      if (point.measure() == measure) {
        List<Statistic> told =
            series.statistics(new Series(mine.plan().mine(), measure, point.id()), span).stream()
                .filter(each -> each.measured() > 0)
                .toList();
        if (told.size() >= HEARD * windows) {
          known++;
          sum += told.stream().mapToDouble(Statistic::mean).average().orElse(0);
        }
      }
    }
    return known > 0 && known >= HEARD * count(mine, measure) ? sum / known : Double.NaN;
  }

  /**
   * Cards underground and where no plan knows a place, by a part of each hour; whether enough of
   * the hours were heard.
   */
  private boolean people(
      MineEntry mine, MineShifts.Shift shift, SeriesStore series, List<Line> lines) {
    Map<String, Double> stood = new TreeMap<>();
    int hours = 0;
    int heard = 0;
    double cards = 0;
    for (Instant at = shift.begin(); at.isBefore(shift.end()); at = at.plus(HOUR)) {
      Map<String, Fix> newest = new HashMap<>();
      List<Fix> fixes = series.positions(mine.plan().mine(), new Span(at, at.plus(SAMPLE)));
      fixes.forEach(each -> newest.put(each.card().value(), each));
      newest.values().removeIf(each -> !each.underground());
      hours++;
      heard += fixes.isEmpty() ? 0 : 1;
      cards += newest.size();
      for (Fix each : newest.values()) {
        ZoneId zone = each.zone();
        if (zone != null) {
          stood.merge(zone.value(), 1.0, Double::sum);
        }
      }
    }
    boolean whole = heard > 0 && heard >= HEARD * hours;
    if (whole) {
      add(lines, Factor.CARDS, shift, cards / hours);
    }
    unplanned(mine, shift, stood)
        .forEach(
            (place, time) -> lines.add(new Line(BookRows.UNPLANNED, place, shift.begin(), time)));
    return whole;
  }

  /** A plan without any place tells nothing of where nobody should be. */
  private Map<String, Double> unplanned(
      MineEntry mine, MineShifts.Shift shift, Map<String, Double> stood) {
    Map<String, Double> unplanned = new TreeMap<>(stood);
    mine.plan().zones().forEach(each -> unplanned.remove(each.id().value()));
    if (mine.plan().zones().isEmpty() || unplanned.isEmpty()) {
      return Map.of();
    }
    unplanned.keySet().removeAll(desk.places(mine.plan().mine().value(), shift));
    return unplanned;
  }
}
