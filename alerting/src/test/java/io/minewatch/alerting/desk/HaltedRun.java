package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.bus.OutboxPublisher;
import io.minewatch.alerting.bus.TakingBus;
import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.HaltedDatabase;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.console.ConsoleChannel;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.alerting.rules.Callout;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process that works one incident by a script and may be halted at any commit. What the broker
 * would redeliver, and a person press again, is done again until it was done once without being
 * halted. Arguments: the database file, a file that remembers what was acknowledged, where the
 * webhook is, the script, and {@code before} or {@code after} with the event whose first commit the
 * process does not outlive.
 */
final class HaltedRun {
  static final String INCIDENT = "i-20260101-f-1-0";
  static final Secret SECRET = Secret.key("a-secret-of-the-halted-run");

  /** As a process ends that was killed. */
  static final int KILLED = 137;

  static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

  /**
   * The chain's clocks; a call is due within one. None runs out while a call that was claimed again
   * and again by halted processes waits for its claim to end.
   */
  private static final Duration CLOCK = Duration.ofMinutes(11);

  /** From one step to the next: nobody answers for two of them, and then it is too late. */
  private static final Duration STEP = Duration.ofSeconds(400);

  private final Store store;
  private final Path acknowledged;
  private final Time time;
  private final IncidentDesk desk;
  private final Watchman watchman;
  private final OutboxPublisher publisher;
  private final Caller caller;

  /** The time of the script; outlives a process. */
  static final class Time extends Clock {
    private Instant now = T;

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  HaltedRun(Database database, Path acknowledged, Time time, WebhookChannel webhook) {
    this.store = Store.of(database);
    this.acknowledged = acknowledged;
    this.time = time;
    desk =
        new IncidentDesk(
            store,
            rules(),
            new GroupRules(CLOCK, List.of(), Set.of(Hazard.PEOPLE)),
            time,
            incident -> {},
            new CallDesk(store, calls()));
    caller = new Caller(store, desk, desk.calls(), time, lane -> Runnable::run, (c, r) -> {});
    caller.add(new ConsoleChannel(mine -> false, caller));
    caller.add(webhook);
    watchman = new Watchman(store, desk, caller, time);
    publisher = new OutboxPublisher(store, new TakingBus());
  }

  static WebhookChannel webhook(String url, Time time) {
    return new WebhookChannel(
        new WebhookChannel.Settings(URI.create(url), SECRET, Duration.ofSeconds(10)), time);
  }

  private static CallPlan calls() {
    List<String> both = List.of(Callout.CONSOLE, WebhookChannel.NAME);
    return new CallPlan(
        new Callout(
            Map.of(1, both, 2, both),
            List.of(),
            Duration.ZERO,
            Duration.ZERO,
            List.of(),
            Callout.console().attendance(),
            Callout.console().freshness()),
        Map.of(Callout.CONSOLE, Aim.PERSON, WebhookChannel.NAME, Aim.RUNG),
        mine -> mine,
        () -> 10);
  }

  static ChainRules rules() {
    Map<Severity, ChainRules.Clocks> all = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      all.put(severity, new ChainRules.Clocks(CLOCK, List.of(CLOCK), CLOCK, CLOCK, CLOCK));
    }
    return new ChainRules(
        Severity.YELLOW,
        List.of("dispatcher", "leader"),
        all,
        CLOCK,
        CLOCK,
        new ChainRules.Shelving(Duration.ofHours(8), Severity.RED, Set.of(Hazard.PEOPLE)));
  }

  public static void main(String[] args) throws Exception {
    try (Database database = Database.open("jdbc:sqlite:" + args[0], "", "")) {
      Time time = new Time();
      String where = args[4];
      Store seen = Store.of(database);
      Database its =
          HaltedDatabase.of(
              database, () -> halt(where, "before", seen), () -> halt(where, "after", seen));
      new HaltedRun(its, Path.of(args[1]), time, webhook(args[2], time))
          .work(HaltedScript.valueOf(args[3]));
    }
    System.out.println("done");
  }

  /** Without any clean-up, where the journal holds an event that it is not to outlive. */
  private static void halt(String where, String when, Store seen) {
    String event = where.substring(where.indexOf(':') + 1);
    if (where.startsWith(when) && HaltedLeft.types(seen).contains(event)) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /** Goes on with the script to its end. */
  void work(HaltedScript script) throws IOException, InterruptedException {
    List<HaltedScript.Step> steps = script.steps(new HaltedHands(store, desk, time));
    for (int i = 0; i < steps.size(); i++) {
      time.now = T.plus(STEP.multipliedBy(i));
      if (i >= done()) {
        steps.get(i).run();
        watchman.round();
        handOverWhatWasClaimed();
        publisher.round();
        Files.writeString(acknowledged, String.valueOf(i + 1));
      }
    }
  }

  /** What a process had claimed that was halted waits until its claim ends. */
  private void handOverWhatWasClaimed() {
    Instant before = time.now;
    Instant last = before.plus(Handover.LEASE.multipliedBy(6));
    while (time.now.isBefore(last) && !store.calls().waiting(last, 1).isEmpty()) {
      time.now = time.now.plus(Handover.LEASE);
      caller.round();
    }
    time.now = before;
  }

  private int done() throws IOException {
    return Files.exists(acknowledged) ? Integer.parseInt(Files.readString(acknowledged)) : 0;
  }

  static Path acknowledged(Path place) {
    return place.resolve("acknowledged");
  }

  /** Works in a process of its own; returns how it ended. */
  static int process(Path place, HttpEnd receiver, HaltedScript script, String where)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(HaltedRun.class.getName());
    command.add(place.resolve("alerting.db").toString());
    command.addAll(List.of(acknowledged(place).toString(), receiver.url(), script.name(), where));
    Path log = place.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).as(Files.readString(log)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
