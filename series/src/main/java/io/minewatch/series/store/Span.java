package io.minewatch.series.store;

import java.time.Instant;

/** A stretch of measured time: {@code from} within it, {@code to} no more. */
public record Span(Instant from, Instant to) {
  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a span runs forward, was " + from + " to " + to);
    }
  }

  /** Its length in milliseconds. */
  public long millis() {
    return to.toEpochMilli() - from.toEpochMilli();
  }
}
