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

  /**
   * A speed as a person gives it.
   *
   * @throws IllegalArgumentException unless it is above 0: at 0 the replay would wait for ever
   */
  static double speed(String text) {
    double speed = Double.parseDouble(text);
    if (!(speed > 0)) {
      throw new IllegalArgumentException("is above 0, Infinity for no wait, was " + text);
    }
    return speed;
  }

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
