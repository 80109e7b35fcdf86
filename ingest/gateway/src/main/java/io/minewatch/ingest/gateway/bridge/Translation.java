package io.minewatch.ingest.gateway.bridge;

import io.minewatch.ingest.gateway.message.WireMessage;
import java.util.List;

/**
 * What a file gave: messages in the order in which they are to be sent, and, in words for a person,
 * what of it could not be taken. Without a message the file as a whole is refused.
 */
public record Translation(List<WireMessage> messages, List<String> refused) {
  public Translation {
    messages = List.copyOf(messages);
    refused = List.copyOf(refused);
    if (messages.isEmpty() && refused.isEmpty()) {
      throw new IllegalArgumentException("a file that gives nothing needs a reason");
    }
  }

  public static Translation of(WireMessage message) {
    return new Translation(List.of(message), List.of());
  }

  public static Translation refused(String why) {
    return new Translation(List.of(), List.of(why));
  }
}
