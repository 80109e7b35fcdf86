package io.minewatch.alerting.desk;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Receipts;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.rules.Callout;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands queued attempts to their channels and takes what the channels tell. The console has its
 * attempts in the transaction that marks them; every other channel is asked outside of one, by an
 * instance that has claimed the attempt. Killed in between, the attempt is handed over again under
 * its id.
 */
public final class Caller implements Receipts {
  /** Attempts of one round; more wait for the next, which follows at once. */
  private static final int BATCH = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
  private final Store store;
  private final IncidentDesk desk;
  private final CallDesk calls;
  private final Clock clock;
  private final Handover handover;
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();

  /** Hears how each handing over went. */
  @FunctionalInterface
  public interface Outcomes {
    void took(Channel channel, Result result);
  }

  /**
   * Makes a caller; channels are added after, because they tell it what comes back.
   *
   * @param lanes on which the attempts of a channel are waited for, by its name
   */
  public Caller(
      Store store,
      IncidentDesk desk,
      CallDesk calls,
      Clock clock,
      Function<String, Executor> lanes,
      Outcomes outcomes) {
    this.store = store;
    this.desk = desk;
    this.calls = calls;
    this.clock = clock;
    this.handover =
        new Handover(
            store,
            clock,
            lanes,
            outcomes::took,
            new Handover.Ends(
                this::taken, (attempt, reason) -> told(attempt.id(), new Told.Failed(reason))));
  }

  public void add(Channel channel) {
    channels.put(channel.name(), channel);
  }

  /** The channels by name. */
  public Map<String, Channel> channels() {
    return Map.copyOf(channels);
  }

  /** Places what waits. One that fails is tried again later and keeps no other. */
  public void round() {
    for (Attempt attempt : store.calls().waiting(clock.instant(), BATCH)) {
      try {
        place(attempt);
      } catch (RuntimeException e) {
        LOG.error("{} cannot be placed; it is tried again", attempt, e);
        later(attempt);
      }
    }
  }

  /**
   * Somebody begins to attend a console: what was placed there while nobody did is delivered now.
   *
   * @param attended whether a call about the mine of this code is heard at a console
   */
  public void attended(Predicate<String> attended) {
    for (Attempt attempt : store.calls().placed(Callout.CONSOLE, BATCH)) {
      if (attended.test(attempt.cause().mine())) {
        told(attempt.id(), new Told.Delivered());
      }
    }
  }

  private void place(Attempt attempt) {
    Channel channel = channels.get(attempt.channel());
    if (channel == null) {
      told(attempt.id(), new Told.Failed("no such channel is set up here"));
    } else if (attempt.channel().equals(Callout.CONSOLE)) {
      placed(attempt, () -> channel.place(attempt));
    } else {
      handover.take(channel, attempt);
    }
  }

  /** By its own fault it fails so often and no more. */
  private void later(Attempt attempt) {
    try {
      handover.again(attempt.again(), "it cannot be placed here");
    } catch (RuntimeException e) {
      LOG.warn("{} could not be put off: {}", attempt, e.getMessage());
    }
  }

  /** The channel has it. What cannot be told to the incident is told of the attempt at least. */
  private void taken(Attempt attempt) {
    try {
      placed(attempt, () -> {});
    } catch (RuntimeException e) {
      LOG.error("{} is placed and its incident cannot be told", attempt, e);
      store.database().write(() -> move(attempt.id(), new Told.Placed(), clock.instant()));
    }
  }

  /**
   * The first attempt that is placed of those that call together starts the chain's clock. Another
   * instance may have been faster: then nothing is left to do.
   */
  private void placed(Attempt attempt, Runnable inside) {
    Cause cause = attempt.cause();
    if (!cause.why().ofIncident()) {
      if (told(attempt.id(), new Told.Placed())) {
        inside.run();
      }
      return;
    }
    desk.act(
        cause.incident(),
        (state, now, book) -> {
          boolean first = !store.calls().isPlaced(cause.incident(), cause.version());
          boolean moved = move(attempt.id(), new Told.Placed(), now); // in the act's transaction
          if (moved) {
            inside.run();
          }
          return first && moved
              ? new Act.CallPlaced(now, attempt.id(), cause.rung())
              : new Act.TimePassed(now); // which changes nothing before due
        });
  }

  /** What came back. A human's proof acknowledges the incident in that human's name. */
  @Override
  public boolean told(String id, Told told) {
    Attempt known = store.calls().find(id);
    if (known == null) {
      return false;
    }
    Cause cause = known.cause();
    if (known.state() instanceof State.Confirmed) {
      return true;
    }
    if (told instanceof Told.Confirmed confirmed && cause.why().ofIncident()) {
      Act.Heard heard = heard(cause);
      desk.act(
          cause.incident(),
          (state, now, book) -> {
            // Who has declined, or whose call is over, confirms nothing any more.
            return move(id, told, now)
                ? new Act.Acknowledge(now, confirmed.by(), cause.version(), heard)
                : new Act.TimePassed(now);
          });
      return true;
    }
    boolean changed = store.database().write(() -> move(id, told, clock.instant()));
    if (changed && cause.why().ofIncident()) {
      desk.changed(cause.incident());
    }
    return true;
  }

  /**
   * What the call said, by the journal up to the version that called, which never changes: it is
   * read before the step that writes.
   */
  private Act.Heard heard(Cause cause) {
    Incident then = store.journal().incident(cause.incident(), cause.version());
    return then == null
        ? new Act.Heard(cause.severity(), Set.of(), Set.of())
        : Act.Heard.of(then, desk.rules());
  }

  /** Read again inside the transaction: two tell at once. */
  private boolean move(String id, Told told, Instant at) {
    Attempt now = store.calls().find(id);
    return now != null && calls.move(now, told, at);
  }
}
