package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.gateway.forward.Needed;
import java.util.concurrent.CompletableFuture;

/** The line to the platform's broker. It stays up by itself. */
public interface Uplink extends AutoCloseable {
  /**
   * Sends over the connection that is up, or fails.
   *
   * @return completes when the broker has it; fails if the connection ends first or the broker
   *     refuses
   */
  CompletableFuture<Void> offer(Outgoing message);

  /** Says farewell: the last will is not sent. */
  @Override
  void close();

  /** Opens lines. */
  interface Opener {
    /**
     * Opens the line; returns at once.
     *
     * @param will what the broker says of us when it loses us
     */
    Uplink open(Outgoing will, Ear ear);
  }

  /** What the line tells. Called from its threads; must not block. */
  interface Ear {
    void onConnected();

    void onLost();

    void onReceipt(Needed.By by, Receipt receipt);
  }
}
