package io.minewatch.judge.change;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link ChangeJudge}: one slot for each point with an early-warning trigger, in
 * columns. 275 bytes a slot. Times are measured times in milliseconds since 1970 UTC.
 */
public final class ChangeMemory {
  /** Into how many parts the short window is divided. */
  public static final int PARTS = 10;

  /** Into how many parts a shift is divided. */
  public static final int SLICES = 16;

  /** How many shifts a day may have. */
  public static final int SHIFTS = 4;

  static final long NEVER = Long.MIN_VALUE;
  static final int KINDS = 3;

  final long[] last;
  final double[] lastValue;

  /** Which part of the window is filling, its sum and count, and the means of the last ones. */
  final long[] part;

  final double[] partSum;
  final int[] partCount;
  final float[] parts;

  /** Which shift is filling, its slices, and the middle values of the last shifts. */
  final long[] shift;

  final int[] slice;
  final double[] sliceSum;
  final int[] sliceCount;
  final float[] slices;
  final float[] middle;
  final long[] middleOf;

  /** By slot and kind: 1 while open. */
  final byte[] open;

  final long[] since;
  final long[] safeSince;
  final float[] reference;

  public ChangeMemory(int slots) {
    last = new long[slots];
    lastValue = new double[slots];
    part = new long[slots];
    partSum = new double[slots];
    partCount = new int[slots];
    parts = new float[slots * PARTS];
    shift = new long[slots];
    slice = new int[slots];
    sliceSum = new double[slots];
    sliceCount = new int[slots];
    slices = new float[slots * SLICES];
    middle = new float[slots * SHIFTS];
    middleOf = new long[slots * SHIFTS];
    open = new byte[slots * KINDS];
    since = new long[slots * KINDS];
    safeSince = new long[slots * KINDS];
    reference = new float[slots * KINDS];
    for (int slot = 0; slot < slots; slot++) {
      forget(slot);
    }
  }

  /** Whether a change is open. */
  public boolean isOpen(int slot, Against against) {
    return open[slot * KINDS + against.place()] != 0;
  }

  /** Whether anything of a slot is open. */
  public boolean isOpen(int slot) {
    int at = slot * KINDS;
    return (open[at] | open[at + 1] | open[at + 2]) != 0;
  }

  /** Takes over a slot of another memory. */
  public void carry(int slot, ChangeMemory from, int old) {
    last[slot] = from.last[old];
    lastValue[slot] = from.lastValue[old];
    part[slot] = from.part[old];
    partSum[slot] = from.partSum[old];
    partCount[slot] = from.partCount[old];
    System.arraycopy(from.parts, old * PARTS, parts, slot * PARTS, PARTS);
    shift[slot] = from.shift[old];
    slice[slot] = from.slice[old];
    sliceSum[slot] = from.sliceSum[old];
    sliceCount[slot] = from.sliceCount[old];
    System.arraycopy(from.slices, old * SLICES, slices, slot * SLICES, SLICES);
    System.arraycopy(from.middle, old * SHIFTS, middle, slot * SHIFTS, SHIFTS);
    System.arraycopy(from.middleOf, old * SHIFTS, middleOf, slot * SHIFTS, SHIFTS);
    System.arraycopy(from.open, old * KINDS, open, slot * KINDS, KINDS);
    System.arraycopy(from.since, old * KINDS, since, slot * KINDS, KINDS);
    System.arraycopy(from.safeSince, old * KINDS, safeSince, slot * KINDS, KINDS);
    System.arraycopy(from.reference, old * KINDS, reference, slot * KINDS, KINDS);
  }

  /** Starts again; a change that was open is gone. */
  public void forget(int slot) {
    last[slot] = NEVER;
    lastValue[slot] = Double.NaN;
    part[slot] = NEVER;
    partSum[slot] = 0;
    partCount[slot] = 0;
    Arrays.fill(parts, slot * PARTS, (slot + 1) * PARTS, Float.NaN);
    shift[slot] = NEVER;
    slice[slot] = 0;
    sliceSum[slot] = 0;
    sliceCount[slot] = 0;
    Arrays.fill(slices, slot * SLICES, (slot + 1) * SLICES, Float.NaN);
    Arrays.fill(middle, slot * SHIFTS, (slot + 1) * SHIFTS, Float.NaN);
    Arrays.fill(middleOf, slot * SHIFTS, (slot + 1) * SHIFTS, NEVER);
    Arrays.fill(open, slot * KINDS, (slot + 1) * KINDS, (byte) 0);
    Arrays.fill(since, slot * KINDS, (slot + 1) * KINDS, NEVER);
    Arrays.fill(safeSince, slot * KINDS, (slot + 1) * KINDS, NEVER);
    Arrays.fill(reference, slot * KINDS, (slot + 1) * KINDS, Float.NaN);
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(last);
    tape.column(lastValue);
    tape.column(part);
    tape.column(partSum);
    tape.column(partCount);
    column(tape, parts);
    tape.column(shift);
    tape.column(slice);
    tape.column(sliceSum);
    tape.column(sliceCount);
    column(tape, slices);
    column(tape, middle);
    tape.column(middleOf);
    tape.column(open);
    tape.column(since);
    tape.column(safeSince);
    column(tape, reference);
  }

  private static void column(Tape tape, float[] held) {
    for (int i = 0; i < held.length; i++) {
      held[i] = Float.intBitsToFloat(tape.whole(Float.floatToIntBits(held[i])));
    }
  }
}
