package io.minewatch.ingest.gateway.disk;

import io.minewatch.ingest.gateway.span.Span;
import io.minewatch.ingest.gateway.span.Spans;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is on disk, counted, and which of it goes first when there is no room. */
final class Stock {
  /** How many are looked at in one go. */
  private static final int SOME = 256;

  private final MessageRows rows;
  private final Spans held = new Spans();
  private long bytes;

  private Stock(MessageRows rows) {
    this.rows = rows;
  }

  /** Counts what is there. */
  static Stock count(MessageRows rows) throws SQLException {
    Stock stock = new Stock(rows);
    rows.scan(new Span(0, Long.MAX_VALUE), small -> stock.add(small.sequence(), small.size()));
    return stock;
  }

  void add(long sequence, long size) {
    held.add(sequence);
    bytes += size;
  }

  /** Counts out what was deleted; returns its sequences. */
  Spans remove(List<MessageRows.Small> gone) {
    Spans sequences = new Spans();
    for (MessageRows.Small small : gone) {
      sequences.add(small.sequence());
      bytes -= small.size();
    }
    held.removeAll(sequences);
    return sequences;
  }

  Spans held() {
    return held;
  }

  long bytes() {
    return bytes;
  }

  /**
   * Chooses what to give up to make room: first what the broker has had (it is probably safe), then
   * the rest; of each the oldest first, because the newest tells what is now.
   */
  List<MessageRows.Small> victims(long room, Spans confirmed) throws SQLException {
    List<MessageRows.Small> victims = new ArrayList<>();
    if (room <= 0) {
      return victims;
    }
    long[] freed = {0};
    choose(held.and(confirmed), room, freed, victims);
    choose(held.without(confirmed), room, freed, victims);
    return victims;
  }

  private void choose(Spans from, long room, long[] freed, List<MessageRows.Small> victims)
      throws SQLException {
    Spans left = from;
    while (freed[0] < room && !left.isEmpty()) {
      Spans some = left.lowest(SOME);
      for (Span run : some.list()) {
        rows.scan(
            run,
            small -> {
              if (freed[0] < room) {
                freed[0] += small.size();
                victims.add(small);
              }
            });
      }
      left = left.without(some);
    }
  }
}
