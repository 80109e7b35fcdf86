package io.minewatch.alerting.desk;

import io.minewatch.alerting.bus.OutboxPublisher;
import io.minewatch.alerting.bus.TakingBus;
import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.console.ConsoleChannel;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.alerting.rules.Callout;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Reason;
import io.minewatch.domain.withdrawal.Remaining;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process that works one incident from its finding to its close, and may be halted at any commit.
 * What the broker would redeliver, and a person press again, is done again until it was done once
 * without being halted. Arguments: the database file, a file that remembers what was acknowledged,
 * and where the webhook is.
 */
final class HaltedRun {
  static final String INCIDENT = "i-20260101-f-1-0";
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  private static final MineCode MINE = new MineCode("140921021337");
  private static final ZoneId FACE = new ZoneId("face-0101");

  /** The chain's clocks; a call is due within one. */
  private static final Duration CLOCK = Duration.ofMinutes(10);

  /** From one step to the next: nobody answers for two of them, and then it is too late. */
  private static final Duration STEP = Duration.ofSeconds(400);

  private static final Secret SECRET = HaltedAtEveryCommitTest.SECRET;

  private final Store store;
  private final Path acknowledged;
  private Instant now = T;
  private final IncidentDesk desk;
  private final Watchman watchman;
  private final OutboxPublisher publisher;
  private final Caller caller;

  private HaltedRun(Database database, Path acknowledged, URI webhook) {
    this.store = Store.of(database);
    this.acknowledged = acknowledged;
    Clock clock =
        new Clock() {
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
        };
    desk =
        new IncidentDesk(
            store,
            rules(),
            new GroupRules(CLOCK, List.of(), Set.of(Hazard.PEOPLE)),
            clock,
            incident -> {},
            new CallDesk(store, calls()));
    caller = new Caller(store, desk, desk.calls(), clock, lane -> Runnable::run, (c, r) -> {});
    caller.add(new ConsoleChannel(mine -> false, caller));
    caller.add(
        new WebhookChannel(
            new WebhookChannel.Settings(webhook, SECRET, Duration.ofSeconds(10)), clock));
    watchman = new Watchman(store, desk, caller, clock);
    publisher = new OutboxPublisher(store, new TakingBus());
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

  private static ChainRules rules() {
    Map<Severity, ChainRules.Clocks> all = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      all.put(severity, new ChainRules.Clocks(CLOCK, List.of(CLOCK), CLOCK, CLOCK, CLOCK));
    }
    return new ChainRules(
        Severity.BLUE,
        List.of("dispatcher", "leader"),
        all,
        CLOCK,
        CLOCK,
        new ChainRules.Shelving(Duration.ofHours(8), Severity.RED, Set.of(Hazard.PEOPLE)));
  }

  public static void main(String[] args) throws Exception {
    try (Database database = Database.open("jdbc:sqlite:" + args[0], "", "")) {
      new HaltedRun(database, Path.of(args[1]), URI.create(args[2])).run();
    }
    System.out.println("done");
  }

  private interface Step {
    void run() throws Exception;
  }

  private void run() throws Exception {
    List<Step> steps =
        List.of(
            () -> desk.finding(finding(0, FindingKind.OPENED, Severity.ORANGE)),
            () -> {}, // the call is placed
            () -> {}, // nobody answers
            () -> act((state, at, book) -> new Act.Acknowledge(at, "ann", state.version())),
            () -> act((state, at, book) -> new Act.Respond(at, "ann", "cut")),
            () -> desk.finding(finding(1, FindingKind.RAISED, Severity.RED)),
            () -> act((state, at, book) -> new Act.OrderWithdrawal(at, "ann", order(at), book)),
            () -> desk.muster(muster(1)),
            () -> desk.muster(muster(0)),
            () -> desk.finding(finding(2, FindingKind.CLEARED, Severity.RED)),
            () -> {
              desk.muster(muster(0));
              act((state, at, book) -> new Act.Close(at, "bob", state.version(), "out"));
            });
    for (int i = 0; i < steps.size(); i++) {
      now = T.plus(STEP.multipliedBy(i));
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
    Instant before = now;
    Instant last = now.plus(Handover.LEASE.multipliedBy(4));
    while (now.isBefore(last) && !store.calls().waiting(last, 1).isEmpty()) {
      now = now.plus(Handover.LEASE);
      caller.round();
    }
    now = before;
  }

  private int done() throws Exception {
    return Files.exists(acknowledged) ? Integer.parseInt(Files.readString(acknowledged)) : 0;
  }

  private void act(IncidentDesk.ActOf act) {
    if (desk.act(INCIDENT, act) == null) {
      throw new IllegalStateException("there is no " + INCIDENT);
    }
  }

  private Finding finding(int fact, FindingKind kind, Severity severity) {
    return new Finding(
        new FindingId("f-1"),
        fact,
        kind,
        MINE,
        Subject.of(new PointId("T1-0101")),
        FACE,
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        severity,
        T,
        now,
        now,
        now,
        1.1,
        Quality.GOOD,
        1.0 + fact,
        1.1,
        T,
        1,
        Map.of());
  }

  private static Order order(Instant at) {
    return new Order(
        new OrderId("o-1"),
        INCIDENT,
        Grade.SURFACE,
        Reason.HARMFUL_GAS,
        List.of(FACE),
        "撤人",
        false,
        T,
        at);
  }

  private Muster muster(int remaining) {
    List<Remaining> inside =
        remaining == 0
            ? List.of()
            : List.of(new Remaining(new CardId("c-1"), Remaining.State.MOVING, FACE, T, now));
    Instant proven = remaining == 0 ? now : null;
    return new Muster(
        MINE,
        now,
        now,
        1,
        List.of(),
        0,
        List.of(new OrderMuster(new OrderId("o-1"), 3, inside, proven, proven)));
  }
}
