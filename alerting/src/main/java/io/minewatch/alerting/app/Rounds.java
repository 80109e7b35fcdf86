package io.minewatch.alerting.app;

import io.minewatch.alerting.api.Streams;
import io.minewatch.alerting.desk.Lead;
import io.minewatch.alerting.desk.Watchman;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that go round: who leads, due steps and calls, the outbox, the streams. */
final class Rounds implements AutoCloseable {
  /** How late a due step may be noticed when nothing else happens. */
  private static final long EVERY_MILLIS = 200;

  private static final long LIVE_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private final Semaphore watch = new Semaphore(0);
  private final Semaphore publish = new Semaphore(0);
  private final Beats beats = new Beats(System::nanoTime);
  private @Nullable Thread leader;
  private @Nullable Thread watchman;
  private @Nullable Thread publisher;
  private @Nullable Thread streamer;

  /** Something was committed: look at once. */
  void poke() {
    watch.release();
    publish.release();
  }

  void start(Watchman man, Runnable watches, Line line, Streams streams, Runnable look) {
    man.afterRestart();
    try {
      line.look();
    } catch (RuntimeException e) {
      LOG.error("who leads cannot be seen yet, the next look follows", e);
    }
    leader = thread("alerting-lead", new Semaphore(0), Lead.BEAT.toMillis(), line::look);
    watchman = thread("alerting-watchman", watch, EVERY_MILLIS, watches::run);
    publisher = thread("alerting-outbox", publish, EVERY_MILLIS, line::publish);
    int[] seconds = {0};
    streamer =
        thread(
            "alerting-ticks",
            new Semaphore(0),
            LIVE_MILLIS,
            () -> {
              look.run();
              streams.live();
              if (++seconds[0] % 2 == 0) {
                streams.tick();
              }
            });
  }

  private interface Round {
    void run() throws InterruptedException;
  }

  /** Whether all of them go round still. */
  boolean isGoing() {
    return beats.isGoing();
  }

  private Thread thread(String name, Semaphore poked, long everyMillis, Round round) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  guarded(name, round);
                  beats.beat(name);
                  if (poked.tryAcquire(everyMillis, TimeUnit.MILLISECONDS)) {
                    poked.drainPermits();
                  }
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed
              }
            },
            name);
    thread.setDaemon(true);
    beats.beat(name);
    thread.start();
    return thread;
  }

  /** A round that fails is tried again with the next: the work is in the database. */
  private static void guarded(String name, Round round) throws InterruptedException {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.error("{}: a round failed, the next follows", name, e);
    }
  }

  @Override
  public void close() {
    for (Thread thread : new @Nullable Thread[] {leader, watchman, publisher, streamer}) {
      if (thread != null) {
        thread.interrupt();
        try {
          thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
