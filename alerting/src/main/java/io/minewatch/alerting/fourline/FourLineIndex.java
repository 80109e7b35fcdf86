package io.minewatch.alerting.fourline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** Of each mine what holds for all of its outages. */
  private final Map<String, Slot> slots = new HashMap<>();

  /**
   * A mine in the question.
   *
   * @param period that is asked about
   * @param only the one row that it has a part in; null where it has one for each day
   */
  private record Slot(MinePlace mine, Span period, @Nullable Tally only) {}

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
    List<Row> rows = question.by() == By.POINT ? index.points(outages) : index.places(outages);
    rows.sort(question.by() == By.DAY ? Comparator.comparing(Row::place).reversed() : WORST);
    return rows;
  }

  private List<Row> places(List<Judged> outages) {
    question.mines().values().forEach(this::expect);
    for (Judged each : outages) {
      Slot slot = slots.get(each.outage().mine());
      if (slot != null) {
        add(each, slot);
      }
    }
    List<Row> rows = new ArrayList<>();
    tallies.forEach((place, tally) -> rows.add(tally.row(place)));
    return rows;
  }

  private void expect(MinePlace mine) {
    Span period = mine.days(question.first(), question.last());
    boolean isOne = question.by() != By.DAY || question.first().equals(question.last());
    Tally only = isOne ? tally(place(mine)) : null;
    slots.put(mine.mine(), new Slot(mine, period, only));
    if (only != null) {
      only.expects(mine.points(), period, mine.since());
    } else {
      days(mine, question.first(), question.last())
          .forEach((day, span) -> tally(day).expects(mine.points(), span, mine.since()));
    }
  }

  private void add(Judged judged, Slot slot) {
    if (slot.only() != null) {
      slot.only().add(judged, slot.period(), null);
      return;
    }
    Span met = judged.outage().span(question.now()).within(slot.period());
    if (!met.isEmpty()) {
      MinePlace mine = slot.mine();
      LocalDate last = LocalDate.ofInstant(met.to().minusNanos(1), mine.zone());
      days(mine, LocalDate.ofInstant(met.from(), mine.zone()), last)
          .forEach((day, span) -> tally(day).add(judged, span, null));
    }
  }

  /** Point by point: a nation has hundreds of thousands in a day, and none is held for long. */
  private List<Row> points(List<Judged> outages) {
    Map<String, List<Judged>> byMine = new HashMap<>();
    for (Judged each : outages) {
      byMine.computeIfAbsent(each.outage().mine(), any -> new ArrayList<>()).add(each);
    }
    List<Row> rows = new ArrayList<>();
    byMine.forEach(
        (code, all) -> {
          MinePlace mine = question.mines().get(code);
          if (mine != null) {
            points(mine, all, rows);
          }
        });
    return rows;
  }

  private void points(MinePlace mine, List<Judged> outages, List<Row> rows) {
    Span period = mine.days(question.first(), question.last());
    Map<String, List<Judged>> points = new HashMap<>();
    for (Judged each : outages) {
      Outage outage = each.outage();
      if (!outage.span(question.now()).within(period).isEmpty()) {
        for (String point : outage.points()) {
          points.computeIfAbsent(point, any -> new ArrayList<>(1)).add(each);
        }
        if (outage.size() > outage.points().size()) { // more lie behind it than are named
          points.computeIfAbsent(outage.subject(), any -> new ArrayList<>(1)).add(each);
        }
      }
    }
    points.forEach(
        (point, all) -> {
          Tally tally = new Tally(question.unwatched(), question.now());
          tally.expects(1, period, mine.since());
          all.forEach(each -> tally.add(each, period, point));
          rows.add(tally.row(mine.mine() + "/" + point));
        });
  }

  private Tally tally(String place) {
    return tallies.computeIfAbsent(place, any -> new Tally(question.unwatched(), question.now()));
  }

  /** The one row that a mine has a part in. */
  private String place(MinePlace mine) {
    return switch (question.by()) {
      case NATION, PROVINCE, CITY, COUNTY -> mine.place(question.by().codes);
      case MINE, POINT -> mine.mine();
      case DAY -> question.first().toString();
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
