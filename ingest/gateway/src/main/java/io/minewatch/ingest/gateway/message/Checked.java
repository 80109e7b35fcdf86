package io.minewatch.ingest.gateway.message;

import java.util.List;
import java.util.Objects;

/**
 * A payload that can be taken, as a message.
 *
 * @param refused what of it does not go with the message, in words; what does go and cannot be
 *     taken the platform refuses and tells
 */
public record Checked(WireMessage message, List<String> refused) {
  public Checked {
    Objects.requireNonNull(message, "message");
    refused = List.copyOf(refused);
  }
}
