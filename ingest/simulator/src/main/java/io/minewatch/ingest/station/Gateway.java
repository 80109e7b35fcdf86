package io.minewatch.ingest.station;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One gateway in one session. Readings and positions share one counter, from 0 without a gap, in
 * the order of the calls; status messages are not counted. To be used by one thread.
 */
public final class Gateway {
  /** What we call ourselves in status messages. */
  public static final String SOFTWARE = "minewatch-simulator 0.1";

  /** A living gateway says so this often. */
  public static final Duration STATUS_EVERY = Duration.ofSeconds(30);

  private static final Duration FAREWELL_WITHIN = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final Identity who;
  private final GatewayLink link;
  private final AtomicBoolean connectedAnew = new AtomicBoolean();
  private final Queue<Envelope> receipts = new ConcurrentLinkedQueue<>();
  private final @Nullable Unforgotten unforgotten;
  private @Nullable Instant saidAt;
  private long sequence;

  /** Readings and positions in the messages so far. */
  private long sent;

  /**
   * Who a gateway is.
   *
   * @param session a new one at every start
   */
  public record Identity(MineCode mine, GatewayId id, String session) {
    String topic(Topic.Kind kind) {
      return Topic.of(kind, mine, id).toString();
    }
  }

  /** What a gateway does about messages that do not arrive. */
  public enum Promise {
    /** Keeps each until both receipts cover it, and sends again what they miss. */
    UNTIL_RECEIPTS,
    /** Leaves it to the line, which publishes until the broker confirms. */
    UNTIL_CONFIRMED
  }

  /**
   * Opens the gateway's line.
   *
   * @param filters what it subscribes to beside its receipts, handed to {@code inbox}, which must
   *     not block
   */
  public Gateway(
      Links links,
      Identity who,
      Promise promise,
      Instant now,
      List<String> filters,
      Consumer<Envelope> inbox) {
    this.who = who;
    this.unforgotten = promise == Promise.UNTIL_RECEIPTS ? new Unforgotten() : null;
    String judged = who.topic(Topic.Kind.RECEIPT_JUDGED);
    String kept = who.topic(Topic.Kind.RECEIPT_KEPT);
    List<String> all = new ArrayList<>(filters);
    if (unforgotten != null) {
      all.add(judged);
      all.add(kept);
    }
    Links.Ear ear =
        new Links.Ear() {
          @Override
          public void onConnected() {
            connectedAnew.set(true);
          }

          @Override
          public void onMessage(Envelope message) {
            boolean receipt = message.topic().equals(judged) || message.topic().equals(kept);
            if (receipt) {
              receipts.add(message);
            } else {
              inbox.accept(message);
            }
          }
        };
    this.link = links.open(who.mine(), who.id(), all, status(GatewayStatus.State.CUT, now), ear);
  }

  /** One that only sends, and leaves it to the line that everything arrives at the broker. */
  public static Gateway sending(Links links, Identity who, Instant now) {
    return new Gateway(links, who, Promise.UNTIL_CONFIRMED, now, List.of(), heard -> {});
  }

  /** Sends one cycle of readings. */
  public CompletableFuture<Void> readings(ReadingBatch batch, Lane lane, Instant now) {
    Topic topic = Topic.of(Topic.Kind.READINGS, who.mine(), who.id());
    byte[] pack = Senml.writeJson(topic, batch);
    return send(topic, pack, batch.size(), lane, now);
  }

  /** Sends a batch of positions. */
  public CompletableFuture<Void> positions(List<Fix> fixes, Lane lane, Instant now) {
    Topic topic = Topic.of(Topic.Kind.POSITIONS, who.mine(), who.id());
    return send(topic, Positions.write(fixes), fixes.size(), lane, now);
  }

  private CompletableFuture<Void> send(
      Topic topic, byte[] payload, int readings, Lane lane, Instant now) {
    String type = topic.kind() == Topic.Kind.READINGS ? ContentTypes.SENML_JSON : ContentTypes.JSON;
    Outgoing message =
        Outgoing.numbered(topic.toString(), payload, type, who.session(), sequence, lane)
            .withCounted(new Counted(sent, readings));
    CompletableFuture<Void> taken = link.publish(message);
    if (!taken.isCompletedExceptionally()) {
      sent += readings;
      sequence++; // a message that could not even be handed over leaves no gap
      if (unforgotten != null) {
        unforgotten.add(message, now);
      }
    }
    return taken;
  }

  /**
   * To be called often: says that we are there, after each connect and every so often, and sends
   * again what the receipts since miss.
   */
  public void beat(Instant now) {
    boolean anew = connectedAnew.getAndSet(false);
    boolean again = saidAt != null && !now.isBefore(saidAt.plus(STATUS_EVERY));
    if (anew || again) {
      saidAt = now;
      publish("status", status(GatewayStatus.State.ONLINE, now));
    }
    for (Envelope each = receipts.poll(); each != null; each = receipts.poll()) {
      takeReceipt(each, now);
    }
  }

  private void takeReceipt(Envelope message, Instant now) {
    Topic topic = Topic.parse(message.topic());
    if (topic == null || unforgotten == null || message.payload().length == 0) {
      return;
    }
    try {
      Receipt receipt = Messages.read(message.payload(), Receipt.class);
      if (receipt.session().equals(who.session())) {
        unforgotten.on(topic.kind(), receipt, now).forEach(missed -> publish("missed", missed));
      }
    } catch (WireException e) {
      LOG.warn("gateway {} cannot read {}: {}", who, message.topic(), e.getMessage());
    }
  }

  private void publish(String what, Outgoing message) {
    link.publish(message)
        .exceptionally(
            e -> {
              LOG.warn("a {} message of gateway {} was not taken: {}", what, who, e + "");
              return null;
            });
  }

  /** Says farewell and closes the line. */
  public void leave(Instant now) {
    try {
      link.publish(status(GatewayStatus.State.LEFT, now))
          .get(FAREWELL_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      LOG.warn("gateway {} could not say farewell: {}", who, e + "");
    } finally {
      link.close();
    }
  }

  private Outgoing status(GatewayStatus.State state, Instant at) {
    GatewayStatus status =
        new GatewayStatus(who.mine(), who.id(), who.session(), state, at, SOFTWARE);
    return Outgoing.retained(
        who.topic(Topic.Kind.STATUS), Messages.write(status), ContentTypes.JSON);
  }
}
