package io.minewatch.alerting.app;

import io.minewatch.alerting.api.RewrittenOf;
import io.minewatch.alerting.desk.ClueDesk;
import io.minewatch.alerting.desk.Suspicions;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that raises the clues of a machine: slow, and nobody waits for it. */
final class SuspicionRounds implements AutoCloseable {
  private static final long FACTS_SECONDS = 5;

  /** What repeats does so over days. */
  private static final long REPEATED_SECONDS = 3_600;

  private static final long FIRST_SECONDS = 60;
  private static final Logger LOG = LoggerFactory.getLogger(SuspicionRounds.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "alerting-clues");
            made.setDaemon(true);
            return made;
          });

  private final @Nullable SeriesStore series;

  SuspicionRounds(
      Suspicions suspicions,
      ClueDesk clues,
      Mines mines,
      RewrittenOf rewritten,
      @Nullable SeriesStore series) {
    this.series = series;
    every(FACTS_SECONDS, FACTS_SECONDS, suspicions::facts);
    every(FACTS_SECONDS, FACTS_SECONDS, clues::overdue);
    every(FIRST_SECONDS, REPEATED_SECONDS, suspicions::repeated);
    if (series != null) {
      every(
          FIRST_SECONDS,
          REPEATED_SECONDS,
          () ->
              suspicions.toldTwice(
                  mines.paths().keySet().stream()
                      .filter(mine -> !rewritten.mine(mine).isEmpty())
                      .toList(),
                  this::rewrites));
    }
  }

  private List<Rewrite> rewrites(String mine, Instant from, Instant to) {
    return series == null ? List.of() : series.rewrites(new MineCode(mine), new Span(from, to));
  }

  private void every(long first, long seconds, Runnable round) {
    var unused =
        thread.scheduleWithFixedDelay(() -> guarded(round), first, seconds, TimeUnit.SECONDS);
  }

  /** A round that fails is followed by the next: what it looks at is there then. */
  private static void guarded(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.error("a round of clues failed, the next follows", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
