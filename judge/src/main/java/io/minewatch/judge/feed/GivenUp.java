package io.minewatch.judge.feed;

import io.minewatch.judge.tape.Tape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What of a gateway will never come: how many messages, and between when. */
final class GivenUp {
  private long count;
  private long from = Long.MAX_VALUE;
  private long until = Long.MIN_VALUE;

  void add(Gaps.Lost lost) {
    if (lost.count() > 0) {
      count += lost.count();
      from = Math.min(from, lost.after());
      until = Math.max(until, lost.before());
    }
  }

  long count() {
    return count;
  }

  /** When the last message before the first of these reached us; null without any. */
  @Nullable Instant from() {
    return count == 0 ? null : Instant.ofEpochMilli(from);
  }

  /** When the first message after the last of these reached us; null without any. */
  @Nullable Instant until() {
    return count == 0 ? null : Instant.ofEpochMilli(until);
  }

  void pass(Tape tape) {
    count = tape.whole(count);
    from = tape.whole(from);
    until = tape.whole(until);
  }
}
