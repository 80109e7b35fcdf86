package io.minewatch.alerting.notify.broadcast;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Receipts;
import io.minewatch.alerting.notify.Result;
import io.minewatch.domain.feed.CallOut;
import io.minewatch.domain.feed.CallReceipt;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Publishes each attempt on {@code {mine}/calls}, not retained: a call is of now. Orders to
 * withdraw, which must outlive a lost line, are retained on {@code {mine}/orders} and not sent
 * here.
 */
public final class BroadcastChannel implements Channel {
  public static final String NAME = "broadcast";

  /** A device that was away plays nothing older. */
  private static final Duration PLAYED_WITHIN = Duration.ofMinutes(5);

  /** Attempts that wait for the broker, beyond which those that do no more are forgotten. */
  private static final int MOST_WAITING = 1_000;

  private final Settings settings;
  private final Function<Outgoing, CompletableFuture<Void>> broker;
  private final Receipts receipts;
  private final Clock clock;

  /**
   * What the broker has not confirmed, by attempt. One attempt is handed over by one thread at a
   * time.
   */
  private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

  /**
   * Which devices.
   *
   * @param timeout for the broker's confirmation
   */
  public record Settings(Set<CallOut.Device> devices, Duration timeout) {
    public Settings {
      devices = Set.copyOf(devices);
    }
  }

  public BroadcastChannel(
      Settings settings,
      Function<Outgoing, CompletableFuture<Void>> broker,
      Receipts receipts,
      Clock clock) {
    this.settings = settings;
    this.broker = broker;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Aim aim() {
    return Aim.RUNG;
  }

  @Override
  public Result place(Attempt attempt) {
    Cause cause = attempt.cause();
    if (!MineCode.isValid(cause.mine())) {
      return Result.drop("names no mine");
    }
    return publish(new MineCode(cause.mine()), attempt.id(), cause, attempt);
  }

  private Result publish(MineCode mine, String id, Cause cause, Attempt attempt) {
    boolean answers = cause.why() == Cause.Why.ANSWER;
    if (answers && !settings.devices().contains(CallOut.Device.TAG)) {
      return Result.drop("no tags are set up here");
    }
    CallOut call =
        new CallOut(
            id,
            mine,
            cause.severity(),
            !answers && cause.why() != Cause.Why.INCIDENT,
            answers ? Set.of(CallOut.Device.TAG) : settings.devices(),
            attempt.text(),
            attempt.textEnglish(),
            attempt.queued(),
            attempt.queued().plus(PLAYED_WITHIN),
            answers ? new CardId(attempt.callee().address()) : null);
    return send(mine, id, Messages.write(call));
  }

  /** What nobody listens to: a receipt's worth of bytes on the topic of no mine. */
  @Override
  public Result probe() {
    Probe probe = new Probe("probe", clock.instant().toString());
    return send(MineCode.CANARY, probe.toString(), Messages.write(probe));
  }

  private record Probe(String why, String at) {}

  /** What waits for a broker that is away goes out once however often it was tried meanwhile. */
  private CompletableFuture<Void> underWay(MineCode mine, String id, byte[] body) {
    CompletableFuture<Void> before = waiting.get(id);
    if (before != null) {
      return before;
    }
    if (waiting.size() >= MOST_WAITING) {
      waiting.values().removeIf(CompletableFuture::isDone); // given up before they were confirmed
    }
    String topic = Topic.of(Topic.Kind.CALLS, mine).toString();
    CompletableFuture<Void> sending = broker.apply(Outgoing.event(topic, body, ContentTypes.JSON));
    waiting.put(id, sending);
    return sending;
  }

  private Result send(MineCode mine, String id, byte[] body) {
    try {
      underWay(mine, id, body).get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      waiting.remove(id);
      return Result.ok();
    } catch (TimeoutException e) {
      return Result.retry("the broker has not confirmed");
    } catch (ExecutionException | CancellationException e) {
      waiting.remove(id); // the next try sends it anew
      return Result.retry("the broker does not take it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.retry("interrupted");
    }
  }

  /** A device has told what became of a call. */
  public void took(CallReceipt receipt) {
    receipts.told(
        receipt.id(),
        receipt.what() == CallReceipt.What.DELIVERED
            ? new Told.Delivered()
            : new Told.Failed("the device says that it failed"));
  }

  @Override
  public void close() {}
}
