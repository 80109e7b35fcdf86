package io.minewatch.judge.trend;

import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Places;
import java.util.Arrays;

/**
 * The memory of {@link TrendJudge}: one slot for each point, in columns. 51 bytes a slot, and 4 for
 * each step that is kept: 79 for a line through 6 steps; as many for the steps of one that heads
 * for danger. The line itself is laid anew when it is asked for.
 */
public final class TrendMemory {
  /** How many averages a slot keeps at most: those of the longest line, and one that fills. */
  static final int MOST = 25;

  static final long NEVER = Long.MIN_VALUE;

  /** How many averages a slot keeps, so how far back a line and how far ahead a score may reach. */
  final int kept;

  final long[] last;
  final double[] sum;
  final double[] sumOfTimes;
  final char[] count;

  /** Where in the last closed step the readings lay on average, milliseconds. */
  final float[] into;

  /** 1 while the last closed step ends a line. */
  final byte[] hasLine;

  /** By step number modulo what is kept: the averages. */
  final float[] average;

  /** Fading mean errors of the forecasts and of "stays as it is". */
  final float[] error;

  final float[] naiveError;
  final int[] scored;

  /** Which slots headed for danger lately; by place and step, what the line said would be then. */
  private final Places ahead;

  private float[] foretold = {};

  public TrendMemory(int slots) {
    this(slots, MOST);
  }

  /** Keeps only so many steps, at least those of the window and the horizon and one more. */
  public TrendMemory(int slots, int kept) {
    this.kept = kept;
    last = new long[slots];
    sum = new double[slots];
    sumOfTimes = new double[slots];
    count = new char[slots];
    into = new float[slots];
    hasLine = new byte[slots];
    average = new float[slots * kept];
    error = new float[slots];
    naiveError = new float[slots];
    scored = new int[slots];
    ahead = new Places(slots);
    for (int slot = 0; slot < slots; slot++) {
      forget(slot);
    }
  }

  /** Starts again, with its score. */
  public void forget(int slot) {
    last[slot] = NEVER;
    sum[slot] = 0;
    sumOfTimes[slot] = 0;
    count[slot] = 0;
    into[slot] = 0;
    hasLine[slot] = 0;
    Arrays.fill(average, slot * kept, (slot + 1) * kept, Float.NaN);
    error[slot] = 0;
    naiveError[slot] = 0;
    scored[slot] = 0;
    ahead.give(slot);
  }

  /** Whether the last closed step ends a line. */
  boolean hasLine(int slot) {
    return hasLine[slot] != 0;
  }

  void noLine(int slot) {
    hasLine[slot] = 0;
  }

  int place(int slot, long step) {
    return slot * kept + (int) Math.floorMod(step, (long) kept);
  }

  /** What the line said that a step would be; NaN if it said nothing. Asked once. */
  float foretold(int slot, long step) {
    int place = ahead.of(slot);
    if (place < 0) {
      return Float.NaN;
    }
    int at = place * kept + (int) Math.floorMod(step, (long) kept);
    float said = foretold[at];
    foretold[at] = Float.NaN;
    return said;
  }

  /** Notes what the line says that a step will be. */
  void foretell(int slot, long step, float says) {
    boolean fresh = ahead.of(slot) < 0;
    int place = place(slot);
    if (fresh) {
      Arrays.fill(foretold, place * kept, (place + 1) * kept, Float.NaN);
    }
    foretold[place * kept + (int) Math.floorMod(step, (long) kept)] = says;
  }

  private int place(int slot) {
    int place = ahead.take(slot);
    if (ahead.length() * kept > foretold.length) {
      foretold = Arrays.copyOf(foretold, Math.max(4, ahead.length() * 2) * kept);
    }
    return place;
  }

  /** Forgets what was said of a slot when nothing of it is left. */
  void settle(int slot) {
    int place = ahead.of(slot);
    for (int at = place * kept; place >= 0 && at < (place + 1) * kept; at++) {
      if (!Float.isNaN(foretold[at])) {
        return;
      }
    }
    ahead.give(slot);
  }

  /** How many forecasts have been scored. */
  public int scored(int slot) {
    return scored[slot];
  }

  /**
   * How much smaller than the error of "stays as it is" the forecasts' error was, as a share;
   * negative where guessing was better, NaN before the first score.
   */
  public double skill(int slot) {
    return scored[slot] == 0 ? Double.NaN : 1 - (double) error[slot] / naiveError[slot];
  }

  /**
   * Takes over a slot of a memory that may keep more or fewer steps.
   *
   * @param length of a step, milliseconds
   */
  public void carry(int slot, TrendMemory from, int old, long length) {
    if (from.last[old] == NEVER) {
      return;
    }
    long filling = Math.floorDiv(from.last[old], length);
    int both = Math.min(kept, from.kept);
    last[slot] = from.last[old];
    sum[slot] = from.sum[old];
    sumOfTimes[slot] = from.sumOfTimes[old];
    count[slot] = from.count[old];
    into[slot] = from.into[old];
    hasLine[slot] = from.hasLine[old];
    for (long step = filling - both + 1; step <= filling; step++) {
      average[place(slot, step)] = from.average[from.place(old, step)];
    }
    error[slot] = from.error[old];
    naiveError[slot] = from.naiveError[old];
    scored[slot] = from.scored[old];
    for (long step = filling; step < filling + both; step++) {
      float said = from.foretold(old, step);
      if (!Float.isNaN(said)) {
        foretell(slot, step, said);
      }
    }
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(last);
    tape.column(sum);
    tape.column(sumOfTimes);
    tape.column(count);
    tape.column(into);
    tape.column(hasLine);
    tape.column(average);
    tape.column(error);
    tape.column(naiveError);
    tape.column(scored);
    ahead.pass(tape, slot -> pass(tape, slot));
  }

  private void pass(Tape tape, int slot) {
    int place = place(slot);
    for (int at = place * kept; at < (place + 1) * kept; at++) {
      foretold[at] = tape.real(foretold[at]);
    }
  }
}
