package io.minewatch.domain.wire;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.reading.Lane;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable Counted counted;

  private Outgoing(
      String topic,
      byte[] payload,
      String contentType,
      boolean retained,
      String session,
      long sequence,
      Lane lane,
      @Nullable Counted counted) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.payload = Objects.requireNonNull(payload, "payload");
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.retained = retained;
    this.session = Objects.requireNonNull(session, "session");
    this.sequence = sequence;
    this.lane = Objects.requireNonNull(lane, "lane");
    this.counted = counted;
  }

  /** A message that is delivered and forgotten. */
  public static Outgoing event(String topic, byte[] payload, String contentType) {
    return new Outgoing(
        topic, payload, contentType, false, "", Envelope.NO_SEQUENCE, Lane.LIVE, null);
  }

  /** A message that the broker keeps as the latest of its topic; empty to clear it. */
  public static Outgoing retained(String topic, byte[] payload, String contentType) {
    return new Outgoing(
        topic, payload, contentType, true, "", Envelope.NO_SEQUENCE, Lane.LIVE, null);
  }

  /** A message of a gateway, numbered within its session. */
  public static Outgoing numbered(
      String topic, byte[] payload, String contentType, String session, long sequence, Lane lane) {
    return new Outgoing(topic, payload, contentType, false, session, sequence, lane, null);
  }

  /** The same message in another lane. */
  public Outgoing withLane(Lane other) {
    return new Outgoing(topic, payload, contentType, retained, session, sequence, other, counted);
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

  /** What its gateway counts; null if it does not. */
  public @Nullable Counted counted() {
    return counted;
  }

  /** The same message with what its gateway counts. */
  public Outgoing withCounted(@Nullable Counted count) {
    return new Outgoing(topic, payload, contentType, retained, session, sequence, lane, count);
  }
}
