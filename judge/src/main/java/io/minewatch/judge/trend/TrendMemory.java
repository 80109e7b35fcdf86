package io.minewatch.judge.trend;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link TrendJudge}: one slot for each point, in columns. 76 bytes a slot, and 8 for
 * each step that is kept: 124 for a line through 6 steps.
 */
public final class TrendMemory {
  /** How many averages a slot keeps at most. */
  static final int MOST = 24;

  static final long NEVER = Long.MIN_VALUE;

  /** How many averages a slot keeps, so how far back a line and how far ahead a score may reach. */
  final int kept;

  final long[] last;

  /** Number of the step that is filling, since 1970. */
  final long[] step;

  final double[] sum;
  final double[] sumOfTimes;
  final int[] count;

  /** By step number modulo what is kept: average, and what the line said it would be then. */
  final float[] average;

  final float[] foretold;

  /** The line after the last closed step: its time, value, error of that, slopes per step. */
  final long[] at;

  final float[] level;

  final float[] levelError;
  final float[] slope;
  final float[] lowest;
  final float[] highest;

  /** Fading mean errors of the forecasts and of "stays as it is". */
  final float[] error;

  final float[] naiveError;
  final int[] scored;

  public TrendMemory(int slots) {
    this(slots, MOST);
  }

  /** Keeps only so many steps, at least the window and the horizon with the step itself. */
  public TrendMemory(int slots, int kept) {
    this.kept = kept;
    last = new long[slots];
    step = new long[slots];
    sum = new double[slots];
    sumOfTimes = new double[slots];
    count = new int[slots];
    average = new float[slots * kept];
    foretold = new float[slots * kept];
    at = new long[slots];
    level = new float[slots];
    levelError = new float[slots];
    slope = new float[slots];
    lowest = new float[slots];
    highest = new float[slots];
    error = new float[slots];
    naiveError = new float[slots];
    scored = new int[slots];
    for (int slot = 0; slot < slots; slot++) {
      forget(slot);
    }
  }

  /** Starts again, with its score. */
  public void forget(int slot) {
    last[slot] = NEVER;
    step[slot] = NEVER;
    sum[slot] = 0;
    sumOfTimes[slot] = 0;
    count[slot] = 0;
    Arrays.fill(average, slot * kept, (slot + 1) * kept, Float.NaN);
    Arrays.fill(foretold, slot * kept, (slot + 1) * kept, Float.NaN);
    noLine(slot);
    error[slot] = 0;
    naiveError[slot] = 0;
    scored[slot] = 0;
  }

  void noLine(int slot) {
    at[slot] = NEVER;
    level[slot] = Float.NaN;
    levelError[slot] = Float.NaN;
    slope[slot] = Float.NaN;
    lowest[slot] = Float.NaN;
    highest[slot] = Float.NaN;
  }

  int place(int slot, long step) {
    return slot * kept + (int) Math.floorMod(step, (long) kept);
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

  /** Takes over a slot of a memory that keeps as many steps, or begins again. */
  public void carry(int slot, TrendMemory from, int old) {
    if (kept != from.kept) {
      return;
    }
    last[slot] = from.last[old];
    step[slot] = from.step[old];
    sum[slot] = from.sum[old];
    sumOfTimes[slot] = from.sumOfTimes[old];
    count[slot] = from.count[old];
    System.arraycopy(from.average, old * kept, average, slot * kept, kept);
    System.arraycopy(from.foretold, old * kept, foretold, slot * kept, kept);
    at[slot] = from.at[old];
    level[slot] = from.level[old];
    levelError[slot] = from.levelError[old];
    slope[slot] = from.slope[old];
    lowest[slot] = from.lowest[old];
    highest[slot] = from.highest[old];
    error[slot] = from.error[old];
    naiveError[slot] = from.naiveError[old];
    scored[slot] = from.scored[old];
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(last);
    tape.column(step);
    tape.column(sum);
    tape.column(sumOfTimes);
    tape.column(at);
    tape.column(count);
    float[][] columns = {
      average, foretold, level, levelError, slope, lowest, highest, error, naiveError
    };
    for (float[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] = Float.intBitsToFloat(tape.whole(Float.floatToIntBits(column[i])));
      }
    }
    tape.column(scored);
  }
}
