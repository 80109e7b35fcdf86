package io.minewatch.bench.chain;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** In the place of a broker: hands over at once what arrives, and confirms what is published. */
final class LoopBus implements Bus {
  private volatile @Nullable Receiver receiver;

  @Override
  public void start(Receiver to) {
    receiver = to;
  }

  /** A finding has arrived; what is run after its commit is the acknowledgement. */
  void arrives(Envelope message, Runnable acknowledge) {
    Objects.requireNonNull(receiver, "started").durable(message, acknowledge);
  }

  @Override
  public void lead() {}

  @Override
  public void follow() {}

  @Override
  public CompletableFuture<Void> publish(Outgoing message) {
    return CompletableFuture.completedFuture(null);
  }

  /** What is offered may be lost; nobody listens here. */
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
