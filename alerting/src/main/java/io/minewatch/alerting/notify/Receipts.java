package io.minewatch.alerting.notify;

import io.minewatch.alerting.calling.Told;

/** Hears what comes back on a channel. */
public interface Receipts {
  /**
   * Something is told of an attempt.
   *
   * @return whether there is such an attempt
   */
  boolean told(String attempt, Told told);

  /** A receiver that knows no attempt. */
  static Receipts none() {
    return (attempt, told) -> false;
  }
}
