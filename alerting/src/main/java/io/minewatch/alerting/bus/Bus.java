package io.minewatch.alerting.bus;

import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import java.util.concurrent.CompletableFuture;

/** What this module needs of a broker. */
public interface Bus extends AutoCloseable {
  /** Starts delivery; returns at once. What comes durably comes only while this instance leads. */
  void start(Receiver receiver);

  /** This instance takes over what only one may do: what comes durably, and publishing. */
  void lead();

  /** Another instance leads. */
  void follow();

  /** Completes when the broker has confirmed; fails while this instance does not lead. */
  CompletableFuture<Void> publish(Outgoing message);

  /**
   * Sends now or not at all, and never waits: for what will be said again if it is lost. Completes
   * when the broker has confirmed; fails at once where there is no connection, and when it ends.
   */
  CompletableFuture<Void> offer(Outgoing message);

  /**
   * Whether the broker has begun a session of ours anew since this was last asked: what it had
   * retained, and what it had for others, may be gone too.
   */
  boolean wasForgotten();

  boolean isConnected();

  @Override
  void close();

  /** Hears the messages, in the broker's order; must not block. */
  interface Receiver {
    /**
     * A finding. It comes again until it is acknowledged.
     *
     * @param acknowledge to be run after the commit
     */
    void durable(Envelope message, Runnable acknowledge);

    /** A head count, summary or reading: the next one is soon to come. */
    void live(Envelope message);
  }
}
