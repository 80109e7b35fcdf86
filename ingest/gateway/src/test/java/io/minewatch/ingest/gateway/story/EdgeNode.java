package io.minewatch.ingest.gateway.story;

import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.sparkplug.Tahu;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.model.Metric.MetricBuilder;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;

/**
 * An edge node {@code plant/plc1} with a device {@code face3}; it answers requests for a rebirth.
 */
final class EdgeNode implements AutoCloseable {
  final AtomicInteger rebirths = new AtomicInteger();
  final AtomicInteger hostsOnline = new AtomicInteger();
  private final MqttLink link;
  private int sequence;

  EdgeNode(URI broker) {
    CompletableFuture<MqttLink> opened = new CompletableFuture<>();
    link =
        MqttLink.open(
            MqttSettings.of(broker, "plc1", "", ""),
            List.of("spBv1.0/plant/NCMD/plc1", "spBv1.0/STATE/minewatch"),
            delivery -> {
              hear(delivery);
              var unused = opened.thenAccept(it -> it.acknowledge(delivery));
            },
            Clock.systemUTC());
    opened.complete(link);
  }

  private void hear(Delivery delivery) {
    byte[] payload = delivery.envelope().payload();
    if (delivery.envelope().topic().contains("STATE")) {
      hostsOnline.addAndGet(new String(payload, StandardCharsets.UTF_8).contains("true") ? 1 : 0);
      return;
    }
    try {
      SparkplugBPayload command = new SparkplugBPayloadDecoder().buildFromByteArray(payload, null);
      if (command.getMetrics().get(0).getName().equals("Node Control/Rebirth")) {
        rebirths.incrementAndGet();
        born();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private synchronized void born() {
    sequence = 0;
    say(
        "NBIRTH/plc1",
        Tahu.bytes(next(), Tahu.life(4), Tahu.born("fan", 9, MetricDataType.Boolean, true)));
    say(
        "DBIRTH/plc1/face3",
        Tahu.bytes(
            next(),
            Tahu.born("CH4", 1, MetricDataType.Double, 0.1),
            Tahu.born("maker", 2, MetricDataType.String, "x")));
  }

  private int next() {
    int now = sequence;
    sequence = (sequence + 1) % 256;
    return now;
  }

  synchronized void methane(double value) {
    MetricBuilder metric = Tahu.data(1, MetricDataType.Double, value);
    say("DDATA/plc1/face3", Tahu.bytes(next(), metric));
  }

  /** One message that nobody hears. */
  synchronized void loseOne() {
    int unused = next();
  }

  synchronized void die() {
    say("NDEATH/plc1", Tahu.bytes(-1, Tahu.life(4)));
  }

  private void say(String what, byte[] payload) {
    var unused = link.publish(Outgoing.event("spBv1.0/plant/" + what, payload, ""));
  }

  @Override
  public void close() {
    link.close();
  }
}
