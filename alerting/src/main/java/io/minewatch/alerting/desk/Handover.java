package io.minewatch.alerting.desk;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts on their way to channels that are waited for. An attempt is claimed before it queues for
 * its channel; it is begun, counted and read again when its turn comes, and only if this claim
 * still holds. So it goes out once however long it has waited, and not at all if somebody has
 * answered meanwhile. Killed after it began, it is handed over again under its id, at most {@link
 * #TRIES} times in all.
 */
final class Handover {
  /** How often a channel is asked for one attempt. */
  static final int TRIES = 5;

  /** After the first "not now", doubled with each further one. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** How long a claim holds; longer than any channel's own timeout. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
  private final Store store;
  private final Clock clock;
  private final Function<String, Executor> lanes;
  private final BiConsumer<Channel, Result> outcomes;
  private final Ends ends;

  /** Claims of this instance that wait or run, by attempt: until when, in milliseconds. */
  private final Map<String, Long> underway = new ConcurrentHashMap<>();

  /** What follows from how it went. */
  record Ends(Consumer<Attempt> placed, BiConsumer<Attempt, String> failed) {}

  /**
   * Makes one.
   *
   * @param lanes where the attempts of a channel wait for it: one that hangs holds no other up
   */
  Handover(
      Store store,
      Clock clock,
      Function<String, Executor> lanes,
      BiConsumer<Channel, Result> outcomes,
      Ends ends) {
    this.store = store;
    this.clock = clock;
    this.lanes = lanes;
    this.outcomes = outcomes;
    this.ends = ends;
  }

  /** Claims a waiting attempt and lets it queue for its channel, unless it does so already. */
  void take(Channel channel, Attempt attempt) {
    String id = attempt.id();
    long until = clock.instant().plus(LEASE).toEpochMilli();
    boolean claimed =
        store.database().write(() -> store.claims().claim(id, clock.instant(), until));
    if (claimed && underway.put(id, until) == null) {
      try {
        lanes.apply(channel.name()).execute(() -> run(channel, id));
      } catch (RejectedExecutionException e) {
        underway.remove(id); // the service ends; its claim ends as well
      }
    }
  }

  private void run(Channel channel, String id) {
    try {
      Attempt begun = begin(id);
      if (begun != null && begun.tries() > TRIES) {
        ends.failed().accept(begun, "handed over " + TRIES + " times and never heard of");
      } else if (begun != null) {
        handOver(channel, begun);
      }
    } catch (RuntimeException e) {
      LOG.error("attempt {} by {} failed; it is tried again later", id, channel.name(), e);
    } finally {
      underway.remove(id);
    }
  }

  /** The attempt as it is now and counted, or null if it is no longer ours to hand over. */
  private @Nullable Attempt begin(String id) {
    while (true) {
      long claim = Objects.requireNonNull(underway.get(id), "until this run ends");
      long until = clock.instant().plus(LEASE).toEpochMilli();
      List<Attempt> begun =
          store
              .database()
              .write(
                  () ->
                      store.claims().begin(id, claim, until)
                          ? List.of(Objects.requireNonNull(store.calls().find(id), id))
                          : List.of());
      if (!begun.isEmpty()) {
        return begun.get(0);
      }
      if (claim == Objects.requireNonNullElse(underway.get(id), claim)) {
        return null;
      }
    }
  }

  private void handOver(Channel channel, Attempt attempt) {
    Result result = channel.place(attempt);
    outcomes.accept(channel, result);
    switch (result.kind()) {
      case OK -> ends.placed().accept(attempt);
      case RETRY -> again(attempt, result.reason());
      case DROP, STOP -> ends.failed().accept(attempt, result.reason());
    }
  }

  /** Puts a counted attempt off, or gives it up. */
  void again(Attempt attempt, String reason) {
    if (attempt.tries() >= TRIES) {
      ends.failed().accept(attempt, reason);
      return;
    }
    Instant next = clock.instant().plus(PAUSE.multipliedBy(1L << Math.max(0, attempt.tries() - 1)));
    store
        .database()
        .write(
            () -> {
              store.claims().again(attempt.id(), attempt.tries(), next);
              return true;
            });
  }
}
