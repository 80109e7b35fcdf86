package io.minewatch.domain.wire;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.reading.Lane;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message as the broker delivered it: the unit that travels through the jobs. The payload is
 * not copied and must not be changed.
 */
public final class Envelope {
  /** MQTT user property: names the run of the gateway within which {@link #SEQUENCE} counts. */
  public static final String SESSION = "session";

  /** MQTT user property: number of the message within its session, from 0 without a gap. */
  public static final String SEQUENCE = "seq";

  /** MQTT user property: {@code backfill} for the backfill lane, else live. */
  public static final String LANE = "lane";

  /** MQTT user property: what it counts, as {@link Counted} writes it; not all gateways do. */
  public static final String READINGS = "readings";

  /** The sequence of a message that carries none. */
  public static final long NO_SEQUENCE = -1;

  private final String topic;
  private final byte[] payload;
  private final String contentType;
  private final String session;
  private final long sequence;
  private final Lane lane;
  private final long receivedMillis;
  private final @Nullable Counted counted;

  /**
   * Takes a message.
   *
   * @param contentType MQTT 5 content type, empty if none
   * @param session empty if none
   * @param sequence {@link #NO_SEQUENCE} if none
   * @param receivedMillis when it reached us, wall time since 1970 UTC
   */
  public Envelope(
      String topic,
      byte[] payload,
      String contentType,
      String session,
      long sequence,
      Lane lane,
      long receivedMillis) {
    this(topic, payload, contentType, session, sequence, lane, receivedMillis, null);
  }

  private Envelope(
      String topic,
      byte[] payload,
      String contentType,
      String session,
      long sequence,
      Lane lane,
      long receivedMillis,
      @Nullable Counted counted) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.payload = Objects.requireNonNull(payload, "payload");
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.session = Objects.requireNonNull(session, "session");
    this.sequence = sequence;
    this.lane = Objects.requireNonNull(lane, "lane");
    this.receivedMillis = receivedMillis;
    this.counted = counted;
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

  public String session() {
    return session;
  }

  public long sequence() {
    return sequence;
  }

  public Lane lane() {
    return lane;
  }

  public long receivedMillis() {
    return receivedMillis;
  }

  /** What its gateway counts; null if it does not. */
  public @Nullable Counted counted() {
    return counted;
  }

  /** The same message with what its gateway counts. */
  public Envelope withCounted(@Nullable Counted count) {
    return new Envelope(
        topic, payload, contentType, session, sequence, lane, receivedMillis, count);
  }
}
