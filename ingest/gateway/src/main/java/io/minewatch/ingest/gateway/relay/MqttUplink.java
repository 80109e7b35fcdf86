package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.gateway.forward.Needed;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line over MQTT. Receipts are retained, so they come anew with each connection; no session is
 * left behind.
 */
public final class MqttUplink implements Uplink {
  private static final Logger LOG = LoggerFactory.getLogger(MqttUplink.class);

  private final MqttLink link;

  private MqttUplink(MqttLink link) {
    this.link = link;
  }

  /**
   * Opens the line; returns at once.
   *
   * @param settings with our last will
   * @param needed whose receipts to listen to
   */
  public static MqttUplink open(
      MqttSettings settings, Site site, Needed needed, Ear ear, Clock clock) {
    String judged = site.topic(Topic.Kind.RECEIPT_JUDGED).toString();
    String kept = site.topic(Topic.Kind.RECEIPT_KEPT).toString();
    List<String> filters =
        switch (needed) {
          case NONE -> List.of();
          case JUDGED -> List.of(judged);
          case BOTH -> List.of(judged, kept);
        };
    CompletableFuture<MqttLink> opened = new CompletableFuture<>();
    MqttListener listener =
        new MqttListener() {
          @Override
          public void onMessage(Delivery delivery) {
            hear(delivery.envelope(), judged, ear);
            // The first message may come before open() has returned.
            var unused = opened.thenAccept(link -> link.acknowledge(delivery));
          }

          @Override
          public void onConnected(boolean sessionPresent) {
            ear.onConnected();
          }

          @Override
          public void onLost(Throwable cause) {
            ear.onLost();
          }
        };
    MqttLink link = MqttLink.open(settings, filters, listener, clock);
    opened.complete(link);
    return new MqttUplink(link);
  }

  private static void hear(Envelope message, String judged, Ear ear) {
    if (message.payload().length == 0) {
      return; // a retained receipt was cleared
    }
    try {
      Receipt receipt = Messages.read(message.payload(), Receipt.class);
      ear.onReceipt(message.topic().equals(judged) ? Needed.By.JUDGED : Needed.By.KEPT, receipt);
    } catch (WireException e) {
      LOG.warn("a receipt on {} cannot be read: {}", message.topic(), e.detail());
    }
  }

  @Override
  public CompletableFuture<Void> offer(Outgoing message) {
    return link.offer(message);
  }

  @Override
  public void close() {
    link.close();
  }
}
