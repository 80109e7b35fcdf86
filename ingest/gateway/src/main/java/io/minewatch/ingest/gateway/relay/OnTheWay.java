package io.minewatch.ingest.gateway.relay;

import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was offered to the line and has no answer: of which kind, and how much of memory it is. */
final class OnTheWay {
  /** Bytes on the way at once, and one message more. */
  static final long MOST_BYTES = 4 * 1024 * 1024;

  private record Sent(Topic.Kind kind, long bytes) {}

  private final Map<Long, Sent> sent = new HashMap<>();
  private long bytes;

  boolean isFull() {
    return bytes >= MOST_BYTES;
  }

  void add(long sequence, WireMessage message) {
    sent.put(sequence, new Sent(message.kind(), message.payload().length));
    bytes += message.payload().length;
  }

  /** Its kind; null if it was not on the way. */
  Topic.@Nullable Kind remove(long sequence) {
    Sent gone = sent.remove(sequence);
    bytes -= gone == null ? 0 : gone.bytes();
    return gone == null ? null : gone.kind();
  }
}
