package io.minewatch.e2e.roots;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.e2e.bus.QuietBus;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the broker does between the archive job and the service: each hears what the other says. */
final class Between extends QuietBus {
  /** What the service has published. */
  final List<Outgoing> published = new CopyOnWriteArrayList<>();

  private final Clock clock;

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
    receiver().live(envelope(message));
  }

  @Override
  public CompletableFuture<Void> publish(Outgoing message) {
    published.add(message);
    return super.publish(message);
  }
}
