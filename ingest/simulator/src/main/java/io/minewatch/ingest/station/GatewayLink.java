package io.minewatch.ingest.station;

import io.minewatch.domain.wire.Outgoing;
import java.util.concurrent.CompletableFuture;

/** A gateway's line to the broker. */
public interface GatewayLink extends AutoCloseable {
  /** Completes when the broker has taken the message; blocks while too many are under way. */
  CompletableFuture<Void> publish(Outgoing message);

  /** Leaves in good order: the last will is not sent. */
  @Override
  void close();
}
