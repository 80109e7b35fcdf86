package io.minewatch.alerting.chain;

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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What the tests of the chain are made of. */
final class Chains {
  static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  static final MineCode MINE = new MineCode("140921021337");
  static final ZoneId RETURN = new ZoneId("return-0101");
  static final ZoneId FACE = new ZoneId("face-0101");
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final ChainRules.Shelving SHELVING =
      new ChainRules.Shelving(Duration.ofHours(8), Severity.RED, Set.of(Hazard.PEOPLE));
  static final ChainRules RULES = rules(Severity.YELLOW);

  private Chains() {}

  static ChainRules rules(Severity callFrom) {
    ChainRules.Clocks clocks =
        new ChainRules.Clocks(MINUTE, List.of(MINUTE, MINUTE), MINUTE, MINUTE, MINUTE);
    Map<Severity, ChainRules.Clocks> all = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      all.put(severity, clocks);
    }
    return new ChainRules(
        callFrom, List.of("dispatcher", "leader", "head"), all, MINUTE, MINUTE, SHELVING);
  }

  static Incident opened() {
    return Incident.of(new Event.Opened(T, "i-1", MINE, false, T));
  }

  static Finding finding(String id, int fact, FindingKind kind, Severity severity) {
    return finding(id, fact, kind, severity, FACE);
  }

  static Finding finding(String id, int fact, FindingKind kind, Severity severity, ZoneId zone) {
    return finding(id, fact, kind, severity, zone, Map.of());
  }

  /** At a step at which people must out. */
  static Finding sendsOut(String id, int fact, FindingKind kind) {
    return sendsOut(id, fact, kind, FACE);
  }

  static Finding sendsOut(String id, int fact, FindingKind kind, ZoneId zone) {
    return finding(id, fact, kind, Severity.RED, zone, Map.of(Finding.STEP, "WITHDRAW"));
  }

  private static Finding finding(
      String id,
      int fact,
      FindingKind kind,
      Severity severity,
      ZoneId zone,
      Map<String, String> detail) {
    return new Finding(
        new FindingId(id),
        fact,
        kind,
        MINE,
        Subject.of(new PointId("T1-0101")),
        zone,
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        severity,
        T,
        T,
        T,
        T,
        1.1,
        Quality.GOOD,
        1.0,
        1.1,
        T,
        1,
        detail);
  }

  static Act arrives(Instant at, Severity severity) {
    return found(at, finding("f-1", 0, FindingKind.OPENED, severity));
  }

  static Act clears(Instant at, int fact) {
    return found(at, finding("f-1", fact, FindingKind.CLEARED, Severity.ORANGE));
  }

  static Act found(Instant at, Finding finding) {
    return new Act.FindingArrived(at, finding, Event.Ground.UNDERGROUND);
  }

  static Act order(Instant at, String by, int number) {
    return order(at, by, number, FACE);
  }

  static Act order(Instant at, String by, int number, ZoneId... zones) {
    return new Act.OrderWithdrawal(
        at,
        by,
        new Order(
            new OrderId("o-" + number),
            "i-1",
            Grade.SURFACE,
            Reason.HARMFUL_GAS,
            List.of(zones),
            "撤人",
            false,
            T,
            at),
        number);
  }

  static Act musters(Instant at, long book, int orders, int remaining) {
    return musters(at, at, book, orders, remaining);
  }

  /** A head count that rests on positions of another time. */
  static Act musters(Instant at, Instant positions, long book, int orders, int remaining) {
    List<Remaining> inside =
        IntStream.range(0, remaining)
            .mapToObj(
                i -> new Remaining(new CardId("c-" + i), Remaining.State.NEVER_MOVED, FACE, T, at))
            .toList();
    List<OrderMuster> all =
        IntStream.rangeClosed(1, orders)
            .mapToObj(
                i ->
                    new OrderMuster(
                        new OrderId("o-" + i),
                        3,
                        inside,
                        remaining == 0 ? positions : null,
                        remaining == 0 ? positions : null))
            .toList();
    return new Act.Mustered(at, new Muster(MINE, at, positions, book, List.of(), 0, all));
  }

  /** The state after these acts; each must be legal. */
  static Incident after(Incident state, Act... acts) {
    Incident now = state;
    for (Act act : acts) {
      Verdict verdict = AlertChain.decide(now, act, RULES);
      if (!(verdict instanceof Verdict.Moved moved)) {
        throw new AssertionError(act + " was refused: " + verdict);
      }
      for (Event event : moved.events()) {
        now = Fold.evolve(now, event);
      }
    }
    return now;
  }

  static Instant at(int seconds) {
    return T.plusSeconds(seconds);
  }
}
