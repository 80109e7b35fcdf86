package io.minewatch.judge.people;

import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;

/** How often a card was lately where nobody can get to in the time between two positions. */
final class Jumps {
  private int count;
  private long first = Freshness.NEVER;
  private long last = Freshness.NEVER;

  /**
   * Whether nobody can have gone from one place to the other.
   *
   * @param zones how many lie between
   * @param apart time between the two positions, milliseconds
   * @param seconds for each zone, at least
   */
  static boolean isImpossible(int zones, long apart, double seconds) {
    return zones > 0 && Math.abs(apart) < zones * seconds * 1000;
  }

  /** Counts one; those longer ago than {@code within} before it are forgotten. */
  void add(long event, long within) {
    if (first == Freshness.NEVER || event - first > within) {
      first = event;
      count = 0;
    }
    count++;
    last = Math.max(last, event);
  }

  /** How many there were, as of an event time. */
  int lately(long event, long within) {
    return last != Freshness.NEVER && event - last <= within ? count : 0;
  }

  void pass(Tape tape) {
    count = tape.whole(count);
    first = tape.whole(first);
    last = tape.whole(last);
  }
}
