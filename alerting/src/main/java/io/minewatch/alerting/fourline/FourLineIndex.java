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
  private final Map<String, Map<String, Span>> slices = new HashMap<>();

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
    slices(mine).forEach((place, period) -> tally(place).expects(mine.points(), period));
  }

  private void add(Judged judged, MinePlace mine) {
    if (question.by() != By.POINT) {
      slices(mine).forEach((place, period) -> tally(place).add(judged, period, null));
      return;
    }
    Span period = mine.days(question.first(), question.last());
    Outage outage = judged.outage();
    if (outage.span(question.now()).within(period).isEmpty()) {
      return;
    }
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
      tally.expects(1, period);
    }
    return tally;
  }

  private Tally tally(String place) {
    return tallies.computeIfAbsent(place, any -> new Tally(question.unwatched(), question.now()));
  }

  /** The rows that a mine has a part in, each with its time. */
  private Map<String, Span> slices(MinePlace mine) {
    return slices.computeIfAbsent(mine.mine(), any -> sliced(mine));
  }

  private Map<String, Span> sliced(MinePlace mine) {
    Span period = mine.days(question.first(), question.last());
    return switch (question.by()) {
      case NATION, PROVINCE, CITY, COUNTY -> Map.of(mine.place(question.by().codes), period);
      case MINE, POINT -> Map.of(mine.mine(), period);
      case DAY -> days(mine);
    };
  }

  private Map<String, Span> days(MinePlace mine) {
    Map<String, Span> days = new TreeMap<>();
    for (LocalDate day = question.first(); !day.isAfter(question.last()); day = day.plusDays(1)) {
      days.put(day.toString(), mine.day(day));
    }
    return days;
  }
}
