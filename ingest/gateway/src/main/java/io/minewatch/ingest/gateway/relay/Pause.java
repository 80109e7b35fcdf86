package io.minewatch.ingest.gateway.relay;

import io.minewatch.ingest.gateway.span.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of message that the broker refuses stands back for a while, twice as long each time, and
 * keeps no other kind from going. Then a single message goes as a probe; the others stay aside
 * until the broker takes one.
 */
final class Pause {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** First in, first out: a single message that is refused for ever is not the next probe too. */
  private final Queue<Long> aside = new ArrayDeque<>();

  private Duration next = FIRST;
  private @Nullable Instant until;
  private @Nullable Long probe;
  private @Nullable Long candidate;

  boolean lasts(Instant now) {
    return until != null && now.isBefore(until);
  }

  /** Begins anew; gives how long it is. */
  Duration begin(Instant now) {
    Duration length = next;
    until = now.plus(length);
    probe = null;
    Duration doubled = length.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return length;
  }

  /** Whether a message of the kind may not go now. */
  boolean holdsBack(Instant now) {
    return lasts(now) || probe != null;
  }

  /** Whether it is time for a probe, and none is on the way. */
  boolean wantsProbe(Instant now) {
    return until != null && !holdsBack(now);
  }

  /** A message of the kind goes. */
  void goes(long sequence) {
    probe = until == null ? null : sequence;
  }

  /** A message of the kind has its answer, whatever it is. */
  void answered(long sequence) {
    if (probe != null && probe == sequence) {
      probe = null;
    }
  }

  /** The broker takes the kind; what went before it was refused ends no pause. */
  void wasTaken(Instant now) {
    next = FIRST;
    if (!lasts(now)) {
      end();
    }
  }

  void end() {
    until = null;
    probe = null;
  }

  boolean hasEnded() {
    return until == null;
  }

  void putAside(long sequence) {
    aside.add(sequence);
  }

  /**
   * Takes back the one that was put aside first, to be the probe; null for none, or while the one
   * that was taken back before waits to go: each turn would take back one more.
   */
  @Nullable Long takeBackOne(LongPredicate waits) {
    if (candidate != null && waits.test(candidate)) {
      return null;
    }
    candidate = aside.poll();
    return candidate;
  }

  /** What was put aside, which it is no more. */
  List<Long> takeBack() {
    List<Long> back = List.copyOf(aside);
    aside.clear();
    return back;
  }

  void gaveUp(Spans spans) {
    aside.removeIf(spans::contains);
  }
}
