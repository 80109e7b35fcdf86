package io.minewatch.alerting.fourline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Times by mine and by what of it, to be united. Most outages of a mine meet no other, and what
 * meets another has few points in common with it: only those are united point by point.
 */
final class Pieces {
  private static final List<FourLine> LINES = List.of(FourLine.values());

  /**
   * One time, in milliseconds since 1970 UTC.
   *
   * @param line of the mine's own; null where it is the region's
   * @param isAbsent whether nothing was heard in it
   */
  record Piece(long from, long to, @Nullable FourLine line, boolean isAbsent) {}

  /**
   * What one outage took away.
   *
   * @param pieces at least one, without a moment in common
   * @param points those that are named
   * @param rest how many more lie behind the subject
   */
  record Entry(List<Piece> pieces, List<String> points, String subject, int rest) {
    private long begin() {
      long begin = Long.MAX_VALUE;
      for (Piece piece : pieces) {
        begin = Math.min(begin, piece.from());
      }
      return begin;
    }

    private long end() {
      long end = Long.MIN_VALUE;
      for (Piece piece : pieces) {
        end = Math.max(end, piece.to());
      }
      return end;
    }
  }

  /** Milliseconds by line, of the region, of any line, and of what was not heard. */
  static final class Sums {
    final long[] lines = lines();
    long region;
    long own;
    long absent;

    Duration line(FourLine line) {
      return Duration.ofMillis(lines[place(line)]);
    }

    Duration region() {
      return Duration.ofMillis(region);
    }

    Duration own() {
      return Duration.ofMillis(own);
    }

    Duration absent() {
      return Duration.ofMillis(absent);
    }
  }

  /** A place for each line. */
  static long[] lines() {
    return new long[LINES.size()];
  }

  /** The place of a line. */
  static int place(FourLine line) {
    return LINES.indexOf(line);
  }

  private final Map<String, List<Entry>> byMine = new HashMap<>();
  private final long[] unwatched;
  private final Sums points = new Sums();
  private final Sums mines = new Sums();

  Pieces(Spans unwatched) {
    List<Span> parts = Spans.of(unwatched.parts()).parts();
    this.unwatched = new long[parts.size() * 2];
    for (int i = 0; i < parts.size(); i++) {
      this.unwatched[2 * i] = parts.get(i).from().toEpochMilli();
      this.unwatched[2 * i + 1] = parts.get(i).to().toEpochMilli();
    }
  }

  void add(String mine, Entry entry) {
    byMine.computeIfAbsent(mine, any -> new ArrayList<>()).add(entry);
  }

  /** Adds up all that was added; once. */
  void sum() {
    for (List<Entry> mine : byMine.values()) {
      mine.sort(Comparator.comparingLong(Entry::begin));
      int from = 0;
      long end = Long.MIN_VALUE;
      for (int i = 0; i < mine.size(); i++) {
        if (mine.get(i).begin() >= end && i > from) {
          together(mine.subList(from, i));
          from = i;
        }
        end = Math.max(end, mine.get(i).end());
      }
      together(mine.subList(from, mine.size()));
    }
    byMine.clear();
  }

  /** The time of each point, all added up, each moment of a point once. */
  Sums points() {
    return points;
  }

  /** The time in which a mine had any such, all mines added up. */
  Sums mines() {
    return mines;
  }

  /** Outages of a mine that meet one another, and no other. */
  private void together(List<Entry> entries) {
    if (entries.size() == 1) {
      Entry entry = entries.get(0);
      Meter.single(entry, entry.points().size() + (long) entry.rest(), unwatched, points);
      Meter.single(entry, 1, unwatched, mines);
      return;
    }
    Meter.several(entries, 1, unwatched, mines);
    Map<String, Entry> first = new HashMap<>();
    Map<String, List<Entry>> shared = new HashMap<>();
    for (Entry entry : entries) {
      for (String point : entry.points()) {
        note(point, entry, first, shared);
      }
      if (entry.rest() > 0) {
        note(rest(entry), entry, first, shared);
      }
    }
    for (Entry entry : entries) {
      Meter.single(entry, alone(entry, shared), unwatched, points);
    }
    shared.forEach((what, all) -> Meter.several(all, number(what, all), unwatched, points));
  }

  /** No point is called so. */
  private static String rest(Entry entry) {
    return "/" + entry.subject();
  }

  private static void note(
      String what, Entry entry, Map<String, Entry> first, Map<String, List<Entry>> shared) {
    Entry other = first.putIfAbsent(what, entry);
    if (other != null) {
      shared.computeIfAbsent(what, any -> new ArrayList<>(List.of(other))).add(entry);
    }
  }

  /** How many points are taken away by this one alone. */
  private static long alone(Entry entry, Map<String, List<Entry>> shared) {
    long alone = shared.containsKey(rest(entry)) ? 0 : entry.rest();
    for (String point : entry.points()) {
      alone += shared.containsKey(point) ? 0 : 1;
    }
    return alone;
  }

  /** How many points a thing stands for: of those without a name the most that were said. */
  private static long number(String what, List<Entry> all) {
    long most = 1;
    for (Entry each : all) {
      most = Math.max(most, what.equals(rest(each)) ? each.rest() : 1);
    }
    return most;
  }
}
