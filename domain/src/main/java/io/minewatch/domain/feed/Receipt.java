package io.minewatch.domain.feed;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What has survived a checkpoint on the receiving side: a gateway forgets only what the receipts of
 * both jobs cover, and sends a gap again.
 *
 * @param through everything up to this sequence is safe, the gaps excepted; -1 for nothing yet
 * @param gaps sequences below {@code through} that never came, ascending
 */
public record Receipt(
    MineCode mine, GatewayId gateway, String session, long through, List<Gap> gaps, Instant at) {
  /** Missing sequences, both ends included. */
  public record Gap(long from, long to) {
    public Gap {
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("a gap runs upward from 0, was " + from + " to " + to);
      }
    }
  }

  public Receipt {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(gateway, "gateway");
    Objects.requireNonNull(session, "session");
    gaps = List.copyOf(gaps);
    Objects.requireNonNull(at, "at");
  }
}
