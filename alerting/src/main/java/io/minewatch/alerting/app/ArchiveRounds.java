package io.minewatch.alerting.app;

import io.minewatch.alerting.desk.ArchiveFilling;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that fills the archive after a start; ends when that is whole. */
final class ArchiveRounds implements AutoCloseable {
  /** Between two steps others write. */
  private static final long EVERY_MILLIS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveRounds.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "alerting-archive");
            made.setDaemon(true);
            return made;
          });

  ArchiveRounds(ArchiveFilling filling) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> guarded(filling), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A step that fails is tried again with the next: what was made is in the database. */
  private void guarded(ArchiveFilling filling) {
    try {
      if (!filling.some()) {
        thread.shutdown();
      }
    } catch (RuntimeException e) {
      LOG.error("the archive cannot be filled now, it is tried again", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
