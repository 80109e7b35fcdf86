package io.minewatch.alerting.notify;

import io.minewatch.alerting.calling.Attempt;

/**
 * One way to call. {@link #place} and {@link #probe} may wait for the other end, each no longer
 * than its own timeout; they never throw for what the other end does, and never log a number, a
 * text or a secret. What comes back later is told through {@link Receipts}.
 */
public interface Channel extends AutoCloseable {
  /** As the rule pack and the settings name it. */
  String name();

  Aim aim();

  /**
   * Hands over one attempt. The same id again reaches the callee at most once where that can be.
   */
  Result place(Attempt attempt);

  /** Goes as far as can be gone without calling anybody: whether the channel is there. */
  Result probe();

  @Override
  void close();
}
