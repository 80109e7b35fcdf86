package io.minewatch.e2e.bus;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.domain.wire.Outgoing;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Says nothing by itself, takes all that is said, and is there from the start on. */
public abstract class QuietBus implements Bus {
  private volatile @Nullable Receiver receiver;

  /** Who hears what is said here. */
  protected final Receiver receiver() {
    Receiver to = receiver;
    if (to == null) {
      throw new IllegalStateException("the service is not started");
    }
    return to;
  }

  @Override
  public final void start(Receiver to) {
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
