package io.minewatch.alerting.fourline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Times by mine and by what of it, to be united. Most have one piece alone, which is added up as it
 * is: a nation's day has hundreds of thousands.
 */
final class Pieces {
  private static final List<FourLine> LINES = List.of(FourLine.values());

  /**
   * One time.
   *
   * @param line of the mine's own; null where it is the region's
   * @param isAbsent whether nothing was heard in it
   */
  record Piece(Span span, @Nullable FourLine line, boolean isAbsent) {}

  private static final class Held {
    private final List<Piece> pieces = new ArrayList<>(1);
    private int number;
  }

  /** Milliseconds by line, of the region, of any line, and of what was not heard. */
  static final class Sums {
    private final long[] lines = new long[LINES.size()];
    private long region;
    private long own;
    private long absent;

    Duration line(FourLine line) {
      return Duration.ofMillis(lines[LINES.indexOf(line)]);
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

  private final Map<String, Map<String, Held>> byMine = new HashMap<>();
  private final Spans unwatched;

  Pieces(Spans unwatched) {
    this.unwatched = unwatched;
  }

  /** Adds pieces of something of a mine that stands for so many points. */
  void add(String mine, String what, List<Piece> pieces, int number) {
    Held held =
        byMine
            .computeIfAbsent(mine, any -> new HashMap<>())
            .computeIfAbsent(what, any -> new Held());
    held.pieces.addAll(pieces);
    held.number = Math.max(held.number, number);
  }

  /** All added up, each moment of one thing once. */
  Sums sums() {
    Sums sums = new Sums();
    for (Map<String, Held> mine : byMine.values()) {
      for (Held held : mine.values()) {
        if (held.pieces.size() == 1) {
          single(held.pieces.get(0), held.number, sums);
        } else {
          several(held, sums);
        }
      }
    }
    return sums;
  }

  private void single(Piece piece, int number, Sums sums) {
    long millis = number * millis(piece.span());
    FourLine line = piece.line();
    if (line == null) {
      sums.region += millis;
    } else {
      sums.lines[LINES.indexOf(line)] += millis;
      sums.own += millis;
    }
    if (piece.isAbsent()) {
      sums.absent += number * watched(Spans.of(List.of(piece.span())));
    }
  }

  private void several(Held held, Sums sums) {
    for (FourLine line : LINES) {
      sums.lines[LINES.indexOf(line)] +=
          held.number * total(union(held, piece -> piece.line() == line));
    }
    sums.region += held.number * total(union(held, piece -> piece.line() == null));
    sums.own += held.number * total(union(held, piece -> piece.line() != null));
    sums.absent += held.number * watched(union(held, Piece::isAbsent));
  }

  private static Spans union(Held held, Predicate<Piece> which) {
    List<Span> spans = new ArrayList<>();
    for (Piece piece : held.pieces) {
      if (which.test(piece)) {
        spans.add(piece.span());
      }
    }
    return Spans.of(spans);
  }

  private long watched(Spans spans) {
    return total(unwatched.isEmpty() ? spans : spans.without(unwatched));
  }

  private static long total(Spans spans) {
    long total = 0;
    for (Span span : spans.parts()) {
      total += millis(span);
    }
    return total;
  }

  private static long millis(Span span) {
    return span.to().toEpochMilli() - span.from().toEpochMilli();
  }
}
