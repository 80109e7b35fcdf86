package io.minewatch.alerting.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.rules.Callout;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.MineCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A test reading every minute, of a mine that is none, on the path of all others: broker, judge
 * job, broker, intake, and as far into every channel as can be gone without calling anybody. Its
 * age is the time since one last came all the way; when that is too old, somebody is called by the
 * channels that need no broker.
 */
public final class Canary {
  /** Between test readings. */
  static final Duration EVERY = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Canary.class);
  private final Consumer<Instant> sender;
  private final Supplier<Collection<Channel>> channels;
  private final Caller.Outcomes outcomes;
  private final Executor threads;
  private final Alarm alarm;
  private final Clock clock;
  private Instant started;
  private boolean resting;
  private @Nullable Instant sent;
  private @Nullable Instant found;
  private @Nullable Instant through;

  /** When and how it is told that the canary is dead. */
  public record Alarm(Duration within, Troubles troubles, PlatformCalls calls, List<String> but) {}

  /**
   * Makes a canary; the first reading goes out a minute later.
   *
   * @param sender sends a reading that must be found, of this measured time, and does not wait
   */
  public Canary(
      Consumer<Instant> sender,
      Supplier<Collection<Channel>> channels,
      Caller.Outcomes outcomes,
      Executor threads,
      Alarm alarm,
      Clock clock) {
    this.sender = sender;
    this.channels = channels;
    this.outcomes = outcomes;
    this.threads = threads;
    this.alarm = alarm;
    this.clock = clock;
    this.started = clock.instant();
  }

  /**
   * How it is.
   *
   * @param sent when the last reading went out
   * @param found onset of the newest that came back as a finding
   * @param through onset of the newest that went through the channels as well
   */
  public record Age(
      long seconds, @Nullable Instant sent, @Nullable Instant found, @Nullable Instant through) {}

  /** How it is now. */
  public synchronized Age age() {
    Instant from = resting ? clock.instant() : through == null ? started : through;
    return new Age(Duration.between(from, clock.instant()).toSeconds(), sent, found, through);
  }

  /** Whether it is older than it may be; asked of the clock, whether or not a round was made. */
  public boolean isDead() {
    return age().seconds() > alarm.within().toSeconds();
  }

  /** Whether another instance sends: this one cannot vouch for the way of the alarms. */
  public synchronized boolean isResting() {
    return resting;
  }

  /** Makes the age a metric. */
  public void metered(MeterRegistry meters) {
    meters.gauge("minewatch.canary.age.seconds", this, canary -> canary.age().seconds());
  }

  /** Another instance sends now: of the time until the next round nothing is known here. */
  public synchronized void rest() {
    resting = true;
  }

  private synchronized void wake(Instant now) {
    if (resting) {
      resting = false;
      started = now;
      sent = null;
      through = null;
    }
  }

  /** Sends if it is time to, and looks how old the last one is that came back. */
  public void round() {
    Instant now = clock.instant();
    wake(now);
    Instant due = due(now);
    if (due != null) {
      sender.accept(due);
    }
    if (alarm.troubles().stands(Troubles.Kind.CANARY, isDead() ? 1 : 0, now)) {
      LOG.error("the test reading has not come back for {} s", age().seconds());
      alarm
          .calls()
          .call(
              new PlatformCalls.Trouble(
                  Troubles.Kind.CANARY,
                  now,
                  "自检信号未按时返回，告警通路可能中断，请立即检查",
                  "The test reading does not come back; the way of the alarms may be cut"),
              alarm.but());
    }
  }

  private synchronized @Nullable Instant due(Instant now) {
    Instant last = sent == null ? started : sent;
    if (now.isBefore(last.plus(EVERY))) {
      return null;
    }
    sent = now.truncatedTo(ChronoUnit.MILLIS);
    return sent;
  }

  /** Takes a finding if it is the canary's own; such a finding never becomes an incident. */
  public boolean took(Finding finding) {
    if (!finding.mine().equals(MineCode.CANARY)) {
      return false;
    }
    if (finding.kind() == FindingKind.OPENED) {
      synchronized (this) {
        found = later(found, finding.onset());
      }
      threads.execute(() -> probe(finding.onset()));
    }
    return true;
  }

  /** Every channel is asked; the console's rows are there as long as the database is. */
  private void probe(Instant onset) {
    int others = 0;
    int well = 0;
    for (Channel channel : channels.get()) {
      if (!channel.name().equals(Callout.CONSOLE)) {
        Result result = channel.probe();
        outcomes.took(channel, result);
        others++;
        well += result.isOk() ? 1 : 0;
      }
    }
    if (others == 0 || well > 0) {
      synchronized (this) {
        through = later(through, onset);
      }
    }
  }

  private static Instant later(@Nullable Instant known, Instant other) {
    return known == null || other.isAfter(known) ? other : known;
  }
}
