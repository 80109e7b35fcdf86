package io.minewatch.ingest.gateway.kept;

import io.minewatch.domain.feed.Counted;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lies on disk.
 *
 * @param since when it came within the gateway's reach, the gateway's clock
 * @param counted how many readings it and those before it hold; null if that was not counted then
 */
public record Stored(WireMessage message, Instant since, @Nullable Counted counted) {
  /** Of a session that was not counted from its beginning. */
  public Stored withoutCount() {
    return new Stored(message, since, null);
  }
}
