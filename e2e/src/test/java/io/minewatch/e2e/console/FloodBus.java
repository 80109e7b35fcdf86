package io.minewatch.e2e.console;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A broker by which findings come as fast as they are given, and which takes all that is said. */
final class FloodBus implements Bus {
  /** Findings that are safe in the service. */
  final AtomicInteger acknowledged = new AtomicInteger();

  private volatile @Nullable Receiver receiver;

  void finding(Finding finding, Instant now) {
    Receiver to = receiver;
    if (to == null) {
      throw new IllegalStateException("the service is not started");
    }
    to.durable(
        new Envelope(
            Topic.of(Topic.Kind.FINDINGS, finding.mine()).toString(),
            Messages.write(finding),
            ContentTypes.JSON,
            "",
            Envelope.NO_SEQUENCE,
            Lane.LIVE,
            now.toEpochMilli()),
        acknowledged::incrementAndGet);
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
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> offer(Outgoing message) {
    return CompletableFuture.completedFuture(null);
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
