package io.minewatch.judge.column;

import io.minewatch.judge.tape.Tape;

/** A column of yes and no, one bit each; no at the beginning. */
public final class Flags {
  private final long[] bits;

  /** So many. */
  public Flags(int slots) {
    bits = new long[(slots + Long.SIZE - 1) / Long.SIZE];
  }

  public boolean get(int slot) {
    return (bits[slot >>> 6] & (1L << slot)) != 0;
  }

  public void set(int slot) {
    bits[slot >>> 6] |= 1L << slot;
  }

  public void clear(int slot) {
    bits[slot >>> 6] &= ~(1L << slot);
  }

  /** Takes over one of another column. */
  public void carry(int slot, Flags from, int old) {
    if (from.get(old)) {
      set(slot);
    } else {
      clear(slot);
    }
  }

  /** Saves or brings back all; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(bits);
  }
}
