package io.minewatch.alerting.fourline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Times that do not overlap, in their order: what overlaps or touches is one. */
public record Spans(List<Span> parts) {
  public static final Spans NONE = new Spans(List.of());

  public Spans {
    parts = List.copyOf(parts);
  }

  /** The union of any spans, in whatever order; empty ones count for nothing. */
  public static Spans of(Collection<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.removeIf(Span::isEmpty);
    if (sorted.size() < 2) {
      return sorted.isEmpty() ? NONE : new Spans(sorted);
    }
    sorted.sort(Comparator.comparing(Span::from));
    List<Span> united = new ArrayList<>();
    Span open = sorted.get(0);
    for (Span next : sorted) {
      if (next.from().isAfter(open.to())) {
        united.add(open);
        open = next;
      } else if (next.to().isAfter(open.to())) {
        open = new Span(open.from(), next.to());
      }
    }
    united.add(open);
    return new Spans(united);
  }

  public Duration total() {
    return parts.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Whether one of these holds an instant. */
  public boolean holds(Instant at) {
    return parts.stream().anyMatch(part -> part.holds(at));
  }

  /** What of these lies within a span. */
  public Spans within(Span span) {
    if (parts.size() == 1) {
      Span part = parts.get(0).within(span);
      return part.isEmpty() ? NONE : new Spans(List.of(part));
    }
    return parts.isEmpty() ? this : of(parts.stream().map(part -> part.within(span)).toList());
  }

  /** What of these lies in none of the others. */
  public Spans without(Spans others) {
    if (others.isEmpty()) {
      return this;
    }
    List<Span> left = new ArrayList<>();
    parts.forEach(part -> left.addAll(others.without(part)));
    return of(left);
  }

  /** What of a span lies in none of these. */
  public List<Span> without(Span span) {
    if (parts.isEmpty()) {
      return List.of(span);
    }
    List<Span> left = new ArrayList<>();
    Instant from = span.from();
    for (Span part : parts) {
      if (part.meets(span)) {
        if (part.from().isAfter(from)) {
          left.add(new Span(from, part.from()));
        }
        from = part.to().isAfter(from) ? part.to() : from;
      }
    }
    if (from.isBefore(span.to())) {
      left.add(new Span(from, span.to()));
    }
    return left;
  }
}
