package io.minewatch.jobs.series;

import io.minewatch.series.connect.SeriesRetention;
import io.minewatch.series.server.Retention;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.SeriesException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the store let go what is not kept any longer: an hour after the start and once a day, on a
 * thread of its own. A QuestDB is told at the start too, and then lets go by itself. Lines wait for
 * none of it.
 */
final class Expiry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
  private static final Duration EVERY = Duration.ofDays(1);

  /** Long enough for a trial with an old recording, short enough for a job that starts often. */
  private static final Duration FIRST = Duration.ofHours(1);

  private final SeriesServer server;
  private final Retention retention;
  private final ProcessingTimeService time;
  private final ExecutorService thread;

  Expiry(SeriesServer server, Retention retention, ProcessingTimeService time) {
    this.server = server;
    this.retention = retention;
    this.time = time;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "series-expiry");
              made.setDaemon(true);
              return made;
            });
  }

  void start() {
    LOG.info(
        "What is older goes from {}, for the first time in an hour, a QuestDB's whole days at once:"
            + " readings after {} days, statistics and rewrites after {}, positions and own alarms"
            + " after {}",
        server,
        retention.readings().toDays(),
        retention.records().toDays(),
        retention.people().toDays());
    thread.execute(() -> apply(() -> SeriesRetention.tell(server, retention)));
    next(FIRST);
  }

  private void next(Duration wait) {
    var unused =
        time.registerTimer(
            time.getCurrentProcessingTime() + wait.toMillis(),
            now -> {
              Instant at = Instant.ofEpochMilli(now);
              thread.execute(() -> apply(() -> SeriesRetention.apply(server, retention, at)));
              next(EVERY);
            });
  }

  private static void apply(Supplier<List<String>> keep) {
    try {
      keep.get().forEach(problem -> LOG.warn("Not let go: {}", problem));
    } catch (SeriesException e) {
      LOG.warn("What is too old stays in the series store for another day: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
