package io.minewatch.ingest.gateway.forward;

import io.minewatch.ingest.gateway.span.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * What was confirmed so short a time ago that a receipt may not know of it yet. Times are kept to a
 * tenth of the patience, never shorter than true.
 */
final class Recent {
  private static final int PARTS = 10;

  private final ArrayDeque<Part> parts = new ArrayDeque<>();
  private final Duration patience;
  private final Duration step;

  /** Confirmed between {@code opened} and one step later. */
  private record Part(Instant opened, Spans spans) {}

  Recent(Duration patience) {
    this.patience = patience;
    step = patience.dividedBy(PARTS);
  }

  void add(long sequence, Instant now) {
    Part last = parts.peekLast();
    if (last == null || !now.isBefore(last.opened().plus(step))) {
      last = new Part(now, new Spans());
      parts.addLast(last);
    }
    last.spans().add(sequence);
  }

  /** All that is still recent. */
  Spans at(Instant now) {
    while (!parts.isEmpty()
        && !now.isBefore(parts.peekFirst().opened().plus(step).plus(patience))) {
      parts.removeFirst();
    }
    Spans all = new Spans();
    parts.forEach(part -> all.addAll(part.spans()));
    return all;
  }

  void remove(Spans spans) {
    parts.forEach(part -> part.spans().removeAll(spans));
  }
}
