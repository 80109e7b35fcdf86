package io.minewatch.series.root;

/**
 * How many readings, and the sum of their hashes modulo 2^256: the same in whatever order they
 * came. Of constant size. For one thread.
 */
public final class RootSum {
  private static final int LIMBS = 4;

  private long count;
  private long again;
  private long high;
  private long upper;
  private long lower;
  private long low;

  /** Adds a reading by its hash of 32 bytes. */
  public void add(byte[] hash) {
    count++;
    long addLow = limb(hash, 3);
    low += addLow;
    long carry = Long.compareUnsigned(low, addLow) < 0 ? 1 : 0;
    long addLower = limb(hash, 2);
    long sum = lower + addLower + carry;
    carry = carried(lower, addLower, carry);
    lower = sum;
    long addUpper = limb(hash, 1);
    sum = upper + addUpper + carry;
    carry = carried(upper, addUpper, carry);
    upper = sum;
    high += limb(hash, 0) + carry;
  }

  /** The same of one that may have been added before. */
  public void addAgain(byte[] hash) {
    add(hash);
    again++;
  }

  private static long carried(long a, long b, long carry) {
    long sum = a + b;
    boolean first = Long.compareUnsigned(sum, a) < 0;
    boolean second = carry == 1 && sum == -1;
    return first || second ? 1 : 0;
  }

  private static long limb(byte[] hash, int at) {
    long limb = 0;
    for (int i = at * Long.BYTES; i < (at + 1) * Long.BYTES; i++) {
      limb = (limb << Byte.SIZE) | (hash[i] & 0xff);
    }
    return limb;
  }

  public long count() {
    return count;
  }

  /** Readings that told a time anew. */
  public long again() {
    return again;
  }

  /** The same sum, sharing nothing. */
  public RootSum copy() {
    return of(count, again, limbs());
  }

  /** The sum in four parts, the highest first. */
  public long[] limbs() {
    return new long[] {high, upper, lower, low};
  }

  /** A sum as it was kept. */
  public static RootSum of(long count, long again, long[] limbs) {
    if (limbs.length != LIMBS || again < 0 || count < again) {
      throw new IllegalArgumentException("no sum: " + again + " of " + count);
    }
    RootSum sum = new RootSum();
    sum.count = count;
    sum.again = again;
    sum.high = limbs[0];
    sum.upper = limbs[1];
    sum.lower = limbs[2];
    sum.low = limbs[3];
    return sum;
  }
}
