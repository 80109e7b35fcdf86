package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.gateway.disk.DamagedException;
import io.minewatch.ingest.gateway.disk.DiskQueue;
import io.minewatch.ingest.gateway.input.Keeper;
import io.minewatch.ingest.gateway.input.Times;
import io.minewatch.ingest.gateway.kept.Counts;
import io.minewatch.ingest.gateway.message.Site;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heart of the gateway: one thread that writes what the inputs hand over, sends it, hears the
 * receipts and tells the platform how it is doing. Inputs learn that something is safe only after
 * it was synchronised to disk; if the disk refuses, they wait, and the relay tries on.
 */
public final class Relay implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration BUSY = Duration.ofMillis(20);
  private static final Duration TIDY_EVERY = Duration.ofSeconds(1);
  private static final Duration FAREWELL_WITHIN = Duration.ofSeconds(3);

  private final RelaySettings settings;
  private final DiskQueue queue;
  private final Times times;
  private final Supplier<String> sessions;
  private final Uplink.Opener uplinks;
  private final Inbox inbox = new Inbox();
  private final Door door = new Door(inbox);
  private final Dispatch dispatch;
  private final Statuses statuses;
  private final Batch batch = new Batch();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private Counts counts;
  private Counts keptCounts;
  private @Nullable Uplink uplink;
  private Instant tidyAt = Instant.MIN;
  private Instant statusAt = Instant.MIN;
  private volatile boolean closing;

  /**
   * Makes a relay; {@link #run} does the work.
   *
   * @param queue belongs to the relay from now on
   * @param sessions makes the name of a new session
   */
  public Relay(
      RelaySettings settings,
      DiskQueue queue,
      Site site,
      Times times,
      Supplier<String> sessions,
      Uplink.Opener uplinks)
      throws IOException {
    this.settings = settings;
    this.queue = queue;
    this.times = times;
    this.sessions = sessions;
    this.uplinks = uplinks;
    dispatch = new Dispatch(settings.rules(), queue, site, inbox, times.steady().instant());
    statuses = new Statuses(site, settings);
    counts = queue.notes().counts();
    keptCounts = counts;
  }

  /** Where inputs hand over what they took. */
  public Keeper keeper() {
    return door;
  }

  /** Works until closed, or until the queue fails for good. */
  @Override
  public void run() {
    try {
      open();
      while (!closing) {
        turn();
      }
      leave();
      queue.close();
    } catch (IOException | RuntimeException e) {
      LOG.error("the gateway cannot go on", e);
      ended.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      batch.drop();
      inbox.close();
      queue.abandon();
      if (uplink != null) {
        uplink.close();
      }
      ended.complete(null);
    }
  }

  private void open() {
    uplink = uplinks.open(statuses.will(queue.sessionId(), times.wall().instant()), door);
  }

  /** One round: hear, write, tidy, send. */
  private void turn() throws IOException, InterruptedException {
    hear(inbox.next(dispatch.isWaiting() ? BUSY : IDLE));
    Instant now = times.steady().instant();
    if (batch.isDue(now)) {
      gather(now.plus(settings.commitInterval()));
      batch.store(dispatch, times.steady().instant());
    }
    now = times.steady().instant();
    if (!now.isBefore(tidyAt)) {
      tidyAt = now.plus(TIDY_EVERY);
      dispatch.tidy(now);
      keepCounts();
      sayOnline(now);
    }
    if (uplink != null) {
      dispatch.send(uplink, now);
    }
  }

  /** Waits a little for more to write, so that many share one synchronised write. */
  private void gather(Instant until) throws IOException, InterruptedException {
    Duration left = settings.commitInterval();
    while (batch.bytes() < settings.commitBytes() && !left.isNegative() && !left.isZero()) {
      hear(inbox.next(left));
      left = Duration.between(times.steady().instant(), until);
    }
  }

  private void hear(Inbox.@Nullable News news) throws IOException {
    Instant now = times.steady().instant();
    if (news instanceof Inbox.Keep keep) {
      batch.add(keep);
    } else if (news instanceof Inbox.Ask ask) {
      answer(ask);
    } else if (news instanceof Inbox.Refused more) {
      counts =
          new Counts(
              counts.refusedFiles() + more.files(), counts.refusedRecords() + more.records());
    } else if (news instanceof Inbox.Input input) {
      statuses.input(input);
      statusAt = Instant.MIN;
    } else if (news instanceof Inbox.Answer answer) {
      dispatch.answered(answer, now);
    } else if (news instanceof Inbox.Heard heard) {
      if (!dispatch.receipt(heard.by(), heard.receipt(), now)) {
        beginSession(now);
      }
    } else if (news == Inbox.Line.UP) {
      dispatch.connected(now);
      statusAt = Instant.MIN;
      sayOnline(now);
    } else if (news == Inbox.Line.DOWN) {
      dispatch.disconnected();
    }
  }

  private void beginSession(Instant now) throws IOException {
    if (uplink != null) {
      uplink.close();
    }
    dispatch.disconnected();
    dispatch.beginSession(sessions.get(), now);
    open(); // its last will carries the session
  }

  private void sayOnline(Instant now) throws IOException {
    if (uplink != null && !now.isBefore(statusAt)) {
      statusAt = now.plus(settings.statusEvery());
      var unused = uplink.offer(status(GatewayStatus.State.ONLINE));
    }
  }

  private Outgoing status(GatewayStatus.State state) throws IOException {
    return statuses.status(
        state, queue.session(), dispatch.tally(), counts, times.wall().instant());
  }

  private void keepCounts() throws IOException {
    if (!counts.equals(keptCounts)) {
      queue.notes().keep(counts);
      keptCounts = counts;
    }
  }

  private void answer(Inbox.Ask ask) throws DamagedException {
    try {
      ask.answer().complete(ask.question().ask(queue.notes()));
    } catch (DamagedException e) {
      throw e;
    } catch (IOException e) {
      ask.answer().completeExceptionally(e);
    }
  }

  /** Hears and writes what is left, and says farewell. */
  private void leave() throws IOException, InterruptedException {
    hearTheRest();
    Instant now = times.steady().instant();
    if (batch.isDue(now)) {
      batch.store(dispatch, now);
    }
    if (uplink != null) {
      try {
        uplink
            .offer(status(GatewayStatus.State.LEFT))
            .get(FAREWELL_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        LOG.info("could not say farewell: {}", e.toString());
      }
      uplink.close();
      uplink = null;
    }
    hearTheRest();
    dispatch.keepProgress();
    keepCounts();
  }

  private void hearTheRest() throws IOException, InterruptedException {
    for (Inbox.News news = inbox.next(Duration.ZERO);
        news != null;
        news = inbox.next(Duration.ZERO)) {
      hear(news);
    }
  }

  /** Completes when the relay has ended; with a failure if the queue failed for good. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** Lets the relay end in good order; inputs must have stopped. Returns at once. */
  @Override
  public void close() {
    closing = true;
  }
}
