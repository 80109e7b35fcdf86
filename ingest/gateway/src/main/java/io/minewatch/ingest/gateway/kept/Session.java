package io.minewatch.ingest.gateway.kept;

import io.minewatch.domain.feed.GatewayHealth.GivenUp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the queue stands.
 *
 * @param id the session; its sequences count from 0 without a gap
 * @param next the sequence that the next message will get
 * @param messages on disk
 * @param bytes of payload on disk
 * @param oldest when the oldest of them came in; null if there is none
 * @param lowest the sequence of the first of them; {@code next} if there is none
 * @param givenUp messages of this session that were given up
 * @param ranges the newest ranges of them
 */
public record Session(
    String id,
    long next,
    long messages,
    long bytes,
    @Nullable Instant oldest,
    long lowest,
    long givenUp,
    List<GivenUp> ranges) {
  public Session {
    ranges = List.copyOf(ranges);
  }
}
