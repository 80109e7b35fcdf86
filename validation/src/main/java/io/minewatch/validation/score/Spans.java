package io.minewatch.validation.score;

import java.util.ArrayList;
import java.util.List;

/** Stretches of rows or of time, in order, that do not touch. */
public final class Spans {
  /** From its first to its last instant, both inside. */
  public record Span(long from, long to) {}

  private final List<Span> spans = new ArrayList<>();
  private final long join;

  /** Stretches that lie at most this far apart become one. */
  public Spans(long join) {
    this.join = join;
  }

  /** Adds an instant; instants come in order. */
  public void add(long at) {
    add(at, at);
  }

  /** Adds a stretch that does not begin before the last one. */
  public void add(long from, long to) {
    int last = spans.size() - 1;
    if (last >= 0 && from - spans.get(last).to() <= join) {
      Span before = spans.get(last);
      spans.set(last, new Span(before.from(), Math.max(before.to(), to)));
    } else {
      spans.add(new Span(from, to));
    }
  }

  public List<Span> all() {
    return List.copyOf(spans);
  }

  public int count() {
    return spans.size();
  }

  /** How many of these are met by one of the others, widened by so much before and after. */
  public int metBy(Spans others, long before, long after) {
    int met = 0;
    for (Span span : spans) {
      met +=
          others.spans.stream()
                  .anyMatch(o -> o.from() <= span.to() + after && o.to() >= span.from() - before)
              ? 1
              : 0;
    }
    return met;
  }
}
