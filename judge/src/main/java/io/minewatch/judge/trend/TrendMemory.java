package io.minewatch.judge.trend;

import io.minewatch.judge.column.Flags;
import io.minewatch.judge.column.Places;
import io.minewatch.judge.column.Wholes;
import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link TrendJudge}: one slot for each point, in columns. 38 bytes a slot, and 4 for
 * each step that is kept: 66 for a line through 6 steps; as many for the steps of one that heads
 * for danger. The line itself is laid anew when it is asked for.
 */
public final class TrendMemory {
  /** How many averages a slot keeps at most: those of the longest line, and one that fills. */
  static final int MOST = 25;

  static final long NEVER = Wholes.NEVER;

  /** How many averages a slot keeps, so how far back a line and how far ahead a score may reach. */
  final int kept;

  final Wholes last;
  final double[] sum;
  final Wholes sumOfTimes;
  final char[] count;

  /** Where in the last closed step the readings lay on average, milliseconds. */
  final float[] into;

  /** Whether the last closed step ends a line. */
  private final Flags hasLine;

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
    last = new Wholes(slots);
    sum = new double[slots];
    sumOfTimes = new Wholes(slots, 0);
    count = new char[slots];
    into = new float[slots];
    hasLine = new Flags(slots);
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
    last.set(slot, NEVER);
    sum[slot] = 0;
    sumOfTimes.set(slot, 0);
    count[slot] = 0;
    into[slot] = 0;
    hasLine.clear(slot);
    Arrays.fill(average, slot * kept, (slot + 1) * kept, Float.NaN);
    error[slot] = 0;
    naiveError[slot] = 0;
    scored[slot] = 0;
    ahead.give(slot);
  }

  /** Whether the last closed step ends a line. */
  boolean hasLine(int slot) {
    return hasLine.get(slot);
  }

  void line(int slot) {
    hasLine.set(slot);
  }

  void noLine(int slot) {
    hasLine.clear(slot);
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
    if (from.last.get(old) == NEVER) {
      return;
    }
    long filling = Math.floorDiv(from.last.get(old), length);
    int both = Math.min(kept, from.kept);
    last.set(slot, from.last.get(old));
    sum[slot] = from.sum[old];
    sumOfTimes.set(slot, from.sumOfTimes.get(old));
    count[slot] = from.count[old];
    into[slot] = from.into[old];
    hasLine.carry(slot, from.hasLine, old);
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
    last.pass(tape);
    tape.column(sum);
    sumOfTimes.pass(tape);
    tape.column(count);
    tape.column(into);
    hasLine.pass(tape);
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
