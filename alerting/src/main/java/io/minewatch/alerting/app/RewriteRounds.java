package io.minewatch.alerting.app;

import io.minewatch.alerting.api.RewrittenOf;
import io.minewatch.alerting.desk.Rewrites;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks for rewritten readings: a store that is slow holds up nobody else. */
final class RewriteRounds implements RewrittenOf, AutoCloseable {
  private static final long FIRST_SECONDS = 1;
  private static final long EVERY_SECONDS = 30;
  private static final Logger LOG = LoggerFactory.getLogger(RewriteRounds.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "alerting-rewrites");
            made.setDaemon(true);
            return made;
          });

  private final @Nullable Rewrites rewrites;

  /** Begins; without a store there is nothing to be done. */
  RewriteRounds(@Nullable SeriesStore series, Troubles troubles, Clock clock) {
    if (series == null) {
      rewrites = null;
      return;
    }
    Rewrites found = new Rewrites(series, troubles, clock);
    rewrites = found;
    var unused =
        thread.scheduleWithFixedDelay(
            () -> guarded(found), FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** A round that fails is followed by the next: the store tells the same then. */
  private static void guarded(Rewrites rewrites) {
    try {
      rewrites.round();
    } catch (SeriesException e) {
      LOG.warn("rewritten readings cannot be looked for now: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("a round of rewritten readings failed, the next follows", e);
    }
  }

  @Override
  public List<RewriteCount> mine(String mine) {
    return rewrites == null ? List.of() : rewrites.of(mine);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
