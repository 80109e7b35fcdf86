package io.minewatch.alerting.fourline;

import java.time.Duration;
import java.time.Instant;

/** A time from one instant to another, the end excluded. Refuses one that ends before it begins. */
public record Span(Instant from, Instant to) {
  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a span ends at or after " + from + ", was " + to);
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  public boolean isEmpty() {
    return from.equals(to);
  }

  /** What of this lies within another; empty at its begin where nothing does. */
  public Span within(Span other) {
    Instant begin = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return end.isBefore(begin) ? new Span(begin, begin) : new Span(begin, end);
  }

  /** Whether it holds an instant; its end it does not. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** Whether both have a moment in common. */
  public boolean meets(Span other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
