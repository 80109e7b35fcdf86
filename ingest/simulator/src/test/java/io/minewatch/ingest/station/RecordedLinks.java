package io.minewatch.ingest.station;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Lines that take everything at once and keep it in memory. */
public final class RecordedLinks implements Links {
  public final List<Outgoing> sent = new ArrayList<>();
  public final Map<String, Outgoing> wills = new HashMap<>();
  public final List<String> closed = new ArrayList<>();
  private final Map<List<String>, Ear> ears = new HashMap<>();

  @Override
  public GatewayLink open(
      MineCode mine, GatewayId gateway, List<String> filters, Outgoing will, Ear ear) {
    wills.put(gateway.value(), will);
    ears.put(filters, ear);
    ear.onConnected();
    return new GatewayLink() {
      @Override
      public CompletableFuture<Void> publish(Outgoing message) {
        sent.add(message);
        return CompletableFuture.completedFuture(null);
      }

      @Override
      public void close() {
        closed.add(gateway.value());
      }
    };
  }

  /** Delivers a retained message to whoever subscribed to its topic. */
  public void deliver(String topic, byte[] payload) {
    Envelope message = new Envelope(topic, payload, "application/json", "", -1, Lane.LIVE, 0);
    ears.forEach(
        (filters, ear) -> {
          if (filters.contains(topic)) {
            ear.onMessage(message);
          }
        });
  }

  /** What was sent to topics that end so. */
  public List<Outgoing> to(String suffix) {
    return sent.stream().filter(m -> m.topic().endsWith(suffix)).toList();
  }
}
