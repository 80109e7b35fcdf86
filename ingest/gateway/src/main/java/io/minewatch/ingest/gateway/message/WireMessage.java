package io.minewatch.ingest.gateway.message;

import io.minewatch.domain.wire.Topic;
import java.util.Objects;
import java.util.Set;

/**
 * One message as it will be published: what kind, in which form, its bytes. The payload is not
 * copied and must not be changed. Refuses every kind but readings, positions and alarms of the
 * mine's own systems.
 */
public final class WireMessage {
  private static final Set<Topic.Kind> CARRIED =
      Set.of(Topic.Kind.READINGS, Topic.Kind.POSITIONS, Topic.Kind.OWN_ALARMS);

  private final Topic.Kind kind;
  private final String contentType;
  private final byte[] payload;
  private final int readings;

  /**
   * A message.
   *
   * @param readings how many readings, positions or alarms it holds
   */
  public WireMessage(Topic.Kind kind, String contentType, byte[] payload, int readings) {
    if (!CARRIED.contains(kind)) {
      throw new IllegalArgumentException("a gateway sends " + CARRIED + ", not " + kind);
    }
    this.kind = kind;
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.payload = Objects.requireNonNull(payload, "payload");
    this.readings = readings;
  }

  public Topic.Kind kind() {
    return kind;
  }

  /** How many readings, positions or alarms it holds. */
  public int readings() {
    return readings;
  }

  public String contentType() {
    return contentType;
  }

  /** The bytes themselves, not a copy. */
  public byte[] payload() {
    return payload;
  }
}
