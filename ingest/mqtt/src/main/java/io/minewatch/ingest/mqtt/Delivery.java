package io.minewatch.ingest.mqtt;

import io.minewatch.domain.wire.Envelope;

/**
 * One received message with what is needed to acknowledge it. Good for the connection that brought
 * it: with the next one the broker sends an unacknowledged message again.
 */
public final class Delivery {
  private final Envelope envelope;
  private final long epoch;
  private final int packetId;

  Delivery(Envelope envelope, long epoch, int packetId) {
    this.envelope = envelope;
    this.epoch = epoch;
    this.packetId = packetId;
  }

  public Envelope envelope() {
    return envelope;
  }

  /** Which connection of the link brought it: grows with each one. */
  long epoch() {
    return epoch;
  }

  /** Zero for a message that needs no acknowledgement (QoS 0). */
  int packetId() {
    return packetId;
  }
}
