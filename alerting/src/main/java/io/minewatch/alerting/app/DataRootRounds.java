package io.minewatch.alerting.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.evidence.ProvenHours;
import io.minewatch.series.store.SeriesStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that makes data roots: reading hours back must hold up nobody who calls people. */
final class DataRootRounds implements AutoCloseable {
  private static final long EVERY_SECONDS = 1;
  private static final Logger LOG = LoggerFactory.getLogger(DataRootRounds.class);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "alerting-data-roots");
            made.setDaemon(true);
            return made;
          });

  /** Begins; without a store there is nothing to be done. */
  DataRootRounds(
      @Nullable SeriesStore series,
      ProvenHours.Ground ground,
      Troubles troubles,
      MeterRegistry meters) {
    if (series == null) {
      return;
    }
    ProvenHours roots = new ProvenHours(series, ground, troubles);
    meters.gauge(
        "minewatch.evidence.roots.behind.seconds", roots, each -> each.behind().toSeconds());
    meters.gauge("minewatch.evidence.hours.altered", roots, ProvenHours::altered);
    meters.gauge(
        "minewatch.evidence.looks.behind.seconds", roots, each -> each.looksBehind().toSeconds());
    var unused =
        thread.scheduleWithFixedDelay(
            () -> guarded(roots), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** A round that fails is tried again with the next: what is made is in the database. */
  private static void guarded(ProvenHours roots) {
    try {
      roots.round();
    } catch (RuntimeException e) {
      LOG.error("a round of data roots failed, the next follows", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
