package io.minewatch.judge.muster;

import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;

/**
 * By how much the clock that stamps the positions of one gateway is behind ours, learnt from what
 * comes in its turn. Times are milliseconds since 1970 UTC.
 *
 * <p>A delay (received minus measured) is a clock behind, or a queue. A queue that grows or empties
 * changes its delay; so a clock is behind only when the shortest delay stayed what it was for
 * {@link #WINDOWS} windows and nothing was quicker since. A queue that stays as long as it is, or
 * empties by less than that tells (a ring buffer that is full, an export that is always late), is
 * taken for a clock: so this is good for showing, and nothing may be proven by it.
 *
 * <p>Late, missing, double: only what comes in its turn is to be told here; one quicker message
 * ends what was known.
 */
final class TagClock {
  /** The shortest delay is looked for within one of these, by their time and by ours. */
  static final long WINDOW_MILLIS = 10 * 60_000;

  /** Windows with the same shortest delay. */
  static final int WINDOWS = 3;

  /** So much the shortest delay of two windows may differ: systems write positions when they do. */
  static final long STEADY_MILLIS = 30_000;

  /** Less than this is no wrong clock. */
  static final long TOLERANCE_MILLIS = 5 * 60_000;

  /** A clock goes wrong slowly: what is known follows it by so much in a window. */
  private static final long DRIFT_MILLIS = 100;

  private long measured = Freshness.NEVER;
  private long received;
  private long progress;
  private long least = Long.MAX_VALUE;
  private long known = Long.MAX_VALUE;
  private int steady;

  /** Takes the newest measured time of the next message. */
  void on(long newest, long at) {
    long delay = at - newest;
    if (delay < known - STEADY_MILLIS && known != Long.MAX_VALUE) {
      known = Long.MAX_VALUE;
      least = Long.MAX_VALUE;
      steady = 0;
      progress = 0;
    } else if (measured != Freshness.NEVER) {
      // What waited comes in a burst: then our time stands still. The smaller is what was watched.
      progress += Math.max(0, Math.min(newest - measured, at - received));
    }
    measured = newest;
    received = at;
    least = Math.min(least, delay);
    if (progress >= WINDOW_MILLIS) {
      endWindow();
    }
  }

  private void endWindow() {
    boolean same = known != Long.MAX_VALUE && Math.abs(least - known) <= STEADY_MILLIS;
    known = same ? known + Math.max(-DRIFT_MILLIS, Math.min(least - known, DRIFT_MILLIS)) : least;
    steady = same ? Math.min(steady + 1, WINDOWS) : 1;
    least = Long.MAX_VALUE;
    progress = 0;
  }

  /**
   * By how much as it seems, the shortest transport included; 0 for a clock that is right, ahead,
   * or not known yet. It may be off by {@link #STEADY_MILLIS}.
   */
  long behind() {
    return steady >= WINDOWS && known > TOLERANCE_MILLIS ? known : 0;
  }

  TagClock pass(Tape tape) {
    measured = tape.whole(measured);
    received = tape.whole(received);
    progress = tape.whole(progress);
    least = tape.whole(least);
    known = tape.whole(known);
    steady = tape.whole(steady);
    return this;
  }
}
