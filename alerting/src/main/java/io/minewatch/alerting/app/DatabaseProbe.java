package io.minewatch.alerting.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database answered lately, looked at by one thread of its own: whoever asks, however
 * often, takes no connection from the findings.
 */
final class DatabaseProbe implements AutoCloseable {
  /** How often it looks. */
  static final Duration EVERY = Duration.ofSeconds(2);

  /** How long ago it may have answered; it may be busy. */
  static final Duration LATELY = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);

  private final BooleanSupplier alive;
  private final LongSupplier nanos;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "alerting-probe");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long answered;

  /** The database has just been opened. */
  DatabaseProbe(BooleanSupplier alive, LongSupplier nanos) {
    this.alive = alive;
    this.nanos = nanos;
    this.answered = nanos.getAsLong();
  }

  DatabaseProbe started() {
    var unused =
        looks.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  void look() {
    try {
      if (alive.getAsBoolean()) {
        answered = nanos.getAsLong();
      }
    } catch (RuntimeException e) { // told where it is used
      LOG.debug("the database does not answer: {}", e.getMessage());
    }
  }

  /** From memory. */
  boolean isAnswering() {
    return nanos.getAsLong() - answered < LATELY.toNanos();
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
