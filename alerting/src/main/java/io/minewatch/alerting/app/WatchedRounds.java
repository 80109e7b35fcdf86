package io.minewatch.alerting.app;

import io.minewatch.alerting.desk.Canary;
import io.minewatch.alerting.desk.FourLines;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps when the platform watched: the newest test reading that came back. */
final class WatchedRounds implements AutoCloseable {
  private static final long EVERY_SECONDS = 10;
  private static final Logger LOG = LoggerFactory.getLogger(WatchedRounds.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "alerting-watched");
            made.setDaemon(true);
            return made;
          });

  WatchedRounds(FourLines lines, Canary canary) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> guarded(lines, canary), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** A round that fails is followed by the next: the canary says the same or more then. */
  private static void guarded(FourLines lines, Canary canary) {
    try {
      lines.watched(canary.age().found());
    } catch (RuntimeException e) {
      LOG.error("when the platform watched cannot be kept now, the next round follows", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
