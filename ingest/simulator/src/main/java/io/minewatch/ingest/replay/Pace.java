package io.minewatch.ingest.replay;

import java.time.Duration;

/** Lets a replay wait until a row is due. */
@FunctionalInterface
public interface Pace {
  /**
   * Returns when the row is due.
   *
   * @param sinceFirst measured time since the first row
   */
  void await(Duration sinceFirst) throws InterruptedException;

  /** So many times as fast as recorded, by the machine's own running time; infinite for no wait. */
  static Pace times(double speed) {
    long begun = System.nanoTime();
    return sinceFirst -> {
      long due = Math.round(sinceFirst.toNanos() / speed);
      long early = due - (System.nanoTime() - begun);
      if (early > 0) {
        Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
      }
    };
  }
}
