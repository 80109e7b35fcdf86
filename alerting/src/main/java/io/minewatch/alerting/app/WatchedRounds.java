package io.minewatch.alerting.app;

import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.FourLineFill;
import io.minewatch.alerting.desk.FourLines;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that keeps what the four lines need: when the platform watched, and where mines lay.
 */
final class WatchedRounds implements AutoCloseable {
  private static final long EVERY_MILLIS = 10_000;

  /** Between two steps of what is made anew: calls come before it. */
  private static final long STEP_MILLIS = 250;

  private static final Logger LOG = LoggerFactory.getLogger(WatchedRounds.class);

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2, // what is made anew takes its time, and nobody is to look unwatched for it
          task -> {
            Thread made = new Thread(task, "alerting-watched");
            made.setDaemon(true);
            return made;
          });

  WatchedRounds(FourLines lines, FourLineFill fill, Canary canary) {
    every(STEP_MILLIS, fill::some);
    every(EVERY_MILLIS, () -> lines.watched(canary.age().found()));
    every(EVERY_MILLIS, lines::stamp);
  }

  private void every(long millis, Runnable round) {
    var unused =
        threads.scheduleWithFixedDelay(
            () -> guarded(round), EVERY_MILLIS, millis, TimeUnit.MILLISECONDS);
  }

  /** A round that fails is followed by the next: what is to be kept is there then. */
  private static void guarded(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.error("the four lines cannot be kept now, the next round follows", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
