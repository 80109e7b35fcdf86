package io.minewatch.ingest.gateway.forward;

import io.minewatch.ingest.gateway.span.Span;
import io.minewatch.ingest.gateway.span.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is to be sent: fresh, each with when it came in, and the backlog. */
final class Waiting {
  private final Duration liveFor;
  private final TreeMap<Long, Instant> fresh = new TreeMap<>();
  private final Spans backlog;

  /** All of this is backlog at first. */
  Waiting(Duration liveFor, Spans backlog) {
    this.liveFor = liveFor;
    this.backlog = backlog;
  }

  /** When it came in decides its lane; null for backlog whatever that was. */
  void add(long sequence, @Nullable Instant since, Instant now) {
    if (since != null && isLive(since, now)) {
      fresh.put(sequence, since);
    } else {
      backlog.add(sequence);
    }
  }

  void addBacklog(Spans spans) {
    backlog.addAll(spans);
  }

  /** Something in the backlog came in recently. */
  void isYoung(long sequence, Instant since, Instant now) {
    if (backlog.contains(sequence)) {
      backlog.remove(sequence);
      add(sequence, since, now);
    }
  }

  private boolean isLive(Instant since, Instant now) {
    return now.isBefore(since.plus(liveFor));
  }

  /** The first that is fresh, which waits no more; null for none. */
  Map.@Nullable Entry<Long, Instant> takeFresh() {
    return fresh.pollFirstEntry();
  }

  /** What waited too long to be live joins the backlog. */
  void age(Instant now) {
    while (!fresh.isEmpty() && !isLive(fresh.firstEntry().getValue(), now)) {
      backlog.add(fresh.pollFirstEntry().getKey());
    }
  }

  boolean hasBacklog() {
    return !backlog.isEmpty();
  }

  /** The first of the backlog, which waits no more. */
  long takeBacklog() {
    long first = backlog.first();
    backlog.remove(first);
    return first;
  }

  boolean contains(long sequence) {
    return fresh.containsKey(sequence) || backlog.contains(sequence);
  }

  /** Takes what waits out of these. */
  void removeFrom(Spans spans) {
    spans.removeAll(backlog);
    fresh.keySet().forEach(spans::remove);
  }

  /** These are to be sent no more. */
  void drop(Spans spans) {
    backlog.removeAll(spans);
    for (Span span : spans.list()) {
      fresh.subMap(span.from(), true, span.through(), true).clear();
    }
  }

  long count() {
    return fresh.size() + backlog.count();
  }
}
