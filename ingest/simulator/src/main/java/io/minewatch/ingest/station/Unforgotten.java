package io.minewatch.ingest.station;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated gateway has sent and no receipt covers: the same promise as the gateway
 * program's queue, in memory. A message is forgotten when both receipts cover it; one that a
 * receipt misses is sent again as backfill. Late, missing, double: an old receipt covers less and
 * forgets less; without receipts the oldest are given up beyond {@link #MOST}.
 */
final class Unforgotten {
  /** Some minutes of a mine. */
  static final int MOST = 2_000;

  /** A receipt tells of a moment some seconds ago: what was sent since may not be in it. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private record Sent(Outgoing message, Instant at) {}

  private final NavigableMap<Long, Sent> sent = new TreeMap<>();
  private final Map<Topic.Kind, Receipt> receipts = new EnumMap<>(Topic.Kind.class);
  private long givenUp;

  /** Remembers a numbered message. */
  void add(Outgoing message, Instant now) {
    sent.put(message.sequence(), new Sent(message, now));
    while (sent.size() > MOST) {
      sent.pollFirstEntry();
      givenUp++;
    }
  }

  /**
   * Takes a receipt of the running session.
   *
   * @return what is to be sent again, oldest first
   */
  List<Outgoing> on(Topic.Kind kind, Receipt receipt, Instant now) {
    receipts.put(kind, receipt);
    List<Outgoing> again = new ArrayList<>();
    for (Receipt.Gap gap : receipt.gaps()) {
      for (Map.Entry<Long, Sent> each : sent.subMap(gap.from(), true, gap.to(), true).entrySet()) {
        if (each.getValue().at().plus(PATIENCE).isBefore(now)) {
          Outgoing message = each.getValue().message().withLane(Lane.BACKFILL);
          each.setValue(new Sent(message, now));
          again.add(message);
        }
      }
    }
    sent.keySet().removeIf(this::isCovered);
    return again;
  }

  private boolean isCovered(long sequence) {
    return covers(receipts.get(Topic.Kind.RECEIPT_JUDGED), sequence)
        && covers(receipts.get(Topic.Kind.RECEIPT_KEPT), sequence);
  }

  private static boolean covers(@Nullable Receipt receipt, long sequence) {
    return receipt != null
        && sequence <= receipt.through()
        && receipt.gaps().stream().noneMatch(g -> g.from() <= sequence && sequence <= g.to());
  }

  int size() {
    return sent.size();
  }

  /** How many were dropped because no receipt came. */
  long givenUp() {
    return givenUp;
  }
}
