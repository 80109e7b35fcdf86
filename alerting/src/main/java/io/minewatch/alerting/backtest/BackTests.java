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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs back-tests one after the other on a thread of their own, beside which everything else goes
 * on. What came of each is kept; one that a stop of its instance has cut off says so, once that
 * instance has said nothing for a while. Any instance stops what another runs.
 */
public final class BackTests implements AutoCloseable {
  /** Longest stretch of one back-test. */
  public static final Duration LONGEST = Duration.ofDays(31);

  /** How many may wait; more are refused. */
  private static final int WAITING = 4;

  /** So long an instance that shares the database may say nothing before its jobs are cut off. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);

  private final BackTestRows rows;
  private final Database database;
  private final SeriesStore store;
  private final Clock clock;
  private final Severity callsFrom;
  private final Self self;
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
  public BackTests(
      Database database, SeriesStore store, Clock clock, Severity callsFrom, Self self) {
    this.rows = new BackTestRows(database);
    this.database = database;
    this.store = store;
    this.clock = clock;
    this.callsFrom = callsFrom;
    this.self = self;
    sweep();
  }

  /**
   * This instance.
   *
   * @param name of this run of it, that no other has
   * @param patience so long another may say nothing; zero where there is no other
   */
  public record Self(String name, Duration patience) {}

  /** Marks what an instance left open that is no more. */
  public void sweep() {
    database.write(() -> rows.interrupted(self.name(), clock.instant().minus(self.patience())));
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
                    self.name(),
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

  /** Stops one that waits or runs, at any instance; it ends with its next piece. */
  public void stop(String id) {
    database.write(() -> rows.stopping(id));
    sweep(); // where its instance is no more, nobody else would end it
  }

  private void run(String id, Trial trial) {
    try {
      Ahead ahead = Ahead.of(trial.before(), trial.after(), trial.span());
      Comparison comparison = new Comparison(trial.before(), trial.after(), ahead, callsFrom);
      if (ahead.play(store, listener(id, ahead.begin(), trial.span(), comparison))) {
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
    }
  }

  private StoredFeed.Listener listener(String id, Instant begin, Span span, Comparison comparison) {
    long all = Duration.between(begin, span.to()).toMillis();
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
        long done = Duration.between(begin, upTo).toMillis();
        int percent = (int) (100 * done / Math.max(1, all));
        database.write(
            () -> rows.progress(id, percent, readings) + rows.beat(self.name(), clock.instant()));
        return !rows.isStopping(id) && !Thread.currentThread().isInterrupted();
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
