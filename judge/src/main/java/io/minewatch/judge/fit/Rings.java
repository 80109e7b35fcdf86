package io.minewatch.judge.fit;

import io.minewatch.judge.tape.Tape;

/**
 * The newest values of each slot with their measured times, oldest first; a full ring drops its
 * oldest. 16 bytes a place and 8 a slot. Times are milliseconds since 1970 UTC and only grow within
 * a slot: the caller leaves out what comes late or twice.
 */
public final class Rings {
  private final int capacity;
  private final int[] held;
  private final int[] next;
  private final long[] at;
  private final double[] value;

  /** With room for so many values in each slot. */
  public Rings(int slots, int capacity) {
    if (capacity < 2) {
      throw new IllegalArgumentException("a ring keeps at least 2 values, was " + capacity);
    }
    this.capacity = capacity;
    held = new int[slots];
    next = new int[slots];
    at = new long[slots * capacity];
    value = new double[slots * capacity];
  }

  public int capacity() {
    return capacity;
  }

  public int size(int slot) {
    return held[slot];
  }

  public void add(int slot, long measured, double reading) {
    int place = slot * capacity + next[slot];
    at[place] = measured;
    value[place] = reading;
    next[slot] = next[slot] + 1 == capacity ? 0 : next[slot] + 1;
    held[slot] = Math.min(capacity, held[slot] + 1);
  }

  /** Measured time of the value at this index; 0 is the oldest. */
  public long at(int slot, int index) {
    return at[place(slot, index)];
  }

  /** The value at this index; 0 is the oldest. */
  public double value(int slot, int index) {
    return value[place(slot, index)];
  }

  private int place(int slot, int index) {
    int place = next[slot] - held[slot] + index;
    return slot * capacity + (place < 0 ? place + capacity : place);
  }

  public void forget(int slot) {
    held[slot] = 0;
    next[slot] = 0;
  }

  /** Saves or brings back all slots. */
  public void pass(Tape tape) {
    tape.column(held);
    tape.column(next);
    tape.column(at);
    tape.column(value);
  }
}
