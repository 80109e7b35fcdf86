package io.minewatch.ingest.gateway.span;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A set of sequence numbers. Not shared between threads. */
public final class Spans {
  private final TreeMap<Long, Long> runs = new TreeMap<>();
  private long count;

  public static Spans of(long from, long through) {
    Spans spans = new Spans();
    spans.add(from, through);
    return spans;
  }

  /** Reads what {@link #toString} wrote. Refuses anything else. */
  public static Spans parse(String text) {
    Spans spans = new Spans();
    if (text.isEmpty()) {
      return spans;
    }
    for (String run : text.split(",", -1)) {
      int dash = run.indexOf('-');
      long from = Long.parseLong(dash < 0 ? run : run.substring(0, dash));
      spans.add(from, dash < 0 ? from : Long.parseLong(run.substring(dash + 1)));
    }
    return spans;
  }

  public Spans copy() {
    Spans copy = new Spans();
    copy.runs.putAll(runs);
    copy.count = count;
    return copy;
  }

  public void add(long number) {
    add(number, number);
  }

  /** Adds a run; refuses one that does not run upward from 0. */
  public void add(long from, long through) {
    Span added = new Span(from, through);
    long low = added.from();
    long high = added.through();
    Map.Entry<Long, Long> before = runs.floorEntry(low);
    if (before != null && before.getValue() >= low - 1) {
      low = before.getKey();
    }
    Map.Entry<Long, Long> next = runs.ceilingEntry(low);
    while (next != null && next.getKey() <= high + 1) {
      high = Math.max(high, next.getValue());
      count -= next.getValue() - next.getKey() + 1;
      runs.remove(next.getKey());
      next = runs.ceilingEntry(low);
    }
    runs.put(low, high);
    count += high - low + 1;
  }

  public void addAll(Spans other) {
    other.runs.forEach(this::add);
  }

  public void remove(long number) {
    remove(number, number);
  }

  /** Takes a run out; what of it is not there does not matter. */
  public void remove(long from, long through) {
    Map.Entry<Long, Long> run = runs.floorEntry(from);
    if (run == null || run.getValue() < from) {
      run = runs.ceilingEntry(from);
    }
    while (run != null && run.getKey() <= through) {
      long low = run.getKey();
      long high = run.getValue();
      runs.remove(low);
      count -= high - low + 1;
      if (low < from) {
        runs.put(low, from - 1);
        count += from - low;
      }
      if (high > through) {
        runs.put(through + 1, high);
        count += high - through;
      }
      run = runs.higherEntry(low);
    }
  }

  public void removeAll(Spans other) {
    other.runs.forEach(this::remove);
  }

  /** What is in both. */
  public Spans and(Spans other) {
    Spans both = new Spans();
    for (Map.Entry<Long, Long> run : runs.entrySet()) {
      Map.Entry<Long, Long> theirs = other.runs.floorEntry(run.getKey());
      if (theirs == null || theirs.getValue() < run.getKey()) {
        theirs = other.runs.higherEntry(run.getKey());
      }
      while (theirs != null && theirs.getKey() <= run.getValue()) {
        both.add(
            Math.max(run.getKey(), theirs.getKey()), Math.min(run.getValue(), theirs.getValue()));
        theirs = other.runs.higherEntry(theirs.getKey());
      }
    }
    return both;
  }

  /** What is in this and not in the other. */
  public Spans without(Spans other) {
    Spans left = copy();
    left.removeAll(other);
    return left;
  }

  public boolean contains(long number) {
    Map.Entry<Long, Long> run = runs.floorEntry(number);
    return run != null && run.getValue() >= number;
  }

  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** How many numbers. */
  public long count() {
    return count;
  }

  /** The lowest number; there must be one. */
  public long first() {
    return runs.firstKey();
  }

  /** The highest number; there must be one. */
  public long last() {
    return runs.lastEntry().getValue();
  }

  /** The lowest so many numbers. */
  public Spans lowest(long most) {
    Spans lowest = new Spans();
    for (Map.Entry<Long, Long> run : runs.entrySet()) {
      long room = most - lowest.count;
      if (room <= 0) {
        break;
      }
      lowest.add(run.getKey(), Math.min(run.getValue(), run.getKey() + room - 1));
    }
    return lowest;
  }

  /** The runs, ascending. */
  public List<Span> list() {
    List<Span> list = new ArrayList<>();
    runs.forEach((from, through) -> list.add(new Span(from, through)));
    return Collections.unmodifiableList(list);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spans spans && runs.equals(spans.runs);
  }

  @Override
  public int hashCode() {
    return runs.hashCode();
  }

  @Override
  public String toString() {
    return list().stream().map(Span::toString).collect(Collectors.joining(","));
  }
}
