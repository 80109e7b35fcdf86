package io.minewatch.jobs.window;

import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.series.note.Statistic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readings of one point in one window, added up as they come. Times are ms since 1970 UTC. */
@SuppressWarnings("EnumOrdinal") // kept for ever, and grows at its end
final class Piece {
  private static final Quality[] QUALITIES = Quality.values();

  private long window;
  private long touched;
  private int count;
  private int measured;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double sum;
  private double last;
  private long lastAt = Long.MIN_VALUE;

  /** How many of each quality but {@code GOOD}, by its place; null while there was no other. */
  private int @Nullable [] others;

  Piece(long window) {
    this.window = window;
  }

  long window() {
    return window;
  }

  /** When the last of its readings reached us. */
  long touched() {
    return touched;
  }

  /**
   * Adds a reading.
   *
   * @param value in the measure's own unit; NaN where there is only a quality
   */
  void add(double value, Quality quality, long at, long received) {
    touched = received;
    count++;
    if (quality != Quality.GOOD) {
      int[] known = others;
      if (known == null) {
        known = new int[QUALITIES.length];
        others = known;
      }
      known[quality.ordinal()]++;
    }
    // What comes with another quality, over the range too, is no number that was measured.
    if (quality == Quality.GOOD && !Double.isNaN(value)) {
      measured++;
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += value;
      if (at >= lastAt) {
        last = value;
        lastAt = at;
      }
    }
  }

  Statistic statistic() {
    Map<Quality, Long> qualities = new EnumMap<>(Quality.class);
    long good = count;
    int[] known = others;
    for (int i = 0; known != null && i < known.length; i++) {
      if (known[i] > 0) {
        good -= known[i];
        qualities.put(QUALITIES[i], (long) known[i]);
      }
    }
    if (good > 0) {
      qualities.put(Quality.GOOD, good);
    }
    boolean none = measured == 0;
    return new Statistic(
        Instant.ofEpochMilli(window),
        count,
        measured,
        none ? Double.NaN : min,
        none ? Double.NaN : max,
        none ? Double.NaN : sum / measured,
        none ? Double.NaN : last,
        Instant.ofEpochMilli(none ? window : lastAt),
        qualities);
  }

  Piece copy() {
    Piece copy = new Piece(window);
    copy.touched = touched;
    copy.count = count;
    copy.measured = measured;
    copy.min = min;
    copy.max = max;
    copy.sum = sum;
    copy.last = last;
    copy.lastAt = lastAt;
    copy.others = others == null ? null : others.clone();
    return copy;
  }

  /** Saves or brings back a piece that may not be there. */
  static @Nullable Piece pass(Tape tape, @Nullable Piece held) {
    if (!tape.flag(held != null)) {
      return null;
    }
    Piece piece = held == null ? new Piece(0) : held;
    piece.pass(tape);
    return piece;
  }

  private void pass(Tape tape) {
    window = tape.whole(window);
    touched = tape.whole(touched);
    count = tape.whole(count);
    measured = tape.whole(measured);
    min = tape.real(min);
    max = tape.real(max);
    sum = tape.real(sum);
    last = tape.real(last);
    lastAt = tape.whole(lastAt);
    boolean odd = tape.flag(others != null);
    if (odd) {
      int[] known = others == null ? new int[QUALITIES.length] : others;
      tape.column(known);
      if (tape.isPlaying()) {
        others = known;
      }
    }
  }
}
