package io.minewatch.ingest.gateway.forward;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.gateway.span.Span;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** One job as a gateway meets it: hears some messages, forgets some again, sends receipts. */
final class Platform {
  private final Random random;
  private Spans heard = new Spans();
  private Spans safe = new Spans();

  Platform(Random random) {
    this.random = random;
  }

  void hear(long sequence) {
    heard.add(sequence);
  }

  void checkpoint() {
    safe = heard.copy();
  }

  /** Falls back to its checkpoint; what was not in it is lost, as with a broker that forgets. */
  void crash() {
    heard = safe.copy();
  }

  boolean isSafe(long sequence) {
    return safe.contains(sequence);
  }

  /** What a job says after a checkpoint; sometimes it names only a part and covers less for it. */
  Receipt receipt(Instant at) {
    long through = safe.isEmpty() ? -1 : safe.last();
    List<Span> gaps = through < 0 ? List.of() : Spans.of(0, through).without(safe).list();
    if (gaps.size() > 2 && random.nextBoolean()) {
      through = gaps.get(2).from() - 1;
      gaps = gaps.subList(0, 2);
    }
    return new Receipt(
        new MineCode("140921021337"),
        new GatewayId("g1"),
        "s",
        through,
        gaps.stream().map(g -> new Receipt.Gap(g.from(), g.through())).toList(),
        at);
  }
}
