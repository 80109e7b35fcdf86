package io.minewatch.alerting.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.minewatch.alerting.count.StepTaken;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from a reading to a finding, from there to the database, to the first call, and
 * to each answer. Drills, the test reading, past facts and what came a second time are not among
 * it.
 */
public final class ChainMeters {
  private static final Duration[] MACHINE = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  private static final Duration[] PEOPLE = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(10),
    Duration.ofMinutes(30),
    Duration.ofHours(2)
  };

  private final Timer judged;
  private final Timer taken;

  /** Times that cannot be: a clock of another machine is ahead. */
  private final Counter ahead;

  private final Map<StepTaken.Kind, Timer> steps = new EnumMap<>(StepTaken.Kind.class);
  private final Clock clock;

  /** Registers them. */
  public ChainMeters(MeterRegistry meters, Clock clock) {
    this.clock = clock;
    this.judged =
        Timer.builder("minewatch.finding.judged").serviceLevelObjectives(MACHINE).register(meters);
    this.taken =
        Timer.builder("minewatch.finding.taken").serviceLevelObjectives(MACHINE).register(meters);
    this.ahead = meters.counter("minewatch.finding.clock.ahead");
    for (StepTaken.Kind kind : StepTaken.Kind.values()) {
      steps.put(
          kind,
          Timer.builder("minewatch.chain.step")
              .tag("step", kind.name().toLowerCase(Locale.ROOT))
              .serviceLevelObjectives(PEOPLE)
              .register(meters));
    }
  }

  /** An incident has taken a live finding: it is in the database now. */
  public void took(Finding finding) {
    if (finding.check() == Check.LIMIT && finding.kind() == FindingKind.OPENED) {
      // Of no other: silence and holds are judged by time, long after the reading came.
      time(judged, finding.received(), finding.judged());
    }
    time(taken, finding.judged(), clock.instant());
  }

  /** Never fails: the finding is safe by now, whatever times it names. */
  private void time(Timer timer, Instant from, Instant to) {
    try {
      long nanos = Duration.between(from, to).toNanos();
      if (nanos < 0) {
        ahead.increment();
      }
      timer.record(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (ArithmeticException e) { // centuries apart
      ahead.increment();
    }
  }

  /** A step of an incident, which answers the one before it. */
  public void took(StepTaken step) {
    Timer timer = steps.get(step.kind());
    Duration took = step.took();
    if (timer != null && took != null) {
      timer.record(took);
    }
  }
}
