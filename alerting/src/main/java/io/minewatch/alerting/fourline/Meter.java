package io.minewatch.alerting.fourline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Adds up the times of one thing, each moment once: by line, of the region, of any line, and of
 * what was not heard. A day of a nation has hundreds of thousands of such things, so it counts in
 * milliseconds.
 */
final class Meter {
  /** A union of times that come in the order of their begins. */
  private static final class Union {
    private final long[] unwatched;
    private long from;
    private long to = Long.MIN_VALUE;
    private long total;

    /** The times that do not count, begin and end by turns, in order. */
    private Union(long[] unwatched) {
      this.unwatched = unwatched;
    }

    private void add(long begin, long end) {
      if (begin > to) {
        close();
        from = begin;
        to = end;
      } else if (end > to) {
        to = end;
      }
    }

    private void close() {
      if (to > Long.MIN_VALUE) {
        total += counted(from, to, unwatched);
      }
    }

    private long total() {
      close();
      to = Long.MIN_VALUE;
      return total;
    }
  }

  private static final long[] NONE = {};

  private final Union[] lines = new Union[Pieces.lines().length];
  private final Union region = new Union(NONE);
  private final Union own = new Union(NONE);
  private final Union absent;

  private Meter(long[] unwatched) {
    absent = new Union(unwatched);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new Union(NONE);
    }
  }

  /** Adds what several outages took away of a thing that stands for so many points. */
  static void several(
      Collection<Pieces.Entry> entries, long number, long[] unwatched, Pieces.Sums sums) {
    List<Pieces.Piece> pieces = new ArrayList<>();
    entries.forEach(each -> pieces.addAll(each.pieces()));
    pieces.sort(Comparator.comparingLong(Pieces.Piece::from));
    Meter meter = new Meter(unwatched);
    pieces.forEach(meter::add);
    for (int i = 0; i < meter.lines.length; i++) {
      sums.lines[i] += number * meter.lines[i].total();
    }
    sums.region += number * meter.region.total();
    sums.own += number * meter.own.total();
    sums.absent += number * meter.absent.total();
  }

  /** The same of a single outage, whose pieces have no moment in common. */
  static void single(Pieces.Entry entry, long number, long[] unwatched, Pieces.Sums sums) {
    for (Pieces.Piece piece : entry.pieces()) {
      long millis = number * (piece.to() - piece.from());
      FourLine line = piece.line();
      if (line == null) {
        sums.region += millis;
      } else {
        sums.lines[Pieces.place(line)] += millis;
        sums.own += millis;
      }
      if (piece.isAbsent()) {
        sums.absent += number * counted(piece.from(), piece.to(), unwatched);
      }
    }
  }

  private void add(Pieces.Piece piece) {
    FourLine line = piece.line();
    if (line == null) {
      region.add(piece.from(), piece.to());
    } else {
      lines[Pieces.place(line)].add(piece.from(), piece.to());
      own.add(piece.from(), piece.to());
    }
    if (piece.isAbsent()) {
      absent.add(piece.from(), piece.to());
    }
  }

  /** How much of a time is in none of those that do not count. */
  private static long counted(long from, long to, long[] unwatched) {
    long counted = to - from;
    for (int i = 0; i < unwatched.length; i += 2) {
      counted -= Math.max(0, Math.min(to, unwatched[i + 1]) - Math.max(from, unwatched[i]));
    }
    return counted;
  }
}
