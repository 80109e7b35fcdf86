package io.minewatch.ingest.gateway.kept;

import io.minewatch.ingest.gateway.message.WireMessage;
import java.time.Duration;
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

  /**
   * A message that is of the past although it comes now: older than all that is live, and therefore
   * backfill.
   *
   * @param came when it came, the gateway's clock
   * @param backfillAge what is as old as this is backfill
   */
  public static Entry past(WireMessage message, Instant came, Duration backfillAge) {
    return new Entry(message, came.minus(backfillAge).minusMillis(1));
  }

  /** What it counts against the limit of the queue. */
  public long bytes() {
    return message.payload().length;
  }
}
