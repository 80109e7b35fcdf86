package io.minewatch.ingest.gateway.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Starts at the wall clock's time and never jumps from there: a wall clock that is set must not
 * make every message look old.
 */
final class SteadyClock extends Clock {
  private final Instant start;
  private final long startNanos = System.nanoTime();

  SteadyClock(Clock wall) {
    start = wall.instant();
  }

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
