package io.minewatch.jobs.state;

import io.minewatch.judge.feed.Gateways;

/** What the archive job remembers of the gateways of one mine, and when it next speaks of them. */
public final class FeedState {
  /** No timer is set. */
  public static final long NO_TIMER = Long.MAX_VALUE;

  private final Gateways gateways = new Gateways();
  private final ToldTimes toldTimes = new ToldTimes();
  private long timerAt = NO_TIMER;
  private long linesDue = NO_TIMER;

  /** What came of each gateway. */
  public Gateways gateways() {
    return gateways;
  }

  /** Which times their clocks told before they were put back. */
  public ToldTimes toldTimes() {
    return toldTimes;
  }

  /** The timer that is set, or {@link #NO_TIMER}. */
  public long timerAt() {
    return timerAt;
  }

  public void timerIs(long at) {
    timerAt = at;
  }

  /** When the feed becomes lines again, or {@link #NO_TIMER} if that was never set. */
  public long linesDue() {
    return linesDue;
  }

  public void linesAreDue(long at) {
    linesDue = at;
  }

  FeedState pass(DataTape tape) {
    timerAt = tape.whole(timerAt);
    linesDue = tape.whole(linesDue);
    gateways.pass(tape);
    toldTimes.pass(tape);
    return this;
  }
}
