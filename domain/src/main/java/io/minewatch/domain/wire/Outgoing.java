package io.minewatch.domain.wire;

import io.minewatch.domain.reading.Lane;
import java.util.Objects;

/**
 * One message on its way to the broker, QoS 1. The payload is not copied and must not be changed.
 */
public final class Outgoing {
  private final String topic;
  private final byte[] payload;
  private final String contentType;
  private final boolean retained;
  private final String session;
  private final long sequence;
  private final Lane lane;

  private Outgoing(
      String topic,
      byte[] payload,
      String contentType,
      boolean retained,
      String session,
      long sequence,
      Lane lane) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.payload = Objects.requireNonNull(payload, "payload");
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.retained = retained;
    this.session = Objects.requireNonNull(session, "session");
    this.sequence = sequence;
    this.lane = Objects.requireNonNull(lane, "lane");
  }

  /** A message that is delivered and forgotten. */
  public static Outgoing event(String topic, byte[] payload, String contentType) {
    return new Outgoing(topic, payload, contentType, false, "", Envelope.NO_SEQUENCE, Lane.LIVE);
  }

  /** A message that the broker keeps as the latest of its topic; empty to clear it. */
  public static Outgoing retained(String topic, byte[] payload, String contentType) {
    return new Outgoing(topic, payload, contentType, true, "", Envelope.NO_SEQUENCE, Lane.LIVE);
  }

  /** A message of a gateway, numbered within its session. */
  public static Outgoing numbered(
      String topic, byte[] payload, String contentType, String session, long sequence, Lane lane) {
    return new Outgoing(topic, payload, contentType, false, session, sequence, lane);
  }

  /** The same message in another lane. */
  public Outgoing withLane(Lane other) {
    return new Outgoing(topic, payload, contentType, retained, session, sequence, other);
  }

  public String topic() {
    return topic;
  }

  /** The bytes themselves, not a copy. */
  public byte[] payload() {
    return payload;
  }

  public String contentType() {
    return contentType;
  }

  public boolean isRetained() {
    return retained;
  }

  /** Empty if the message carries none. */
  public String session() {
    return session;
  }

  /** {@link Envelope#NO_SEQUENCE} if the message carries none. */
  public long sequence() {
    return sequence;
  }

  public Lane lane() {
    return lane;
  }
}
