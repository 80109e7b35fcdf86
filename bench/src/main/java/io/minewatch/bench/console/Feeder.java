package io.minewatch.bench.console;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Tells the service something once in each of its turns, on time, whether or not it keeps up. */
final class Feeder implements AutoCloseable {
  /** Turns in which every mine of a nation is told of once. */
  static final int SLICES = 50;

  /** One turn. */
  interface Turn {
    /**
     * Runs it.
     *
     * @param due nanosecond at which it was to begin
     * @param at when it did
     */
    void run(long number, long due, Instant at);
  }

  private final Thread thread;
  private volatile boolean ended;
  private volatile long turns;
  private volatile Instant first = Instant.EPOCH;
  private volatile Instant last = Instant.EPOCH;
  private volatile @Nullable RuntimeException failed;

  /**
   * Begins at once.
   *
   * @param millis between two turns
   */
  Feeder(Clock clock, long millis, Turn turn) {
    thread =
        new Thread(
            () -> {
              long start = System.nanoTime();
              try {
                for (long number = 0; !ended; number++) {
                  long due = start + number * millis * 1_000_000;
                  for (long wait = due - System.nanoTime(); wait > 0 && !ended; ) {
                    LockSupport.parkNanos(wait);
                    wait = due - System.nanoTime();
                  }
                  if (!ended) {
                    last = clock.instant();
                    first = number == 0 ? last : first;
                    turn.run(number, due, last);
                    turns = number + 1;
                  }
                }
              } catch (RuntimeException e) {
                failed = e;
              }
            },
            "bench-feeder");
    thread.setDaemon(true);
    thread.start();
  }

  /** How many turns there were. */
  long turns() {
    RuntimeException why = failed;
    if (why != null) {
      throw new IllegalStateException("nothing is told any more", why);
    }
    return turns;
  }

  /** When the first turn began; the epoch before it. */
  Instant first() {
    return first;
  }

  /** When the last turn began; the epoch before it. */
  Instant last() {
    return last;
  }

  /**
   * Updates of one mine, one a second, and every five what judging says.
   *
   * @param updates hears of each before it is sent
   */
  static Feeder of(Service service, BigMine mine, Clock clock, Updates updates) {
    return new Feeder(
        clock,
        1_000,
        (number, due, at) -> {
          updates.add((int) number, due, at);
          if (number % 5 == 0) {
            service.live(mine.told(at));
          }
          service.live(mine.update(number, at));
        });
  }

  /** What judging says of each mine, each every five seconds, evenly. */
  static Feeder of(Service service, ManyMines mines, Clock clock) {
    return new Feeder(
        clock,
        5_000 / SLICES,
        (number, due, at) -> {
          for (int mine = (int) (number % SLICES); mine < mines.count(); mine += SLICES) {
            service.live(ManyMines.told(mine, at));
          }
        });
  }

  @Override
  public void close() {
    ended = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
