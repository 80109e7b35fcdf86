package io.minewatch.ingest.source;

import io.minewatch.ingest.mqtt.Delivery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Between the links' threads and the reader's: takes without waiting, wakes the reader at once.
 * Holds at most {@code limit} messages; the in-flight window keeps it well below.
 */
final class Inbox {
  private static final CompletableFuture<Void> NOW = CompletableFuture.completedFuture(null);

  private final Deque<Arrival> queue = new ArrayDeque<>();
  private final Set<SlotLink> overrun = new HashSet<>();
  private int limit;
  private long refused;
  private @Nullable CompletableFuture<Void> waiter;

  /**
   * A message with where it came from.
   *
   * @param from the slot's link; acknowledges it
   * @param life grows each time that the slot loses its connection
   */
  record Arrival(SlotLink from, long life, Delivery delivery) {}

  /** Room for one more slot. */
  synchronized void widen(int messages) {
    limit += messages;
  }

  /**
   * A message over the limit stays unacknowledged and comes again with the slot's next connection,
   * for which {@link #overrun} asks.
   */
  void put(Arrival arrival) {
    CompletableFuture<Void> wake;
    synchronized (this) {
      if (queue.size() >= limit) {
        refused++;
        overrun.add(arrival.from());
        return;
      }
      queue.add(arrival);
      wake = waiter;
      waiter = null;
    }
    if (wake != null) {
      wake.complete(null);
    }
  }

  /**
   * Drops what a slot brought before its connection was lost: the broker, which still knows the
   * session, sends it again.
   */
  synchronized void forget(SlotLink from, long life) {
    queue.removeIf(a -> a.from() == from && a.life() < life);
  }

  /**
   * The slots of which messages found no room, once each, when there is room again: their broker
   * waits for acknowledgements that nobody can give, until they connect anew.
   */
  synchronized Set<SlotLink> overrun() {
    if (overrun.isEmpty() || !queue.isEmpty()) {
      return Set.of();
    }
    Set<SlotLink> all = Set.copyOf(overrun);
    overrun.clear();
    return all;
  }

  synchronized @Nullable Arrival poll() {
    return queue.poll();
  }

  /** Completes as soon as there is something to poll. */
  synchronized CompletableFuture<Void> available() {
    if (!queue.isEmpty()) {
      return NOW;
    }
    CompletableFuture<Void> known = waiter;
    if (known == null) {
      known = new CompletableFuture<>();
      waiter = known;
    }
    return known;
  }

  synchronized int size() {
    return queue.size();
  }

  /** Messages that found no room. */
  synchronized long refused() {
    return refused;
  }
}
