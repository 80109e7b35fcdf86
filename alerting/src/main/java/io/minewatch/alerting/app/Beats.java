package io.minewatch.alerting.app;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Whether each of the threads that go round does so still. */
final class Beats {
  /**
   * Longer than any round that goes on: the outbox waits for the broker a hundred times in a round,
   * ten seconds each at most. What is slow is not to be started anew.
   */
  static final Duration HANGS = Duration.ofMinutes(30);

  private final LongSupplier nanos;
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  Beats(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** This thread begins, or has gone round, well or not. */
  void beat(String thread) {
    last.put(thread, nanos.getAsLong());
  }

  /** Whether none hangs or has ended. */
  boolean isGoing() {
    long now = nanos.getAsLong();
    return last.values().stream().allMatch(each -> now - each < HANGS.toNanos());
  }
}
