package io.minewatch.alerting.bus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the messages of each mine one after the other and the mines in turn: while one mine's
 * message waits to be tried again, the others go on. Holds no more than the broker sends without an
 * acknowledgement.
 */
final class Lanes<T> implements AutoCloseable {
  /** More would only wait for each other: writers of the journal come one after the other. */
  private static final int WORKERS = 2;

  private static final Duration UNFORESEEN = Duration.ofSeconds(1);
  private static final long CLOSE_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  /** Works one message. */
  interface Work<T> {
    /** Answers null when done, else after how long to try the same again. */
    @Nullable Duration work(T message);
  }

  private final Map<String, Deque<T>> waiting = new HashMap<>();
  private final Work<T> work;
  private final ScheduledThreadPoolExecutor workers;

  Lanes(String name, Work<T> work) {
    this.work = work;
    this.workers =
        new ScheduledThreadPoolExecutor(
            WORKERS,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  void add(String lane, T message) {
    synchronized (waiting) {
      Deque<T> messages = waiting.computeIfAbsent(lane, key -> new ArrayDeque<>());
      messages.add(message);
      if (messages.size() == 1) {
        next(lane, Duration.ZERO);
      }
    }
  }

  private void next(String lane, Duration after) {
    try {
      var unused = workers.schedule(() -> run(lane), after.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("closed; what is not acknowledged comes again", e);
    }
  }

  private void run(String lane) {
    T message;
    synchronized (waiting) {
      message = Objects.requireNonNull(waiting.get(lane), "a lane runs while it holds").element();
    }
    Duration again = guarded(lane, message);
    if (again != null) {
      next(lane, again);
      return;
    }
    synchronized (waiting) {
      Deque<T> messages = Objects.requireNonNull(waiting.get(lane), "only its run empties a lane");
      messages.remove();
      if (messages.isEmpty()) {
        waiting.remove(lane);
      } else {
        next(lane, Duration.ZERO);
      }
    }
  }

  /** A lane must never stop: what the work did not foresee is tried again. */
  private @Nullable Duration guarded(String lane, T message) {
    try {
      return work.work(message);
    } catch (RuntimeException | Error e) {
      LOG.error("lane {}: a message is tried again in {}", lane, UNFORESEEN, e);
      return UNFORESEEN;
    }
  }

  /** What waits stays unacknowledged. */
  @Override
  public void close() {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a message is still being worked; it is not acknowledged");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
