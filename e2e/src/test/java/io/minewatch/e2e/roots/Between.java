package io.minewatch.e2e.roots;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the broker does between the archive job and the service: each hears what the other says. */
final class Between implements Bus {
  /** What the service has published. */
  final List<Outgoing> published = new CopyOnWriteArrayList<>();

  private final Clock clock;
  private volatile @Nullable Receiver receiver;

  Between(Clock clock) {
    this.clock = clock;
  }

  /** As it comes to who has subscribed. */
  Envelope envelope(Outgoing message) {
    return new Envelope(
        message.topic(),
        message.payload(),
        message.contentType(),
        "",
        Envelope.NO_SEQUENCE,
        Lane.LIVE,
        clock.millis());
  }

  /** The job says something to the service. */
  void say(Outgoing message) {
    Receiver to = receiver;
    if (to == null) {
      throw new IllegalStateException("the service is not started");
    }
    to.live(envelope(message));
  }

  @Override
  public void start(Receiver to) {
    receiver = to;
  }

  @Override
  public void lead() {}

  @Override
  public void follow() {}

  @Override
  public CompletableFuture<Void> publish(Outgoing message) {
    published.add(message);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> offer(Outgoing message) {
    return publish(message);
  }

  @Override
  public boolean wasForgotten() {
    return false;
  }

  @Override
  public boolean isConnected() {
    return receiver != null;
  }

  @Override
  public void close() {}
}
