package io.minewatch.ingest.gateway.message;

import io.minewatch.domain.wire.Topic;
import java.util.Objects;

/**
 * One message as it will be published: what kind, in which form, its bytes. The payload is not
 * copied and must not be changed. Refuses every kind but readings and positions.
 */
public final class WireMessage {
  private final Topic.Kind kind;
  private final String contentType;
  private final byte[] payload;

  public WireMessage(Topic.Kind kind, String contentType, byte[] payload) {
    if (kind != Topic.Kind.READINGS && kind != Topic.Kind.POSITIONS) {
      throw new IllegalArgumentException("a gateway sends readings and positions, not " + kind);
    }
    this.kind = kind;
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.payload = Objects.requireNonNull(payload, "payload");
  }

  public Topic.Kind kind() {
    return kind;
  }

  public String contentType() {
    return contentType;
  }

  /** The bytes themselves, not a copy. */
  public byte[] payload() {
    return payload;
  }
}
