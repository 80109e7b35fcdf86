package io.minewatch.alerting.meter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A figure that is made anew only when it is older than a few seconds: several gauges ask it. */
final class Kept<T> {
  /** How old what is told may be. */
  static final Duration FOR = Duration.ofSeconds(5);

  private record Made<T>(T what, Instant at) {}

  private final Supplier<T> make;
  private final Clock clock;
  private @Nullable Made<T> made;

  Kept(Supplier<T> make, Clock clock) {
    this.make = make;
    this.clock = clock;
  }

  synchronized T get() {
    Instant now = clock.instant();
    Made<T> known = made;
    if (known == null || !known.at().plus(FOR).isAfter(now) || known.at().isAfter(now)) {
      known = new Made<>(make.get(), now);
      made = known;
    }
    return known.what();
  }
}
