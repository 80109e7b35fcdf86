package io.minewatch.alerting.bus;

import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.Topic.Kind;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two links: a durable one, whose session the broker keeps, for findings and for publishing; and a
 * live one without a session, so that readings do not pile up while we are away.
 */
public final class MqttBus implements Bus {
  private static final Logger LOG = LoggerFactory.getLogger(MqttBus.class);
  private final MqttSettings settings;
  private final String liveId;
  private final Clock clock;
  private final AtomicBoolean forgotten = new AtomicBoolean();
  private @Nullable Receiver receiver;
  private volatile @Nullable MqttLink durable;
  private volatile @Nullable MqttLink live;

  /**
   * Settings with a fixed client id, under which only the leading instance is connected.
   *
   * @param self tells this instance from others; the live link's id is the client id with {@code
   *     -live-} and this
   */
  public MqttBus(MqttSettings settings, String self, Clock clock) {
    this.settings = settings;
    this.liveId = settings.clientId() + "-live-" + self;
    this.clock = clock;
  }

  @Override
  public synchronized void start(Receiver to) {
    receiver = to;
    AtomicReference<@Nullable MqttLink> liveLink = new AtomicReference<>();
    live =
        MqttLink.open(
            settings.withClientId(liveId).withSessionExpiry(Duration.ZERO),
            List.of(
                Topic.filter(Kind.MUSTER),
                Topic.filter(Kind.SUMMARY),
                Topic.filter(Kind.READINGS),
                Topic.filter(Kind.STATUS),
                Topic.filter(Kind.CALLS_RECEIPT),
                Topic.filter(Kind.DATA_ROOTS),
                Topic.filter(Kind.ORDERS_RECEIPT)),
            new Listener(
                "live",
                delivery -> {
                  to.live(delivery.envelope());
                  MqttLink link = liveLink.get();
                  if (link != null) {
                    link.acknowledge(delivery);
                  }
                },
                () -> {}),
            clock);
    liveLink.set(live);
  }

  @Override
  public synchronized void lead() {
    Receiver to = receiver;
    if (to == null || durable != null) {
      return;
    }
    // A delivery can come before open() has returned: it then waits for the link.
    CompletableFuture<MqttLink> itself = new CompletableFuture<>();
    durable =
        MqttLink.open(
            settings,
            List.of(Topic.filter(Kind.FINDINGS)),
            new Listener(
                "durable",
                delivery ->
                    to.durable(delivery.envelope(), () -> itself.join().acknowledge(delivery)),
                () -> forgotten.set(true)),
            clock);
    itself.complete(durable);
  }

  @Override
  public synchronized void follow() {
    if (durable != null) {
      durable.close();
      durable = null;
    }
  }

  /**
   * @param anew run when the broker has kept no session
   */
  private record Listener(String name, Consumer<Delivery> take, Runnable anew)
      implements MqttListener {
    @Override
    public void onMessage(Delivery delivery) {
      take.accept(delivery);
    }

    @Override
    public void onConnected(boolean sessionPresent) {
      LOG.info("{} link to the broker is up, session {}", name, sessionPresent ? "kept" : "new");
      if (!sessionPresent) {
        anew.run();
      }
    }

    @Override
    public void onLost(Throwable cause) {
      LOG.warn("{} link to the broker is down: {}", name, cause.getMessage());
    }
  }

  // Without the monitor: one who waits for room in the window holds up nobody else.
  @Override
  public CompletableFuture<Void> publish(Outgoing message) {
    MqttLink link = durable;
    return link == null ? notLeading() : link.publish(message);
  }

  @Override
  public CompletableFuture<Void> offer(Outgoing message) {
    MqttLink link = durable;
    return link == null ? notLeading() : link.offer(message);
  }

  private static CompletableFuture<Void> notLeading() {
    return CompletableFuture.failedFuture(new IllegalStateException("this instance does not lead"));
  }

  @Override
  public boolean wasForgotten() {
    return forgotten.getAndSet(false);
  }

  @Override
  public boolean isConnected() {
    MqttLink leading = durable;
    MqttLink link = leading == null ? live : leading;
    return link != null && link.isConnected();
  }

  @Override
  public synchronized void close() {
    if (live != null) {
      live.close();
    }
    follow();
  }
}
