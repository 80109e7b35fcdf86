package io.minewatch.judge.feed;

import io.minewatch.domain.reading.ClockAhead;
import io.minewatch.judge.tape.Tape;

/**
 * How the clock of one gateway goes, learnt from its live messages in the order of their numbers.
 * Times are milliseconds since 1970 UTC.
 *
 * <p>Two things are told. <em>Offset</em>: its clock minus ours, by the message that was least
 * delayed of late; shown to people. <em>Event time</em>: measured time with the jumps of the clock
 * taken out, so that delays run on when the clock is put right. Both look at the delay (received
 * minus measured): waiting makes it grow while measured time goes on, so that only a clock put back
 * makes measured time run backwards, and only a clock put forward makes the delay shorter than ever
 * before.
 *
 * <p>Late, missing, double: only the highest number so far is looked at; the backfill lane never.
 */
public final class GatewayClock {
  /** Less than this is no jump: messages of one gateway are not stamped in perfect order. */
  public static final long STEP_MILLIS = 30_000;

  /**
   * A clock that is further off than this is wrong, and its stamps are not compared with others.
   */
  public static final long TOLERANCE_MILLIS = ClockAhead.FAR.toMillis();

  /** The least delay is looked for within the last one to two of these, as measured. */
  static final long WINDOW_MILLIS = 60_000;

  /** What is older than a day when it comes is a recording, which may be played at any speed. */
  static final long RECORDED_MILLIS = 86_400_000;

  private static final long NONE = Long.MAX_VALUE;

  private long measured;
  private long received;
  private long shift;
  private long shortest = NONE;
  private long recent = NONE;
  private long before = NONE;
  private long progress;
  private long behind;

  /**
   * Takes the newest measured time of the next message.
   *
   * @return what is to be taken off the measured times of this message to get event times
   */
  long on(long newest, long at) {
    long delay = at - newest;
    if (shortest == NONE) {
      shift = -delay > TOLERANCE_MILLIS ? -delay : 0; // behind may be a queue: see behind
    } else if (newest < measured - STEP_MILLIS || wasPutForward(delay)) {
      long passed = Math.max(0, at - received);
      shift = newest - (measured - shift + passed);
      shortest = NONE;
      recent = NONE;
      before = NONE;
    }
    learn(newest, at, ahead());
    return shift;
  }

  private boolean wasPutForward(long delay) {
    boolean recorded = delay > RECORDED_MILLIS;
    return !recorded && delay < shortest - STEP_MILLIS;
  }

  /** Looks at an unnumbered message: it may be one that came before, so it moves no event time. */
  void watch(long newest, long at) {
    learn(newest, at, shift); // it cannot tell a jump, and what was shortest may be long past
  }

  private void learn(long newest, long at, long base) {
    long delay = at - newest;
    boolean first = shortest == NONE;
    // What waited comes in a burst: then our time stands still, and measured time runs. While we
    // were away it is the other way round. The smaller of both is how long the clock was watched.
    progress += first ? 0 : Math.max(0, Math.min(newest - measured, at - received));
    if (progress >= WINDOW_MILLIS) {
      long least = recent + base;
      behind = least > TOLERANCE_MILLIS ? least : 0;
      before = recent;
      recent = NONE;
      progress = 0;
    }
    shortest = Math.min(shortest, delay);
    recent = Math.min(recent, delay);
    measured = newest;
    received = at;
  }

  /** Its clock minus ours, the shortest transport included; 0 while nothing is known. */
  public long offset() {
    long least = Math.min(recent, before);
    return least == NONE ? 0 : -least;
  }

  /**
   * The offset if it is beyond tolerance, else 0. Behind may be a queue: of that it is what a jump
   * or {@link #behind} says, and no more than the offset.
   */
  public long error() {
    long offset = offset();
    long known = offset < 0 ? Math.max(offset, ahead() - behind) : offset;
    return Math.abs(known) > TOLERANCE_MILLIS ? known : 0;
  }

  /** What is to be taken off measured times to get event times. */
  long shift() {
    return shift;
  }

  /**
   * What is to be taken off measured times to compare them with those of other gateways: jumps, and
   * what the clock is ahead of late, however slowly it drifted there, but for what is no jump. So
   * one stamp that is a little ahead of its neighbours makes none of those after it look older than
   * it.
   */
  long ahead() {
    return shortest == NONE ? shift : Math.max(shift, offset() - STEP_MILLIS);
  }

  /**
   * By how much times less {@link #ahead} lag behind ours all the time, beyond tolerance; else 0.
   * Known after a window in which not one message was quicker: a queue that empties is no clock.
   */
  public long behind() {
    return behind;
  }

  void pass(Tape tape) {
    measured = tape.whole(measured);
    received = tape.whole(received);
    shift = tape.whole(shift);
    shortest = tape.whole(shortest);
    recent = tape.whole(recent);
    before = tape.whole(before);
    progress = tape.whole(progress);
    behind = tape.whole(behind);
  }
}
