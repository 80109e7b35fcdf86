package io.minewatch.bench.engine;

import io.minewatch.bench.measure.Feed;
import io.minewatch.domain.wire.Envelope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What the functions of one running job share with the thread that measures: Flink ships functions
 * by copy, so they find it again by name. All in one process.
 */
public final class EngineRun implements AutoCloseable {
  /** How long a drain may take before a run is void: far above any honest run. */
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final Map<String, EngineRun> RUNNING = new ConcurrentHashMap<>();
  private static final AtomicLong NAMES = new AtomicLong();

  private final String name = "run-" + NAMES.incrementAndGet();
  private final List<Envelope> preface;
  private final Feed feed;
  private final Queue<Object> results = new ConcurrentLinkedQueue<>();

  private EngineRun(List<Envelope> preface, Feed feed) {
    this.preface = List.copyOf(preface);
    this.feed = feed;
  }

  /**
   * Begins a run.
   *
   * @param preface what is sent before the messages, for instance plans; at least one
   */
  public static EngineRun begin(List<Envelope> preface, Feed feed) {
    EngineRun run = new EngineRun(preface, feed);
    RUNNING.put(run.name, run);
    return run;
  }

  static EngineRun named(String name) {
    return Objects.requireNonNull(RUNNING.get(name), name);
  }

  public String name() {
    return name;
  }

  List<Envelope> preface() {
    return preface;
  }

  Feed feed() {
    return feed;
  }

  /** What came out of the job so far. */
  public Queue<Object> results() {
    return results;
  }

  /**
   * Waits until all is judged.
   *
   * @throws IllegalStateException if it takes too long
   */
  public static void await(String what, BooleanSupplier isDone) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!isDone.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        throw new IllegalStateException("not judged in time: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void close() {
    RUNNING.remove(name);
  }
}
