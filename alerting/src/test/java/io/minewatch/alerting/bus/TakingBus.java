package io.minewatch.alerting.bus;

import io.minewatch.domain.wire.Outgoing;
import java.util.concurrent.CompletableFuture;

/** A broker that takes everything and says nothing; tests change what they are about. */
public class TakingBus implements Bus {
  @Override
  public void start(Receiver receiver) {}

  @Override
  public void lead() {}

  @Override
  public void follow() {}

  @Override
  public CompletableFuture<Void> publish(Outgoing message) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean wasForgotten() {
    return false;
  }

  @Override
  public CompletableFuture<Void> offer(Outgoing message) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public void close() {}
}
