package io.minewatch.judge.flat;

import io.minewatch.judge.tape.Tape;
import java.time.Duration;
import java.util.Arrays;

/**
 * The memory of {@link FlatJudge}: one slot for each point, in columns. 41 bytes a slot. Times are
 * measured times in milliseconds since 1970 UTC.
 */
public final class FlatMemory {
  static final long NEVER = Long.MIN_VALUE;

  final long[] last;
  final long[] since;

  /** How much of the stretch there was cause to move, in milliseconds. */
  final long[] active;

  final double[] low;
  final double[] high;
  final byte[] stuck;

  public FlatMemory(int slots) {
    last = new long[slots];
    since = new long[slots];
    active = new long[slots];
    low = new double[slots];
    high = new double[slots];
    stuck = new byte[slots];
    Arrays.fill(last, NEVER);
  }

  public boolean isStuck(int slot) {
    return stuck[slot] != 0;
  }

  /** Measured time at which the present stretch began. */
  public long since(int slot) {
    return since[slot];
  }

  /** Whether a value leaves the stretch within a noise floor. */
  boolean isWithin(int slot, double value, double floor) {
    return Math.max(high[slot], value) - Math.min(low[slot], value) <= floor;
  }

  boolean wasHeardWithin(int slot, long measured, Duration gap) {
    return last[slot] != NEVER && measured - last[slot] <= gap.toMillis();
  }

  public void forget(int slot) {
    last[slot] = NEVER;
    stuck[slot] = 0;
  }

  /** Takes over a slot of another memory. */
  public void carry(int slot, FlatMemory from, int old) {
    last[slot] = from.last[old];
    since[slot] = from.since[old];
    active[slot] = from.active[old];
    low[slot] = from.low[old];
    high[slot] = from.high[old];
    stuck[slot] = from.stuck[old];
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(last);
    tape.column(since);
    tape.column(active);
    tape.column(low);
    tape.column(high);
    tape.column(stuck);
  }
}
