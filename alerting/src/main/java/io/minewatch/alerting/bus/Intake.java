package io.minewatch.alerting.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.desk.Troubles.Kind;
import io.minewatch.alerting.journal.ParkedRows.Parked;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one finding to the desk. While the database fails it is tried again for ever and not
 * acknowledged, so nothing is lost. What fails by its own fault is parked, committed, told to
 * everybody and then acknowledged. Doubled and late findings are the desk's matter.
 */
public final class Intake {
  /** Tries of a message that fails by its own fault, before it is parked. */
  static final int TRIES = 3;

  /** Of the database: doubled with every failure, from the first to the last. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private static final Duration LAST_PAUSE = Duration.ofSeconds(30);

  /** Keeps the doubling from overflowing. */
  private static final int MOST_DOUBLED = 20;

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private final Consumer<Finding> desk;
  private final FindingsTaken taken;
  private final Store store;
  private final Troubles troubles;
  private final MeterRegistry meters;

  /** Told from zero, before the first. */
  private final Counter findings;

  private final Counter retried;
  private final Clock clock;
  private final Duration pause;

  public Intake(
      Consumer<Finding> desk,
      FindingsTaken taken,
      Store store,
      Troubles troubles,
      MeterRegistry meters,
      Clock clock) {
    this(desk, taken, store, troubles, meters, clock, FIRST_PAUSE);
  }

  Intake(
      Consumer<Finding> desk,
      FindingsTaken taken,
      Store store,
      Troubles troubles,
      MeterRegistry meters,
      Clock clock,
      Duration pause) {
    this.desk = desk;
    this.taken = taken;
    this.store = store;
    this.troubles = troubles;
    this.meters = meters;
    this.findings = meters.counter("minewatch.alerting.findings");
    this.retried = meters.counter("minewatch.alerting.findings.retried");
    this.clock = clock;
    this.pause = pause;
    meters.gauge("minewatch.alerting.parked.waiting", store.parked(), rows -> rows.waiting());
  }

  /** A message on its way. Worked by one thread at a time. */
  static final class Pending {
    private final Envelope message;
    private final Runnable acknowledge;
    private int failures;
    private int pauses;
    private @Nullable String reason;

    Pending(Envelope message, Runnable acknowledge) {
      this.message = message;
      this.acknowledge = acknowledge;
    }
  }

  /** Works a message; answers after how long to try it again, or null when that is not needed. */
  @Nullable Duration work(Pending next) {
    boolean kept = true;
    try {
      if (next.reason == null) {
        next.reason = take(next.message.topic(), next.message.payload());
      }
      if (next.reason != null) {
        kept = park(next, next.reason);
      }
    } catch (RuntimeException | StackOverflowError e) {
      return failed(next, e);
    }
    troubles.over(Kind.DATABASE);
    next.acknowledge.run();
    if (kept) { // else the judge job is to send it again
      taken.add(next.message.topic(), next.message.payload());
    }
    return null;
  }

  /** Answers what makes it unreadable, or null when the desk has taken it. */
  private @Nullable String take(String topic, byte[] payload) {
    Finding finding;
    try {
      finding = Messages.read(payload, Finding.class);
    } catch (WireException e) {
      meters.counter("minewatch.alerting.refused", "reason", e.reason().name()).increment();
      return e.reason() + " " + e.detail();
    }
    if (!finding.mine().value().equals(Topic.mineOf(topic))) {
      meters.counter("minewatch.alerting.refused", "reason", "WRONG_TOPIC").increment();
      return "WRONG_TOPIC the finding names mine " + finding.mine();
    }
    desk.accept(finding);
    findings.increment();
    return null;
  }

  private Duration failed(Pending next, Throwable e) {
    if (Failure.of(e) == Failure.MESSAGE) {
      next.failures++;
      next.reason = next.failures < TRIES ? null : String.valueOf(e);
      LOG.warn("a message on {} failed by itself, try {}", next.message.topic(), next.failures, e);
      return pause;
    }
    long doubled = pause.toMillis() << Math.min(next.pauses++, MOST_DOUBLED);
    Duration again = Duration.ofMillis(Math.min(doubled, LAST_PAUSE.toMillis()));
    retried.increment();
    if (troubles.stands(Kind.DATABASE, 1, clock.instant())) {
      LOG.error("the database does not take findings; none is acknowledged until it does", e);
    } else {
      LOG.warn("the database still fails, next try in {}: {}", again, e.getMessage());
    }
    return again;
  }

  /** Whether there was room for it. */
  private boolean park(Pending next, String reason) {
    Envelope message = next.message;
    int times = Math.max(1, next.failures);
    String id = keep(message.topic(), message.payload(), reason, times);
    if (id.isEmpty()) {
      meters.counter("minewatch.alerting.parked.overflow").increment();
      LOG.error("too many messages are parked, one on {} is let go: {}", message.topic(), reason);
    } else {
      meters.counter("minewatch.alerting.parked").increment();
      LOG.error("message {} on {} is parked: {}", id, message.topic(), reason);
    }
    return !id.isEmpty();
  }

  /** Parks in one transaction; answers the id, empty if too many wait already. */
  private String keep(String topic, byte[] payload, String reason, int times) {
    Instant now = clock.instant();
    String id =
        store
            .database()
            .write(
                () ->
                    Objects.requireNonNullElse(
                        store.parked().park(topic, payload, reason, times, now), ""));
    troubles.stands(Kind.PARKED, store.parked().waiting(), now);
    return id;
  }

  /** Tells how many are parked; also at a start. */
  public void tellParked() {
    troubles.stands(Kind.PARKED, store.parked().waiting(), clock.instant());
  }

  /**
   * Works a parked message once more, as an administrator asked.
   *
   * @return what is wrong with it still, or null if it was worked
   */
  public @Nullable String retry(Parked parked, String by) {
    String wrong;
    try {
      wrong = take(parked.topic(), parked.payload());
    } catch (RuntimeException e) {
      if (Failure.of(e) == Failure.DATABASE) {
        throw e;
      }
      wrong = String.valueOf(e);
      LOG.warn("parked message {} failed again", parked.id(), e);
    }
    if (wrong != null) {
      keep(parked.topic(), parked.payload(), wrong, 1);
      return wrong;
    }
    store
        .database()
        .write(
            () -> {
              store.parked().settled(parked.id(), by, clock.instant());
              return true;
            });
    LOG.info("parked message {} was worked after all, tried by {}", parked.id(), by);
    tellParked();
    return null;
  }
}
