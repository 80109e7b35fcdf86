package io.minewatch.e2e.canary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, put back by what a test is still going to jump over. */
final class ForwardClock extends Clock {
  private final Clock machine = Clock.systemUTC();
  private final AtomicReference<Duration> behind;

  ForwardClock(Duration behind) {
    this.behind = new AtomicReference<>(behind);
  }

  /** Jumps ahead. */
  void jump(Duration by) {
    behind.updateAndGet(before -> before.minus(by));
  }

  @Override
  public Instant instant() {
    return machine.instant().minus(behind.get());
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
