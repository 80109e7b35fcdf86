package io.minewatch.ingest.gateway.input;

import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.WireMessage;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(DeviceInput.class);

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

  /**
   * Listens; returns at once.
   *
   * @param payloads used by this input alone
   * @param times the steady clock says when a message came in, the wall clock what "now" is
   */
  public static DeviceInput open(
      MqttSettings settings, Topics topics, Payloads payloads, Keeper keeper, Times times) {
    List<String> filters =
        Stream.concat(topics.readings().stream(), topics.positions().stream())
            .map(TopicFilter::text)
            .toList();
    Taking taking = new Taking(topics, payloads, keeper, times, new CompletableFuture<>());
    MqttLink link =
        MqttLink.open(settings.withReceiveMaximum(UNSAFE), filters, taking, times.steady());
    taking.link().complete(link);
    return new DeviceInput(link);
  }

  @Override
  public void close() {
    link.close();
  }

  private record Taking(
      Topics topics,
      Payloads payloads,
      Keeper keeper,
      Times times,
      CompletableFuture<MqttLink> link)
      implements MqttListener {
    @Override
    public void onMessage(Delivery delivery) {
      Envelope message = delivery.envelope();
      try {
        Entry entry = new Entry(read(message), times.steady().instant());
        var unused =
            keeper
                .keep(List.of(entry), null)
                .whenComplete(
                    (done, failure) -> {
                      if (failure == null) {
                        acknowledge(delivery);
                      }
                    });
      } catch (WireException e) {
        keeper.refusedRecords(1);
        LOG.warn("refused a message on {}: {}: {}", message.topic(), e.reason(), e.detail());
        acknowledge(delivery);
      }
    }

    private WireMessage read(Envelope message) throws WireException {
      boolean readings = topics.readings().stream().anyMatch(f -> f.matches(message.topic()));
      if (!readings) {
        return payloads.positions(message.payload());
      }
      boolean cbor = message.contentType().equals(ContentTypes.SENML_CBOR);
      String type = cbor ? ContentTypes.SENML_CBOR : ContentTypes.SENML_JSON;
      return payloads.readings(message.payload(), type, times.wall().instant());
    }

    private void acknowledge(Delivery delivery) {
      var unused = link.thenAccept(opened -> opened.acknowledge(delivery));
    }
  }
}
