package io.minewatch.alerting.app;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A broker of one client, in memory: keeps what was published, counts what was acknowledged. */
final class MemoryBus implements Bus {
  /** Set by a test: the broker has begun anew. */
  final java.util.concurrent.atomic.AtomicBoolean forgotten =
      new java.util.concurrent.atomic.AtomicBoolean();

  final List<Outgoing> published = new CopyOnWriteArrayList<>();
  final AtomicInteger acknowledged = new AtomicInteger();
  private volatile Receiver receiver;

  @Override
  public void start(Receiver to) {
    receiver = to;
  }

  void finding(String topic, Object message) {
    receiver.durable(envelope(topic, Messages.write(message)), acknowledged::incrementAndGet);
  }

  /** A finding as these bytes. */
  void raw(String topic, byte[] payload) {
    receiver.durable(envelope(topic, payload), acknowledged::incrementAndGet);
  }

  void live(String topic, byte[] payload) {
    receiver.live(envelope(topic, payload));
  }

  private static Envelope envelope(String topic, byte[] payload) {
    String type = topic.endsWith("/readings") ? ContentTypes.SENML_JSON : ContentTypes.JSON;
    return new Envelope(
        topic, payload, type, "", Envelope.NO_SEQUENCE, Lane.LIVE, 1_767_225_700_000L);
  }

  <T> T newest(String topic, Class<T> type) throws Exception {
    Outgoing found = null;
    for (Outgoing each : published) {
      found = each.topic().equals(topic) ? each : found;
    }
    return found == null ? null : Messages.read(found.payload(), type);
  }

  @Override
  public CompletableFuture<Void> publish(Outgoing message) {
    published.add(message);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean wasForgotten() {
    return forgotten.getAndSet(false);
  }

  @Override
  public CompletableFuture<Void> offer(Outgoing message) {
    return publish(message);
  }

  @Override
  public void lead() {}

  @Override
  public void follow() {}

  @Override
  public boolean isConnected() {
    return receiver != null;
  }

  @Override
  public void close() {}
}
