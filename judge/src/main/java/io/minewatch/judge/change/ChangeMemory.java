package io.minewatch.judge.change;

import io.minewatch.judge.column.Places;
import io.minewatch.judge.column.Wholes;
import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link ChangeJudge}: one slot for each point with an early-warning trigger, in
 * columns. 146 bytes a slot where a day has three shifts, and 72 and more for one where a trigger
 * is reached. Times are measured times in milliseconds since 1970 UTC.
 */
public final class ChangeMemory {
  /** Into how many parts the short window is divided. */
  public static final int PARTS = 10;

  /** Into how many parts a shift is divided. */
  public static final int SLICES = 16;

  /** How many shifts a day may have. */
  public static final int SHIFTS = 4;

  static final long NEVER = Wholes.NEVER;
  static final int KINDS = 3;

  final Wholes last;

  /**
   * Between these nothing is reached by whatever a value is held against, until the part of the
   * window or the slice of the shift that is filling ends; NaN where that was not found out. Not on
   * the tape: it follows from the rest. The lower ones are empty while falling is no danger.
   */
  final float[] quietTo;

  float[] quietFrom = {};

  /** Sum and count of the part that is filling, and the means of the last ones. */
  final double[] partSum;

  final char[] partCount;
  final float[] parts;

  /** Sum and count of the slice that is filling, the others, and the middles of the last shifts. */
  final double[] sliceSum;

  final char[] sliceCount;
  final float[] slices;
  final float[] middle;

  /** How many shifts a day has at most. */
  final int shifts;

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
    this(slots, SHIFTS);
  }

  /** Where a day has so many shifts at most. */
  ChangeMemory(int slots, int shifts) {
    this.shifts = shifts;
    last = new Wholes(slots);
    quietTo = new float[slots];
    partSum = new double[slots];
    partCount = new char[slots];
    parts = new float[slots * PARTS];
    sliceSum = new double[slots];
    sliceCount = new char[slots];
    slices = new float[slots * SLICES];
    middle = new float[slots * shifts];
    astir = new Places(slots);
    for (int slot = 0; slot < slots; slot++) {
      forget(slot);
    }
  }

  /** Whether a value lies where nothing is reached that was not before. */
  boolean isQuiet(int slot, double value) {
    return !astir.has(slot)
        && value < quietTo[slot]
        && (quietFrom.length == 0 || value > quietFrom[slot]);
  }

  /** Notes between what nothing is reached; what lies below all may be told as minus infinity. */
  void quiet(int slot, float from, float to) {
    if (quietFrom.length == 0 && from != Float.NEGATIVE_INFINITY) {
      quietFrom = new float[quietTo.length];
      Arrays.fill(quietFrom, Float.NEGATIVE_INFINITY);
    }
    if (quietFrom.length > 0) {
      quietFrom[slot] = from;
    }
    quietTo[slot] = to;
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
    last.set(slot, from.last.get(old));
    quietTo[slot] = Float.NaN;
    partSum[slot] = from.partSum[old];
    partCount[slot] = from.partCount[old];
    System.arraycopy(from.parts, old * PARTS, parts, slot * PARTS, PARTS);
    sliceSum[slot] = from.sliceSum[old];
    sliceCount[slot] = from.sliceCount[old];
    System.arraycopy(from.slices, old * SLICES, slices, slot * SLICES, SLICES);
    if (shifts == from.shifts) { // else they are others, and forgotten
      System.arraycopy(from.middle, old * shifts, middle, slot * shifts, shifts);
    }
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
    quietTo[slot] = Float.NaN;
    sliceSum[slot] = 0;
    sliceCount[slot] = 0;
    Arrays.fill(slices, slot * SLICES, (slot + 1) * SLICES, Float.NaN);
    Arrays.fill(middle, slot * shifts, (slot + 1) * shifts, Float.NaN);
  }

  /** The window has another length: its old parts are no parts of it. */
  public void forgetWindow(int slot) {
    quietTo[slot] = Float.NaN;
    partSum[slot] = 0;
    partCount[slot] = 0;
    Arrays.fill(parts, slot * PARTS, (slot + 1) * PARTS, Float.NaN);
  }

  /** Starts again; a change that was open is gone. */
  public void forget(int slot) {
    last.set(slot, NEVER);
    quietTo[slot] = Float.NaN;
    partSum[slot] = 0;
    partCount[slot] = 0;
    Arrays.fill(parts, slot * PARTS, (slot + 1) * PARTS, Float.NaN);
    sliceSum[slot] = 0;
    sliceCount[slot] = 0;
    Arrays.fill(slices, slot * SLICES, (slot + 1) * SLICES, Float.NaN);
    Arrays.fill(middle, slot * shifts, (slot + 1) * shifts, Float.NaN);
    astir.give(slot);
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    last.pass(tape);
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
