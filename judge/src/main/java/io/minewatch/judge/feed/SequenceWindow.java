package io.minewatch.judge.feed;

import io.minewatch.judge.tape.Tape;

/**
 * Which of the newest sequence numbers of one session were seen. A number that lies below the
 * window can no longer be told from a new one and is taken: what it carries is late and changes
 * nothing.
 */
final class SequenceWindow {
  /** How many numbers back a message is recognised. */
  static final int WIDTH = 1024;

  private final long[] bits = new long[WIDTH / Long.SIZE];
  private String session;
  private long highest = -1;

  SequenceWindow(String session) {
    this.session = session;
  }

  String session() {
    return session;
  }

  /** What a number turned out to be. */
  enum Seen {
    DUPLICATE,
    /** The highest so far. */
    NEXT,
    /** Fills a hole. */
    FILLS,
    BELOW_WINDOW
  }

  Seen see(long sequence) {
    if (sequence > highest) {
      long clearFrom = Math.max(highest + 1, sequence - WIDTH + 1);
      for (long s = clearFrom; s < sequence; s++) {
        set(s, 0);
      }
      highest = sequence;
      set(sequence, 1);
      return Seen.NEXT;
    }
    if (sequence <= highest - WIDTH) {
      return Seen.BELOW_WINDOW;
    }
    int at = (int) (sequence % WIDTH);
    if ((bits[at / Long.SIZE] >>> (at % Long.SIZE) & 1) != 0) {
      return Seen.DUPLICATE;
    }
    set(sequence, 1);
    return Seen.FILLS;
  }

  private void set(long sequence, int bit) {
    int at = (int) (sequence % WIDTH);
    long mask = 1L << (at % Long.SIZE);
    bits[at / Long.SIZE] = bit == 1 ? bits[at / Long.SIZE] | mask : bits[at / Long.SIZE] & ~mask;
  }

  long highest() {
    return highest;
  }

  SequenceWindow pass(Tape tape) {
    session = tape.text(session);
    highest = tape.whole(highest);
    tape.column(bits);
    return this;
  }
}
