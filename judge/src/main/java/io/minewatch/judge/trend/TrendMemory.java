package io.minewatch.judge.trend;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/** The memory of {@link TrendJudge}: one slot for each point, in columns. 268 bytes a slot. */
public final class TrendMemory {
  /** How many averages a slot keeps, so how far back a line and how far ahead a score may reach. */
  static final int KEPT = 24;

  static final long NEVER = Long.MIN_VALUE;

  final long[] last;

  /** Number of the step that is filling, since 1970. */
  final long[] step;

  final double[] sum;
  final double[] sumOfTimes;
  final int[] count;

  /** By step number modulo KEPT: average, and what the line said it would be then. */
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
    last = new long[slots];
    step = new long[slots];
    sum = new double[slots];
    sumOfTimes = new double[slots];
    count = new int[slots];
    average = new float[slots * KEPT];
    foretold = new float[slots * KEPT];
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
    Arrays.fill(average, slot * KEPT, (slot + 1) * KEPT, Float.NaN);
    Arrays.fill(foretold, slot * KEPT, (slot + 1) * KEPT, Float.NaN);
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

  static int place(int slot, long step) {
    return slot * KEPT + (int) Math.floorMod(step, (long) KEPT);
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
