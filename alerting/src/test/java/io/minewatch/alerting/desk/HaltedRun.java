package io.minewatch.alerting.desk;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.OutboxPublisher;
import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.journal.Database;
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
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Reason;
import io.minewatch.domain.withdrawal.Remaining;
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
import java.util.concurrent.CompletableFuture;

/**
 * A process that works one incident from its finding to its close, and may be halted at any commit.
 * What the broker would redeliver, and a person press again, is done again until it was done once
 * without being halted. Arguments: the database file, a file that remembers what was acknowledged.
 */
final class HaltedRun {
  static final String INCIDENT = "i-20260101-f-1-0";
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  private static final MineCode MINE = new MineCode("140921021337");
  private static final ZoneId FACE = new ZoneId("face-0101");

  /** The chain's clocks; a call is due within one. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Store store;
  private final Path acknowledged;
  private Instant now = T;
  private final IncidentDesk desk;
  private final Watchman watchman;
  private final OutboxPublisher publisher;

  private HaltedRun(Database database, Path acknowledged) {
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
            new GroupRules(MINUTE, List.of(), Set.of(Hazard.PEOPLE)),
            clock,
            incident -> {});
    watchman = new Watchman(store, desk, clock);
    publisher = new OutboxPublisher(store, new Taking());
  }

  /** A broker that takes everything. */
  private static final class Taking implements Bus {
    @Override
    public void start(Receiver receiver) {}

    @Override
    public void lead() {}

    @Override
    public void follow() {}

    @Override
    public CompletableFuture<Void> publish(Outgoing message) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean wasForgotten() {
      return false;
    }

    @Override
    public CompletableFuture<Void> offer(Outgoing message) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public void close() {}
  }

  private static ChainRules rules() {
    Map<Severity, ChainRules.Clocks> all = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      all.put(severity, new ChainRules.Clocks(MINUTE, List.of(MINUTE), MINUTE, MINUTE, MINUTE));
    }
    return new ChainRules(
        Severity.BLUE,
        List.of("dispatcher", "leader"),
        all,
        MINUTE,
        MINUTE,
        new ChainRules.Shelving(Duration.ofHours(8), Severity.RED, Set.of(Hazard.PEOPLE)));
  }

  public static void main(String[] args) throws Exception {
    try (Database database = Database.open("jdbc:sqlite:" + args[0], "", "")) {
      new HaltedRun(database, Path.of(args[1])).run();
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
      now = T.plusSeconds(i * 40L);
      if (i >= done()) {
        steps.get(i).run();
        watchman.round();
        publisher.round();
        Files.writeString(acknowledged, String.valueOf(i + 1));
      }
    }
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
