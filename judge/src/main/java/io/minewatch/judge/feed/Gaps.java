package io.minewatch.judge.feed;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * Runs of numbers that did not come, ascending, not touching; and for each when its neighbours
 * reached us. In columns; without a gap it has no columns at all. Times are milliseconds since 1970
 * UTC.
 */
final class Gaps {
  private static final long[] EMPTY = {};
  private static final int FIRST_ROOM = 4;

  private long[] from = EMPTY;
  private long[] to = EMPTY;
  private long[] after = EMPTY;
  private long[] before = EMPTY;
  private int size;

  int size() {
    return size;
  }

  long from(int gap) {
    return from[gap];
  }

  long to(int gap) {
    return to[gap];
  }

  /** When the neighbour below came. */
  long after(int gap) {
    return after[gap];
  }

  /** When the neighbour above came. */
  long before(int gap) {
    return before[gap];
  }

  /** Adds a gap above all others. */
  void add(long first, long last, long lower, long upper) {
    insert(size, first, last, lower, upper);
  }

  /** The gap that has this number, or a negative. */
  int find(long number) {
    int at = Arrays.binarySearch(from, 0, size, number);
    int gap = at >= 0 ? at : -at - 2;
    return gap >= 0 && number <= to[gap] ? gap : -1;
  }

  /** Takes a number out of its gap. What is left keeps the times of the whole. */
  void take(int gap, long number) {
    if (from[gap] == to[gap]) {
      remove(gap);
    } else if (number == from[gap]) {
      from[gap]++;
    } else if (number == to[gap]) {
      to[gap]--;
    } else {
      insert(gap + 1, number + 1, to[gap], after[gap], before[gap]);
      to[gap] = number - 1;
    }
  }

  /**
   * A run of numbers that did not come in its turn.
   *
   * @param after when the neighbour below came
   * @param before when the neighbour above came
   */
  record Run(long first, long last, long after, long before) {}

  /** What was cut out: how many numbers, and when the neighbours of their gaps came. */
  record Lost(long count, long after, long before) {}

  /** Takes a run of numbers out of all gaps. */
  Lost cut(long first, long last) {
    long count = 0;
    long lower = Long.MAX_VALUE;
    long upper = Long.MIN_VALUE;
    for (int gap = size - 1; gap >= 0; gap--) {
      long low = Math.max(from[gap], first);
      long high = Math.min(to[gap], last);
      if (low <= high) {
        count += high - low + 1;
        lower = Math.min(lower, after[gap]);
        upper = Math.max(upper, before[gap]);
        cut(gap, low, high);
      }
    }
    return new Lost(count, lower, upper);
  }

  private void cut(int gap, long low, long high) {
    if (low == from[gap] && high == to[gap]) {
      remove(gap);
    } else if (low == from[gap]) {
      from[gap] = high + 1;
    } else {
      if (high < to[gap]) {
        insert(gap + 1, high + 1, to[gap], after[gap], before[gap]);
      }
      to[gap] = low - 1;
    }
  }

  /** Makes one of the two gaps that are nearest to each other; gives how many lay between. */
  long join() {
    int nearest = 0;
    for (int gap = 1; gap < size - 1; gap++) {
      if (between(gap) < between(nearest)) {
        nearest = gap;
      }
    }
    long forgotten = between(nearest);
    to[nearest] = to[nearest + 1];
    before[nearest] = before[nearest + 1];
    remove(nearest + 1);
    return forgotten;
  }

  private long between(int gap) {
    return from[gap + 1] - to[gap] - 1;
  }

  private void insert(int at, long first, long last, long lower, long upper) {
    if (size == from.length) {
      resize(Math.max(FIRST_ROOM, size * 2));
    }
    shift(at, at + 1);
    from[at] = first;
    to[at] = last;
    after[at] = lower;
    before[at] = upper;
    size++;
  }

  private void remove(int gap) {
    shift(gap + 1, gap);
    size--;
  }

  private void shift(int source, int target) {
    int moved = size - source;
    System.arraycopy(from, source, from, target, moved);
    System.arraycopy(to, source, to, target, moved);
    System.arraycopy(after, source, after, target, moved);
    System.arraycopy(before, source, before, target, moved);
  }

  private void resize(int room) {
    from = Arrays.copyOf(from, room);
    to = Arrays.copyOf(to, room);
    after = Arrays.copyOf(after, room);
    before = Arrays.copyOf(before, room);
  }

  void pass(Tape tape) {
    size = tape.whole(size);
    if (tape.isPlaying()) {
      resize(size);
    }
    for (int gap = 0; gap < size; gap++) {
      from[gap] = tape.whole(from[gap]);
      to[gap] = tape.whole(to[gap]);
      after[gap] = tape.whole(after[gap]);
      before[gap] = tape.whole(before[gap]);
    }
  }
}
