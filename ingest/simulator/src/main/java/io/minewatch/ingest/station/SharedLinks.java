package io.minewatch.ingest.station;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few lines for the gateways of many simulated mines. All that is to be heard is asked for once,
 * for every mine; a gateway always sends over the same line, so its order is kept. There are no
 * last wills: to the broker it is these lines that come and go, not gateways. Nothing is sent or
 * heard before {@link #connect}.
 */
public final class SharedLinks implements Links, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SharedLinks.class);

  private final MqttSettings settings;
  private final Clock clock;
  private final int count;
  private final Map<String, Ear> byTopic = new ConcurrentHashMap<>();
  private final List<Ear> ears = new CopyOnWriteArrayList<>();
  private final List<MqttLink> lines = new ArrayList<>();
  private volatile boolean connected;

  /**
   * Prepares the lines.
   *
   * @param settings client id is a prefix; session expiry is set
   * @param count of lines
   */
  public SharedLinks(MqttSettings settings, Clock clock, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one line is needed, were " + count);
    }
    this.settings = settings;
    this.clock = clock;
    this.count = count;
  }

  @Override
  public GatewayLink open(
      MineCode mine, GatewayId gateway, List<String> filters, Outgoing will, Ear ear) {
    filters.forEach(topic -> byTopic.put(topic, ear));
    ears.add(ear);
    if (connected) {
      ear.onConnected();
    }
    int line = Math.floorMod((mine + "." + gateway).hashCode(), count);
    return new GatewayLink() {
      @Override
      public CompletableFuture<Void> publish(Outgoing message) {
        return lines.get(line).publish(message);
      }

      @Override
      public void close() {
        ears.remove(ear);
      }
    };
  }

  /** Opens the lines, once everybody is there who wants to hear what is retained. */
  public void connect() {
    for (int i = 0; i < count; i++) {
      MqttSettings own =
          settings.withClientId(settings.clientId() + "-" + i).withSessionExpiry(Duration.ZERO);
      List<String> filters =
          i > 0
              ? List.of()
              : List.of(Topic.filter(Topic.Kind.PLAN), Topic.filter(Topic.Kind.ORDERS));
      Hearing hearing = new Hearing(own.clientId(), new CompletableFuture<>());
      MqttLink line = MqttLink.open(own, filters, hearing, clock);
      lines.add(line);
      hearing.line().complete(line);
    }
  }

  @Override
  public void close() {
    lines.forEach(MqttLink::close);
  }

  private final class Hearing implements MqttListener {
    private final String clientId;
    private final CompletableFuture<MqttLink> line;

    Hearing(String clientId, CompletableFuture<MqttLink> line) {
      this.clientId = clientId;
      this.line = line;
    }

    CompletableFuture<MqttLink> line() {
      return line;
    }

    @Override
    public void onMessage(Delivery delivery) {
      Envelope message = delivery.envelope();
      Ear ear = byTopic.get(message.topic());
      if (ear != null) {
        ear.onMessage(message);
      }
      // The first message may come before open() has returned.
      var unused = line.thenAccept(opened -> opened.acknowledge(delivery));
    }

    @Override
    public void onConnected(boolean sessionPresent) {
      LOG.info("{} is connected", clientId);
      connected = true;
      ears.forEach(Ear::onConnected);
    }

    @Override
    public void onLost(Throwable cause) {
      LOG.warn("{} has no connection: {}", clientId, cause.toString());
    }
  }
}
