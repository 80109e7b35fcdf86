package io.minewatch.judge.chatter;

import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The memory of {@link ChatterJudge}: one slot for each condition, in columns. 69 bytes a slot.
 * Times are event times, which no clock that jumps disturbs, in milliseconds since 1970 UTC.
 */
public final class ChatterMemory {
  /** The most openings that can be asked for. */
  public static final int MOST = 8;

  static final long NEVER = Long.MIN_VALUE;

  /** Times of the last openings, the newest first. */
  final long[] opened;

  final byte[] chatters;

  /** How many openings this chatter has had. */
  final int[] count;

  public ChatterMemory(int slots) {
    opened = new long[slots * MOST];
    chatters = new byte[slots];
    count = new int[slots];
    Arrays.fill(opened, NEVER);
  }

  public boolean chatters(int slot) {
    return chatters[slot] != 0;
  }

  /** How many openings were made one. */
  public int count(int slot) {
    return count[slot];
  }

  /** Whether nothing that opened lately counts any more. */
  boolean isOver(int slot, ChatterTerms terms, long event) {
    return chatters[slot] == 0 && event - opened[slot * MOST] > terms.within().toMillis();
  }

  public void forget(int slot) {
    Arrays.fill(opened, slot * MOST, (slot + 1) * MOST, NEVER);
    chatters[slot] = 0;
    count[slot] = 0;
  }

  /** Saves or brings back all slots; their number is known to both sides. */
  public void pass(Tape tape) {
    tape.column(opened);
    tape.column(chatters);
    tape.column(count);
  }
}
