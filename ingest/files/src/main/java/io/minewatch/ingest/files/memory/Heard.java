package io.minewatch.ingest.files.memory;

import io.minewatch.domain.reading.ClockAhead;
import io.minewatch.ingest.files.found.FileHead;
import java.time.Duration;
import java.time.Instant;

/**
 * What was heard of one name: the newest header time, when that came, and how often it comes. What
 * is older is late while the newest may still be followed by a newer one; after two periods without
 * one the clock was put back, and what comes is the present.
 *
 * <p>A clock that was far ahead of ours and is not any more was put right: what came while it was
 * ahead counts as of when it came, less two periods for the way, so that nothing is late for it. A
 * clock that jumped far ahead may be one wrong header, or files that waited for the clock to be put
 * right: they are late until for two periods nothing else has come.
 */
final class Heard {
  /** What is older is late for at least so long. */
  static final Duration LEAST = Duration.ofSeconds(10);

  /** And for at most so long: what a clock that was put back may cost of the present. */
  static final Duration MOST = Duration.ofHours(1);

  /** The period until two arrivals have told it. */
  static final Duration UNTOLD = Duration.ofMinutes(1);

  /** What comes within so long came at once, and tells nothing of a period. */
  private static final Duration AT_ONCE = LEAST.dividedBy(2);

  /** A clock that goes ahead by less from one file to the next drifts, and did not jump. */
  static final Duration JUMP = Duration.ofMinutes(1);

  private Instant newest;

  /** That time minus ours when it was read. */
  private Duration offset;

  private Instant came;
  private Instant counted;
  private Duration period = Duration.ZERO;

  Heard(FileHead head, Instant came) {
    this.newest = head.time();
    this.offset = head.offset();
    this.came = came;
    counted = came;
  }

  /** As it was before a restart: the time in which nobody listened does not count. */
  Heard(NewestFiles.Name known, Instant restarted) {
    this.newest = known.newest();
    this.offset = known.offset();
    this.came = restarted;
    counted = restarted;
    this.period = known.period();
  }

  Instant newest() {
    return newest;
  }

  Duration offset() {
    return offset;
  }

  Duration period() {
    return period;
  }

  boolean isLate(FileHead head, Instant at) {
    return (wentFar(head) || isOlder(head)) && Duration.between(came, at).compareTo(lateFor()) < 0;
  }

  private boolean isOlder(FileHead head) {
    boolean right = ClockAhead.isFar(offset) && head.isRight();
    return head.time().isBefore(right ? newest.minus(offset).minus(lateFor()) : newest);
  }

  private boolean wentFar(FileHead head) {
    boolean jumped = head.offset().minus(offset).compareTo(JUMP) > 0;
    return jumped && ClockAhead.isFar(head.offset()) && !ClockAhead.isFar(offset);
  }

  /** Takes what is not late. */
  void take(FileHead head, Instant at) {
    boolean putBack = isOlder(head);
    Duration gap = Duration.between(counted, at);
    newest = head.time();
    offset = head.offset();
    came = at;
    if (putBack) { // waited for, which tells nothing of a period
      counted = at;
    } else if (gap.compareTo(AT_ONCE) >= 0) {
      counted = at;
      period = after(gap);
    }
  }

  /** A decaying maximum; one long gap is an outage and no new period, so it grows step by step. */
  private Duration after(Duration gap) {
    if (period.isZero()) {
      return shorter(gap, MOST);
    }
    Duration grown = shorter(gap, shorter(period.multipliedBy(2), MOST));
    Duration decayed = period.multipliedBy(9).dividedBy(10);
    return grown.compareTo(decayed) > 0 ? grown : decayed;
  }

  private Duration lateFor() {
    Duration two = (period.isZero() ? UNTOLD : period).multipliedBy(2);
    return two.compareTo(LEAST) < 0 ? LEAST : shorter(two, MOST);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
