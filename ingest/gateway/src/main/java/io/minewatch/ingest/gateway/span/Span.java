package io.minewatch.ingest.gateway.span;

/**
 * A run of sequence numbers, both ends included.
 *
 * @param from 0 or above
 */
public record Span(long from, long through) {
  public Span {
    if (from < 0 || through < from) {
      throw new IllegalArgumentException(
          "a span runs upward from 0, was " + from + " to " + through);
    }
  }

  public long count() {
    return through - from + 1;
  }

  @Override
  public String toString() {
    return from == through ? Long.toString(from) : from + "-" + through;
  }
}
