package io.minewatch.ingest.station;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines over MQTT. A gateway connects as {@code {mine}.{gateway}} and leaves no session behind:
 * what it subscribes to is retained and comes again with each connect.
 */
public final class MqttLinks implements Links {
  private static final Logger LOG = LoggerFactory.getLogger(MqttLinks.class);

  private final MqttSettings settings;
  private final Clock clock;

  /**
   * Opens lines with these settings.
   *
   * @param settings client id, session expiry and will are set for each gateway
   */
  public MqttLinks(MqttSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public GatewayLink open(
      MineCode mine, GatewayId gateway, List<String> filters, Outgoing will, Ear ear) {
    MqttSettings own =
        settings.withClientId(mine + "." + gateway).withSessionExpiry(Duration.ZERO).withWill(will);
    Hearing hearing = new Hearing(own.clientId(), ear);
    MqttLink link = MqttLink.open(own, filters, hearing, clock);
    hearing.link.complete(link);
    return new GatewayLink() {
      @Override
      public CompletableFuture<Void> publish(Outgoing message) {
        return link.publish(message);
      }

      @Override
      public void close() {
        link.close();
      }
    };
  }

  /** Hands over what is heard and acknowledges it at once: orders and plans are retained anyway. */
  private record Hearing(String clientId, Ear ear, CompletableFuture<MqttLink> link)
      implements MqttListener {
    Hearing(String clientId, Ear ear) {
      this(clientId, ear, new CompletableFuture<>());
    }

    @Override
    public void onMessage(Delivery delivery) {
      ear.onMessage(delivery.envelope());
      // The first message may come before open() has returned.
      var unused = link.thenAccept(opened -> opened.acknowledge(delivery));
    }

    @Override
    public void onConnected(boolean sessionPresent) {
      LOG.info("{} is connected", clientId);
      ear.onConnected();
    }

    @Override
    public void onLost(Throwable cause) {
      LOG.warn("{} has no connection: {}", clientId, cause.toString());
    }
  }
}
