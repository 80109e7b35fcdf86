package io.minewatch.judge.flat;

import io.minewatch.judge.column.Flags;
import io.minewatch.judge.column.Wholes;
import io.minewatch.judge.tape.Tape;

/**
 * The memory of {@link FlatJudge}: one slot for each point, in columns. 34 bytes a slot. Times are
 * measured times in milliseconds since 1970 UTC.
 */
public final class FlatMemory {
  static final long NEVER = Wholes.NEVER;

  final Wholes last;
  final Wholes since;

  /** How much of the stretch there was cause to move, in milliseconds. */
  final Wholes active;

  final double[] low;
  final double[] high;
  final Flags stuck;

  /** How long it usually stands still while there is cause to move, in milliseconds. */
  final float[] usual;

  /** How many such stretches were learnt from, as far as that matters. */
  final char[] learnt;

  public FlatMemory(int slots) {
    last = new Wholes(slots);
    since = new Wholes(slots);
    active = new Wholes(slots, 0);
    low = new double[slots];
    high = new double[slots];
    stuck = new Flags(slots);
    usual = new float[slots];
    learnt = new char[slots];
  }

  public boolean isStuck(int slot) {
    return stuck.get(slot);
  }

  /** Measured time at which the present stretch began. */
  public long since(int slot) {
    return since.get(slot);
  }

  /** Whether a value leaves the stretch within a noise floor. */
  boolean isWithin(int slot, double value, double floor) {
    return Math.max(high[slot], value) - Math.min(low[slot], value) <= floor;
  }

  boolean wasHeardWithin(int slot, long measured, long gap) {
    long before = last.get(slot);
    return before != NEVER && measured - before <= gap;
  }

  public void forget(int slot) {
    last.set(slot, NEVER);
    stuck.clear(slot);
    usual[slot] = 0;
    learnt[slot] = 0;
  }

  /** Takes over a slot of another memory. */
  public void carry(int slot, FlatMemory from, int old) {
    last.set(slot, from.last.get(old));
    since.set(slot, from.since.get(old));
    active.set(slot, from.active.get(old));
    low[slot] = from.low[old];
    high[slot] = from.high[old];
    stuck.carry(slot, from.stuck, old);
    usual[slot] = from.usual[old];
    learnt[slot] = from.learnt[old];
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    last.pass(tape);
    since.pass(tape);
    active.pass(tape);
    tape.column(low);
    tape.column(high);
    stuck.pass(tape);
    tape.column(usual);
    tape.column(learnt);
  }
}
