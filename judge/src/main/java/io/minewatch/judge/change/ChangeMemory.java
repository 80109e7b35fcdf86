package io.minewatch.judge.change;

import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Places;
import java.util.Arrays;

/**
 * The memory of {@link ChangeJudge}: one slot for each point with an early-warning trigger, in
 * columns. 160 bytes a slot, and 72 for one where a trigger is reached. Times are measured times in
 * milliseconds since 1970 UTC.
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

  /** When the part of the window or the slice of the shift that is filling ends. */
  final long[] until;

  /** Sum and count of the part that is filling, and the means of the last ones. */
  final double[] partSum;

  final char[] partCount;
  final float[] parts;

  /** Sum and count of the slice that is filling, the others, and the middles of the last shifts. */
  final double[] sliceSum;

  final int[] sliceCount;
  final float[] slices;
  final float[] middle;

  /** Which slots have reached a trigger. */
  final Places astir;

  /** By place: the last value. */
  double[] lastValue = {};

  /** By place and kind: 1 while open. */
  byte[] open = {};

  long[] since = {};
  long[] safeSince = {};
  float[] reference = {};

  public ChangeMemory(int slots) {
    last = new long[slots];
    until = new long[slots];
    partSum = new double[slots];
    partCount = new char[slots];
    parts = new float[slots * PARTS];
    sliceSum = new double[slots];
    sliceCount = new int[slots];
    slices = new float[slots * SLICES];
    middle = new float[slots * SHIFTS];
    astir = new Places(slots);
    for (int slot = 0; slot < slots; slot++) {
      forget(slot);
    }
  }

  /** Whether a change is open. */
  public boolean isOpen(int slot, Against against) {
    int place = astir.of(slot);
    return place >= 0 && open[place * KINDS + against.place()] != 0;
  }

  /** Whether anything of a slot is open. */
  public boolean isOpen(int slot) {
    int at = astir.of(slot) * KINDS;
    return at >= 0 && (open[at] | open[at + 1] | open[at + 2]) != 0;
  }

  /** The place where what a slot has reached is remembered. */
  int stir(int slot) {
    boolean fresh = astir.of(slot) < 0;
    int place = astir.take(slot);
    if (fresh) {
      if (astir.length() > lastValue.length) {
        grow(Math.max(4, astir.length() * 2));
      }
      calm(place);
    }
    return place;
  }

  private void grow(int places) {
    lastValue = Arrays.copyOf(lastValue, places);
    open = Arrays.copyOf(open, places * KINDS);
    since = Arrays.copyOf(since, places * KINDS);
    safeSince = Arrays.copyOf(safeSince, places * KINDS);
    reference = Arrays.copyOf(reference, places * KINDS);
  }

  private void calm(int place) {
    lastValue[place] = Double.NaN;
    Arrays.fill(open, place * KINDS, (place + 1) * KINDS, (byte) 0);
    Arrays.fill(since, place * KINDS, (place + 1) * KINDS, NEVER);
    Arrays.fill(safeSince, place * KINDS, (place + 1) * KINDS, NEVER);
    Arrays.fill(reference, place * KINDS, (place + 1) * KINDS, Float.NaN);
  }

  /** Forgets a slot of which no trigger is reached any more. */
  void settle(int slot) {
    int at = astir.of(slot) * KINDS;
    if (at >= 0 && since[at] == NEVER && since[at + 1] == NEVER && since[at + 2] == NEVER) {
      astir.give(slot);
    }
  }

  /** Takes over a slot of another memory. */
  public void carry(int slot, ChangeMemory from, int old) {
    last[slot] = from.last[old];
    until[slot] = from.until[old];
    partSum[slot] = from.partSum[old];
    partCount[slot] = from.partCount[old];
    System.arraycopy(from.parts, old * PARTS, parts, slot * PARTS, PARTS);
    sliceSum[slot] = from.sliceSum[old];
    sliceCount[slot] = from.sliceCount[old];
    System.arraycopy(from.slices, old * SLICES, slices, slot * SLICES, SLICES);
    System.arraycopy(from.middle, old * SHIFTS, middle, slot * SHIFTS, SHIFTS);
    int was = from.astir.of(old);
    if (was >= 0) {
      int place = stir(slot);
      lastValue[place] = from.lastValue[was];
      System.arraycopy(from.open, was * KINDS, open, place * KINDS, KINDS);
      System.arraycopy(from.since, was * KINDS, since, place * KINDS, KINDS);
      System.arraycopy(from.safeSince, was * KINDS, safeSince, place * KINDS, KINDS);
      System.arraycopy(from.reference, was * KINDS, reference, place * KINDS, KINDS);
    }
  }

  /** The shifts begin at other times: what was known of the old ones says nothing of these. */
  public void forgetShifts(int slot) {
    until[slot] = last[slot];
    sliceSum[slot] = 0;
    sliceCount[slot] = 0;
    Arrays.fill(slices, slot * SLICES, (slot + 1) * SLICES, Float.NaN);
    Arrays.fill(middle, slot * SHIFTS, (slot + 1) * SHIFTS, Float.NaN);
  }

  /** The window has another length: its old parts are no parts of it. */
  public void forgetWindow(int slot) {
    until[slot] = last[slot];
    partSum[slot] = 0;
    partCount[slot] = 0;
    Arrays.fill(parts, slot * PARTS, (slot + 1) * PARTS, Float.NaN);
  }

  /** Starts again; a change that was open is gone. */
  public void forget(int slot) {
    last[slot] = NEVER;
    until[slot] = NEVER;
    partSum[slot] = 0;
    partCount[slot] = 0;
    Arrays.fill(parts, slot * PARTS, (slot + 1) * PARTS, Float.NaN);
    sliceSum[slot] = 0;
    sliceCount[slot] = 0;
    Arrays.fill(slices, slot * SLICES, (slot + 1) * SLICES, Float.NaN);
    Arrays.fill(middle, slot * SHIFTS, (slot + 1) * SHIFTS, Float.NaN);
    astir.give(slot);
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(last);
    tape.column(until);
    tape.column(partSum);
    tape.column(partCount);
    tape.column(parts);
    tape.column(sliceSum);
    tape.column(sliceCount);
    tape.column(slices);
    tape.column(middle);
    astir.pass(tape, slot -> pass(tape, slot));
  }

  private void pass(Tape tape, int slot) {
    int place = astir.of(slot);
    if (place >= lastValue.length) {
      grow(Math.max(4, astir.length() * 2));
    }
    lastValue[place] = tape.real(lastValue[place]);
    for (int at = place * KINDS; at < (place + 1) * KINDS; at++) {
      open[at] = tape.small(open[at]);
      since[at] = tape.whole(since[at]);
      safeSince[at] = tape.whole(safeSince[at]);
      reference[at] = tape.real(reference[at]);
    }
  }
}
