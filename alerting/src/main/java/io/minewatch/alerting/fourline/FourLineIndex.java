package io.minewatch.alerting.fourline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The four-line index: one row for each place, mine, point or day that is asked for. */
public final class FourLineIndex {
  /** What each row stands for; of an area so many codes of its path. */
  public enum By {
    NATION(0),
    PROVINCE(1),
    CITY(2),
    COUNTY(3),
    MINE(0),
    POINT(0),
    DAY(0);

    private final int codes;

    By(int codes) {
      this.codes = codes;
    }
  }

  /**
   * What is asked.
   *
   * @param mines those that are asked about, by code
   * @param first day, of each mine's own calendar
   * @param last day, included
   * @param unwatched when the platform did not watch
   */
  public record Question(
      By by,
      Map<String, MinePlace> mines,
      LocalDate first,
      LocalDate last,
      Spans unwatched,
      Instant now) {
    public Question {
      mines = Map.copyOf(mines);
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("the last day is not before the first");
      }
    }

    /** From the earliest begin of all mines to the latest end. */
    public Span whole() {
      Span whole = null;
      for (MinePlace mine : mines.values()) {
        Span own = mine.days(first, last);
        whole =
            whole == null
                ? own
                : new Span(
                    whole.from().isBefore(own.from()) ? whole.from() : own.from(),
                    whole.to().isAfter(own.to()) ? whole.to() : own.to());
      }
      return whole == null ? new Span(now, now) : whole;
    }
  }

  private static final Comparator<Row> WORST =
      Comparator.comparing(Row::lost)
          .reversed()
          .thenComparing(Row::times, Comparator.reverseOrder())
          .thenComparing(Row::place);

  private final Question question;
  private final Map<String, Tally> tallies = new HashMap<>();
  private final Set<String> expected = new HashSet<>();

  private FourLineIndex(Question question) {
    this.question = question;
  }

  /**
   * The rows, the worst first; of days the newest first. Every area, mine and day has a row, also
   * where nothing was found; of points only those that something was found of.
   *
   * @param outages those of other mines are left out
   */
  public static List<Row> of(List<Judged> outages, Question question) {
    FourLineIndex index = new FourLineIndex(question);
    if (question.by() != By.POINT) {
      question.mines().values().forEach(index::expect);
    }
    for (Judged each : outages) {
      MinePlace mine = question.mines().get(each.outage().mine());
      if (mine != null) {
        index.add(each, mine);
      }
    }
    List<Row> rows = new ArrayList<>();
    index.tallies.forEach((place, tally) -> rows.add(tally.row(place)));
    rows.sort(question.by() == By.DAY ? Comparator.comparing(Row::place).reversed() : WORST);
    return rows;
  }

  private void expect(MinePlace mine) {
    slices(mine, question.first(), question.last())
        .forEach((place, period) -> tally(place).expects(mine.points(), period, mine.since()));
  }

  private void add(Judged judged, MinePlace mine) {
    Outage outage = judged.outage();
    Span met = outage.span(question.now()).within(mine.days(question.first(), question.last()));
    if (met.isEmpty()) {
      return;
    }
    if (question.by() == By.POINT) {
      points(judged, mine);
      return;
    }
    LocalDate last = LocalDate.ofInstant(met.to().minusNanos(1), mine.zone());
    slices(mine, LocalDate.ofInstant(met.from(), mine.zone()), last)
        .forEach((place, period) -> tally(place).add(judged, period, null));
  }

  private void points(Judged judged, MinePlace mine) {
    Outage outage = judged.outage();
    Span period = mine.days(question.first(), question.last());
    for (String point : outage.points()) {
      point(mine, point, period).add(judged, period, point);
    }
    if (outage.size() > outage.points().size()) { // more lie behind it than are named
      point(mine, outage.subject(), period).add(judged, period, outage.subject());
    }
  }

  private Tally point(MinePlace mine, String point, Span period) {
    String place = mine.mine() + "/" + point;
    Tally tally = tally(place);
    if (expected.add(place)) {
      tally.expects(1, period, mine.since());
    }
    return tally;
  }

  private Tally tally(String place) {
    return tallies.computeIfAbsent(place, any -> new Tally(question.unwatched(), question.now()));
  }

  /** The rows that a mine has a part in from one day to another, each with its time. */
  private Map<String, Span> slices(MinePlace mine, LocalDate from, LocalDate to) {
    Span period = mine.days(question.first(), question.last());
    return switch (question.by()) {
      case NATION, PROVINCE, CITY, COUNTY -> Map.of(mine.place(question.by().codes), period);
      case MINE, POINT -> Map.of(mine.mine(), period);
      case DAY -> days(mine, from, to);
    };
  }

  private static Map<String, Span> days(MinePlace mine, LocalDate from, LocalDate to) {
    Map<String, Span> days = new TreeMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      days.put(day.toString(), mine.day(day));
    }
    return days;
  }
}
