package io.minewatch.judge.column;

/** A small number for each slot, which never changes: a byte each, two where one is not enough. */
public final class Few {
  private static final int MOST_OF_A_BYTE = 0xFF;

  private final byte[] small;
  private final char[] large;

  /** Of these numbers; nothing is kept where all are 0. */
  public Few(char[] numbers) {
    int most = 0;
    for (char number : numbers) {
      most = Math.max(most, number);
    }
    small = new byte[most > 0 && most <= MOST_OF_A_BYTE ? numbers.length : 0];
    large = most > MOST_OF_A_BYTE ? numbers.clone() : new char[0];
    for (int slot = 0; slot < small.length; slot++) {
      small[slot] = (byte) numbers[slot];
    }
  }

  public int of(int slot) {
    if (small.length > 0) {
      return small[slot] & MOST_OF_A_BYTE;
    }
    return large.length > 0 ? large[slot] : 0;
  }
}
