package io.minewatch.ingest.gateway.input;

import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.message.Checked;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Messages of devices at the mine, from a local broker. One is acknowledged to that broker when it
 * is safe on our disk, or refused; until then the broker keeps it. What was under way when we died
 * comes again and is sent twice, with two sequences: the platform keeps one value for one point and
 * time.
 */
public final class DeviceInput implements AutoCloseable {
  /**
   * Messages under way that are not safe yet: the back-pressure, small because each may be large.
   */
  public static final int UNSAFE = 8;

  private final MqttLink link;

  /** Which topics carry what. */
  public record Topics(List<TopicFilter> readings, List<TopicFilter> positions) {
    public Topics {
      readings = List.copyOf(readings);
      positions = List.copyOf(positions);
    }

    /** Whether anything is to be heard. */
    public boolean isEmpty() {
      return readings.isEmpty() && positions.isEmpty();
    }
  }

  private DeviceInput(MqttLink link) {
    this.link = link;
  }

  /** Listens; returns at once. */
  public static DeviceInput open(MqttSettings settings, Topics topics, Inlet inlet) {
    List<String> filters =
        Stream.concat(topics.readings().stream(), topics.positions().stream())
            .map(TopicFilter::text)
            .toList();
    Taking taking = new Taking(topics, inlet, new CompletableFuture<>());
    MqttLink link =
        MqttLink.open(settings.withReceiveMaximum(UNSAFE), filters, taking, inlet.times().steady());
    taking.link().complete(link);
    return new DeviceInput(link);
  }

  @Override
  public void close() {
    link.close();
  }

  private record Taking(Topics topics, Inlet inlet, CompletableFuture<MqttLink> link)
      implements MqttListener {
    @Override
    public void onMessage(Delivery delivery) {
      Envelope message = delivery.envelope();
      try {
        Checked checked = read(message);
        Entry entry = new Entry(checked.message(), inlet.times().steady().instant());
        CompletableFuture<Void> kept = inlet.keeper().keep(List.of(entry), null);
        var unused =
            kept.whenComplete(
                (done, failure) -> {
                  if (failure == null) {
                    acknowledge(delivery);
                  }
                });
        List<String> why = checked.refused();
        if (!why.isEmpty()) {
          // What is not kept comes again and is told then. Beside the keeper, which must not wait.
          var unusedToo = kept.thenRunAsync(() -> refuse(message, why.size(), why));
        }
      } catch (WireException e) {
        int records = Senml.records(message.payload(), message.contentType());
        refuse(message, records, List.of(e.reason() + ": " + e.detail()));
        acknowledge(delivery);
      }
    }

    private void refuse(Envelope message, int records, List<String> why) {
      inlet.refused().refuse("device " + message.topic(), message.payload(), records, why);
    }

    private Checked read(Envelope message) throws WireException {
      boolean readings = topics.readings().stream().anyMatch(f -> f.matches(message.topic()));
      if (!readings) {
        return inlet.payloads().positions(message.payload());
      }
      String told = ContentTypes.plain(message.contentType());
      boolean cbor = told.equals(ContentTypes.SENML_CBOR);
      String type = cbor ? ContentTypes.SENML_CBOR : ContentTypes.SENML_JSON;
      Instant now = inlet.times().wall().instant();
      return inlet.payloads().readings(message.payload(), type, now);
    }

    private void acknowledge(Delivery delivery) {
      var unused = link.thenAccept(opened -> opened.acknowledge(delivery));
    }
  }
}
