package io.minewatch.judge.column;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * A column of whole numbers that lie close together, as the times of the points of a mine do: four
 * bytes each, kept as what they are off a common base. The base moves along by itself. When two of
 * them lie further apart than four bytes reach (49 days in milliseconds: one point has been dead
 * for that long) all of them get eight. Nothing is ever rounded.
 */
public final class Wholes {
  /** A number that stands for none; it is near to all others. */
  public static final long NEVER = Long.MIN_VALUE;

  private static final int NONE = Integer.MIN_VALUE;
  private static final long REACH = 0xFFFF_FFFEL;

  /** {@link #NEVER} when they lie too far apart. */
  private long base;

  /** By slot what is off the base, or {@link #NONE}; empty when they lie too far apart. */
  private int[] near;

  /** By slot the number itself; empty unless they lie too far apart. */
  private long[] far = {};

  /** So many, none known. */
  public Wholes(int slots) {
    near = new int[slots];
    Arrays.fill(near, NONE);
  }

  /** So many, all of them this. */
  public Wholes(int slots, long each) {
    this(slots);
    for (int slot = 0; slot < slots; slot++) {
      set(slot, each);
    }
  }

  /** {@link #NEVER} where none is known. */
  public long get(int slot) {
    if (near.length == 0) {
      return far[slot];
    }
    int off = near[slot];
    return off == NONE ? NEVER : base + off;
  }

  public void set(int slot, long whole) {
    long off = whole - base;
    if (off == (int) off && off != NONE && near.length > 0) {
      near[slot] = (int) off;
    } else {
      place(slot, whole);
    }
  }

  public void add(int slot, long more) {
    set(slot, get(slot) + more);
  }

  private void place(int slot, long whole) {
    if (near.length == 0) {
      far[slot] = whole;
    } else if (whole == NEVER) {
      near[slot] = NONE;
    } else {
      near[slot] = NONE;
      move(whole);
      set(slot, whole);
    }
  }

  /** Puts the base where the smallest of all, this one among them, is as low as can be. */
  private void move(long whole) {
    long lowest = whole;
    long highest = whole;
    for (int off : near) {
      lowest = off == NONE ? lowest : Math.min(lowest, base + off);
      highest = off == NONE ? highest : Math.max(highest, base + off);
    }
    long span = highest - lowest;
    long then = lowest - (NONE + 1L);
    if (span < 0 || span > REACH || then < lowest) {
      widen();
      return;
    }
    for (int i = 0; i < near.length; i++) {
      near[i] = near[i] == NONE ? NONE : (int) (base + near[i] - then);
    }
    base = then;
  }

  private void widen() {
    long[] all = new long[near.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = get(i);
    }
    far = all;
    near = new int[0];
    base = NEVER;
  }

  /** Saves or brings back all; their number is known to both sides. */
  public void pass(Tape tape) {
    base = tape.whole(base);
    if (tape.isPlaying() && base == NEVER) {
      widen();
    }
    tape.column(near);
    tape.column(far);
  }
}
