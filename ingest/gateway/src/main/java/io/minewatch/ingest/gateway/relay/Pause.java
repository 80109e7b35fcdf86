package io.minewatch.ingest.gateway.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of message that the broker refuses stands back for a while, twice as long each time, and
 * keeps no other kind from going.
 */
final class Pause {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final List<Long> aside = new ArrayList<>();
  private Duration next = FIRST;
  private @Nullable Instant until;

  boolean lasts(Instant now) {
    return until != null && now.isBefore(until);
  }

  /** Begins anew; gives how long it is. */
  Duration begin(Instant now) {
    Duration length = next;
    until = now.plus(length);
    Duration doubled = length.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return length;
  }

  /** The broker takes the kind. */
  void wasTaken() {
    next = FIRST;
  }

  void end() {
    until = null;
  }

  void putAside(long sequence) {
    aside.add(sequence);
  }

  /** What was put aside, which it is no more. */
  List<Long> takeBack() {
    List<Long> back = List.copyOf(aside);
    aside.clear();
    return back;
  }
}
