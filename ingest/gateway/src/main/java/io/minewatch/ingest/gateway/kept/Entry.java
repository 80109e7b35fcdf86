package io.minewatch.ingest.gateway.kept;

import io.minewatch.ingest.gateway.message.WireMessage;
import java.time.Instant;
import java.util.Objects;

/**
 * One message and when it came in.
 *
 * @param since when it came within the gateway's reach, the gateway's clock: its age decides its
 *     lane
 */
public record Entry(WireMessage message, Instant since) {
  public Entry {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(since, "since");
  }

  /** What it counts against the limit of the queue. */
  public long bytes() {
    return message.payload().length;
  }
}
