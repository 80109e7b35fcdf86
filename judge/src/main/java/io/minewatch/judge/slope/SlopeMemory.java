package io.minewatch.judge.slope;

import io.minewatch.judge.fit.Rings;
import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link SlopeJudge}: one slot for each slope point, in columns. About 850 bytes a
 * slot; slope points are few and report in minutes to days.
 */
public final class SlopeMemory {
  /** How many averaged values a slot keeps. */
  static final int KEPT = 48;

  static final long NEVER = Long.MIN_VALUE;

  final Rings values;

  /** The bucket that is filling: how many readings, their sum, their summed times since first. */
  final int[] filled;

  final double[] sum;
  final double[] sumOfTimes;
  final long[] first;
  final long[] last;

  /** Frozen velocity of the steady stage in mm a day; NaN until known. */
  final double[] steady;

  final Stage[] stage;

  /** Which stage the newest values in a row point to, and how many of them. */
  final Stage[] leaning;

  final int[] streak;

  /** When the present speeding-up began; NEVER outside the progressive stage. */
  final long[] onset;

  /** Highest speed since onset, in mm a day. */
  final double[] reached;

  final Outlook[] outlook;

  public SlopeMemory(int slots) {
    values = new Rings(slots, KEPT);
    filled = new int[slots];
    sum = new double[slots];
    sumOfTimes = new double[slots];
    first = new long[slots];
    last = new long[slots];
    steady = new double[slots];
    stage = new Stage[slots];
    leaning = new Stage[slots];
    streak = new int[slots];
    onset = new long[slots];
    reached = new double[slots];
    outlook = new Outlook[slots];
    Arrays.fill(last, NEVER);
    Arrays.fill(onset, NEVER);
    Arrays.fill(steady, Double.NaN);
    Arrays.fill(stage, Stage.UNKNOWN);
    Arrays.fill(leaning, Stage.UNKNOWN);
    Arrays.fill(outlook, Outlook.NONE);
  }

  /** Starts again, for instance after a new prism was set: even the steady velocity is learnt. */
  public void forget(int slot) {
    values.forget(slot);
    filled[slot] = 0;
    sum[slot] = 0;
    sumOfTimes[slot] = 0;
    first[slot] = 0;
    last[slot] = NEVER;
    steady[slot] = Double.NaN;
    stage[slot] = Stage.UNKNOWN;
    leaning[slot] = Stage.UNKNOWN;
    streak[slot] = 0;
    onset[slot] = NEVER;
    reached[slot] = 0;
    outlook[slot] = Outlook.NONE;
  }

  /** Takes over a slot of an older plan. */
  void carryOver(int slot, SlopeMemory from, int old) {
    for (int i = 0; i < from.values.size(old); i++) {
      values.add(slot, from.values.at(old, i), from.values.value(old, i));
    }
    filled[slot] = from.filled[old];
    sum[slot] = from.sum[old];
    sumOfTimes[slot] = from.sumOfTimes[old];
    first[slot] = from.first[old];
    last[slot] = from.last[old];
    steady[slot] = from.steady[old];
    stage[slot] = from.stage[old];
    leaning[slot] = from.leaning[old];
    streak[slot] = from.streak[old];
    onset[slot] = from.onset[old];
    reached[slot] = from.reached[old];
    outlook[slot] = from.outlook[old];
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    values.pass(tape);
    tape.column(filled);
    tape.column(sum);
    tape.column(sumOfTimes);
    tape.column(first);
    tape.column(last);
    tape.column(steady);
    tape.column(streak);
    tape.column(onset);
    tape.column(reached);
    for (int slot = 0; slot < stage.length; slot++) {
      stage[slot] = Stage.of(tape.small(stage[slot].code()));
      leaning[slot] = Stage.of(tape.small(leaning[slot].code()));
      outlook[slot] = Outlook.of(tape.small(outlook[slot].code()));
    }
  }
}
