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
  private final Clock clock;
  private @Nullable MqttLink durable;
  private @Nullable MqttLink live;

  /** Settings with a fixed client id; the live link adds {@code -live} to it. */
  public MqttBus(MqttSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public synchronized void start(Receiver receiver) {
    // A delivery can come before open() has returned: it then waits for the link.
    CompletableFuture<MqttLink> itself = new CompletableFuture<>();
    durable =
        MqttLink.open(
            settings,
            List.of(Topic.filter(Kind.FINDINGS)),
            new Listener(
                "durable",
                delivery ->
                    receiver.durable(
                        delivery.envelope(), () -> itself.join().acknowledge(delivery))),
            clock);
    itself.complete(durable);
    AtomicReference<@Nullable MqttLink> liveLink = new AtomicReference<>();
    live =
        MqttLink.open(
            settings.withClientId(settings.clientId() + "-live").withSessionExpiry(Duration.ZERO),
            List.of(
                Topic.filter(Kind.MUSTER),
                Topic.filter(Kind.SUMMARY),
                Topic.filter(Kind.READINGS),
                Topic.filter(Kind.CALLS_RECEIPT)),
            new Listener(
                "live",
                delivery -> {
                  receiver.live(delivery.envelope());
                  MqttLink link = liveLink.get();
                  if (link != null) {
                    link.acknowledge(delivery);
                  }
                }),
            clock);
    liveLink.set(live);
  }

  private record Listener(String name, Consumer<Delivery> take) implements MqttListener {
    @Override
    public void onMessage(Delivery delivery) {
      take.accept(delivery);
    }

    @Override
    public void onConnected(boolean sessionPresent) {
      LOG.info("{} link to the broker is up, session {}", name, sessionPresent ? "kept" : "new");
    }

    @Override
    public void onLost(Throwable cause) {
      LOG.warn("{} link to the broker is down: {}", name, cause.getMessage());
    }
  }

  @Override
  public synchronized CompletableFuture<Void> publish(Outgoing message) {
    return durable == null
        ? CompletableFuture.failedFuture(new IllegalStateException("the bus is not started"))
        : durable.publish(message);
  }

  @Override
  public synchronized boolean isConnected() {
    return durable != null && durable.isConnected();
  }

  @Override
  public synchronized void close() {
    if (live != null) {
      live.close();
    }
    if (durable != null) {
      durable.close();
    }
  }
}
