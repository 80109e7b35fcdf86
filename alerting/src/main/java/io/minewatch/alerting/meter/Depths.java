package io.minewatch.alerting.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.desk.Store;
import java.time.Clock;
import java.util.function.Supplier;

/** How much waits: for the broker, for a channel, for a step that is due. */
public final class Depths {
  /** More steps overdue than this are told as so many. */
  private static final int MOST = 1_000;

  private Depths() {}

  /** Registers them; each is asked of the database at most once in a few seconds. */
  public static void register(MeterRegistry meters, Store store, Clock clock) {
    gauge(meters, "minewatch.outbox.waiting", new Kept<>(() -> store.outbox().waiting(), clock));
    gauge(meters, "minewatch.calls.waiting", new Kept<>(() -> store.calls().waiting(), clock));
    Supplier<Integer> overdue = () -> store.incidents().due(clock.instant(), MOST).size();
    gauge(meters, "minewatch.steps.overdue", new Kept<>(overdue, clock));
  }

  private static void gauge(MeterRegistry meters, String name, Kept<Integer> depth) {
    Gauge.builder(name, depth, Kept::get).strongReference(true).register(meters);
  }
}
