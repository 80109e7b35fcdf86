package io.minewatch.alerting.backtest;

import io.minewatch.alerting.journal.BackTestRows;
import io.minewatch.alerting.journal.BackTestRows.Job;
import io.minewatch.alerting.journal.BackTestRows.State;
import io.minewatch.alerting.journal.Database;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Messages;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs back-tests one after the other on a thread of their own, beside which everything else goes
 * on. What came of each is kept; one that a stop of the program has cut off says so.
 */
public final class BackTests implements AutoCloseable {
  /** Longest stretch of one back-test. */
  public static final Duration LONGEST = Duration.ofDays(31);

  /** How many may wait; more are refused. */
  private static final int WAITING = 4;

  private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);

  private final BackTestRows rows;
  private final Database database;
  private final SeriesStore store;
  private final Clock clock;
  private final Severity callsFrom;
  private final Set<String> stopped = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          runnable -> {
            Thread thread = new Thread(runnable, "alerting-back-test");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A worker.
   *
   * @param callsFrom the mildest severity that calls somebody
   */
  public BackTests(Database database, SeriesStore store, Clock clock, Severity callsFrom) {
    this.rows = new BackTestRows(database);
    this.database = database;
    this.store = store;
    this.clock = clock;
    this.callsFrom = callsFrom;
    database.write(rows::interrupted);
  }

  /**
   * What is to be tried.
   *
   * @param before the plan as it holds
   * @param after the plan that would follow
   * @param real past events of the span
   */
  public record Trial(Plan before, Plan after, Span span, List<Comparison.Real> real) {
    public Trial {
      real = List.copyOf(real);
    }
  }

  /** Takes a trial; null if too many wait already. */
  public @Nullable Job start(Trial trial, String by, String document) {
    Job job =
        database.write(
            () ->
                rows.add(
                    trial.before().mine().value(),
                    clock.instant(),
                    by,
                    trial.span().from(),
                    trial.span().to(),
                    document));
    try {
      worker.execute(() -> run(job.id(), trial));
      return job;
    } catch (RejectedExecutionException e) {
      database.write(() -> rows.ended(job.id(), State.REFUSED, "", "too many wait"));
      return null;
    }
  }

  /** Stops one that waits or runs; it ends with its next piece. */
  public void stop(String id) {
    stopped.add(id);
  }

  private void run(String id, Trial trial) {
    try {
      Comparison comparison =
          new Comparison(trial.before(), trial.after(), trial.span().from(), callsFrom);
      boolean whole =
          new StoredFeed(store, trial.before())
              .play(trial.span(), listener(id, trial.span(), comparison));
      if (whole) {
        Outcome outcome = comparison.end(trial.span().to(), trial.real());
        String text = new String(Messages.write(outcome), StandardCharsets.UTF_8);
        database.write(() -> rows.ended(id, State.DONE, text, ""));
      } else {
        database.write(() -> rows.ended(id, State.STOPPED, "", "stopped by a person"));
      }
    } catch (SeriesException e) {
      LOG.warn("back-test {} has ended: {}", id, e.getMessage());
      String why = "the series store does not answer: " + e.getMessage();
      database.write(() -> rows.ended(id, State.FAILED, "", why));
    } catch (RuntimeException e) {
      LOG.error("back-test {} has ended by a fault", id, e);
      database.write(() -> rows.ended(id, State.FAILED, "", String.valueOf(e)));
    } finally {
      stopped.remove(id);
    }
  }

  private StoredFeed.Listener listener(String id, Span span, Comparison comparison) {
    return new StoredFeed.Listener() {
      @Override
      public void readings(ReadingBatch batch, long at) {
        comparison.readings(batch, at);
      }

      @Override
      public void fixes(List<Fix> fixes, long at) {
        comparison.fixes(fixes, at);
      }

      @Override
      public boolean goesOn(Instant upTo, long readings) {
        long done = Duration.between(span.from(), upTo).toMillis();
        int percent = (int) (100 * done / Math.max(1, span.millis()));
        database.write(() -> rows.progress(id, percent, readings));
        return !stopped.contains(id) && !Thread.currentThread().isInterrupted();
      }
    };
  }

  @Override
  public void close() {
    worker.shutdownNow();
    try {
      worker.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }
}
