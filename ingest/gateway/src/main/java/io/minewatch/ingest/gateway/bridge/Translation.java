package io.minewatch.ingest.gateway.bridge;

import io.minewatch.ingest.gateway.message.WireMessage;
import java.util.List;
import java.util.Objects;

/**
 * What a file gave: messages in the order in which they are to be sent, and, in words for a person,
 * what of it could not be taken. A file without a message is refused as a whole.
 *
 * @param late messages of what a file before it told newer: they complete the record and must
 *     replace nothing
 * @param note what a person is to do with the file, empty for nothing
 */
public record Translation(
    List<WireMessage> messages,
    List<WireMessage> late,
    List<String> refused,
    Standing standing,
    String note) {
  /** How a file stands to those before it. */
  public enum Standing {
    /** What it tells is sent. */
    SENT,
    /** The same bytes were taken before: nothing of it is sent. */
    DOUBLE,
    /** It was read and holds nothing that the bus has a message for: nothing of it is sent. */
    NOTHING,
    /** It defines; nothing of it is sent, a person takes it in at the platform. */
    DEFINITION
  }

  public Translation {
    messages = List.copyOf(messages);
    late = List.copyOf(late);
    refused = List.copyOf(refused);
    Objects.requireNonNull(standing, "standing");
    if (messages.isEmpty() && late.isEmpty() && refused.isEmpty() && standing == Standing.SENT) {
      throw new IllegalArgumentException("a file that gives nothing needs a reason");
    }
  }

  /** Of a file that tells of the present. */
  public Translation(List<WireMessage> messages, List<String> refused) {
    this(messages, List.of(), refused, Standing.SENT, "");
  }

  public static Translation of(WireMessage message) {
    return new Translation(List.of(message), List.of());
  }

  public static Translation refused(String why) {
    return new Translation(List.of(), List.of(why));
  }

  /** Of a file whose bytes were taken before. */
  public static Translation twice() {
    return new Translation(List.of(), List.of(), List.of(), Standing.DOUBLE, "");
  }

  /** Of a file that is as it should be and gives nothing to send. */
  public static Translation nothing(String note) {
    return new Translation(List.of(), List.of(), List.of(), Standing.NOTHING, note);
  }

  /** Whether the file as a whole could not be taken. */
  public boolean isRefused() {
    return messages.isEmpty() && late.isEmpty() && standing == Standing.SENT;
  }
}
