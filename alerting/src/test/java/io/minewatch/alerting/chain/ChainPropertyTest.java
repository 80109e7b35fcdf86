package io.minewatch.alerting.chain;

import static io.minewatch.alerting.chain.Chains.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever comes in whatever order. Seeded: a failure names the seed that makes it again. */
class ChainPropertyTest {
  private static final int RUNS = 8_000;
  private static final int ACTS = 90;

  /** Each finding is of one of these. */
  private static final List<ZoneId> ZONES = List.of(Chains.FACE, Chains.RETURN);

  private Random random = new Random(0);
  private Instant counted = Chains.T;

  @Test
  void noOrderOfActsClosesWithSomebodyInsideOrAFindingOpenExceptByForce() {
    int closed = 0;
    int released = 0;
    Map<String, Integer> met = new TreeMap<>();
    for (int seed = 0; seed < RUNS; seed++) {
      List<Event> journal = run(seed);
      Event last = journal.get(journal.size() - 1);
      journal.forEach(event -> met.merge(kind(event), 1, Integer::sum));
      AnswerReading.check("seed " + seed, journal)
          .forEach(lacking -> met.merge(lacking.name(), 1, Integer::sum));
      if (last instanceof Event.Closed end && end.how() == Closing.ON_EVIDENCE) {
        closed++;
        released += journal.stream().anyMatch(Event.Released.class::isInstance) ? 1 : 0;
      }
    }
    assertThat(closed).as("the generator must reach closes on evidence").isGreaterThan(50);
    assertThat(released).as("some of them after a release").isGreaterThan(10);
    assertThat(closed - released).as("and some without").isGreaterThan(10);
    for (String kind :
        List.of(
            "FORCED",
            "HARMLESS",
            "Shelved",
            "Unshelved",
            "Revoked",
            "Lapsed",
            "CardMarked",
            AnswerReading.Lacking.PLACE.name(),
            AnswerReading.Lacking.WITHDRAWAL.name())) {
      // Rare by itself: the same colour and places, and people must out since.
      int least = kind.equals(AnswerReading.Lacking.WITHDRAWAL.name()) ? 3 : 10;
      assertThat(met.getOrDefault(kind, 0))
          .as("the generator must reach " + kind)
          .isGreaterThanOrEqualTo(least);
    }
  }

  private static String kind(Event event) {
    return event instanceof Event.Closed end ? end.how().name() : event.getClass().getSimpleName();
  }

  private List<Event> run(int seed) {
    random = new Random(seed);
    counted = Chains.T;
    Incident state = Chains.opened();
    List<Event> journal = new ArrayList<>();
    journal.add(new Event.Opened(Chains.T, "i-1", Chains.MINE, false, Chains.T));
    for (int i = 0; i < ACTS && state.isOpen(); i++) {
      Act act = any(state, journal, i * 20 + random.nextInt(20));
      if (AlertChain.decide(state, act, Chains.RULES) instanceof Verdict.Moved moved) {
        for (Event event : moved.events()) {
          if (event instanceof Event.Closed end) {
            check("seed " + seed, journal, end);
          }
          TwoPeopleReading.check("seed " + seed, journal, event);
          state = Fold.evolve(state, event);
          journal.add(event);
        }
      }
    }
    assertThat(Fold.replay(journal)).as("seed %s", seed).isEqualTo(state);
    return journal;
  }

  /** Reads the journal anew, without the state that the chain decided by. */
  private static void check(String seed, List<Event> journal, Event.Closed end) {
    if (end.how() != Closing.FELL_BACK) {
      assertThat(Reading.handlers(journal)).as(seed).isNotEmpty().doesNotContain(end.by());
    }
    if (end.how() == Closing.FORCED) {
      assertThat(end.note()).isNotBlank();
      return;
    }
    if (end.how() == Closing.HARMLESS) {
      assertThat(Reading.stillInside(journal)).as(seed).isZero();
    }
    assertThat(Reading.openFindings(journal)).as(seed).isEmpty();
    if (end.how() == Closing.ON_EVIDENCE) {
      assertThat(Reading.zonesNotProven(journal, end.at())).as(seed).isEmpty();
      assertThat(Reading.stillInside(journal)).as(seed).isZero();
    }
  }

  private Act any(Incident state, List<Event> journal, int second) {
    var at = at(second);
    String who = random.nextBoolean() ? "ann" : "bob";
    long version = random.nextInt(5) == 0 ? random.nextInt(20) : state.version();
    int orders = state.orders().size();
    if (state.proposal() != null && random.nextInt(6) == 0) {
      return confirm(at, who, version, state);
    }
    if (state.stage() instanceof Stage.Responding
        && state.isRestored()
        && random.nextInt(24) == 0) {
      return new Act.ShowHarmless(at, who, version, "calibration gas");
    }
    return switch (random.nextInt(18)) {
      case 0 ->
          fact(
              at,
              random.nextInt(3) + 1,
              List.of(FindingKind.RAISED, FindingKind.BLIND, FindingKind.LOWERED)
                  .get(random.nextInt(3)));
      case 1, 2, 3 -> fact(at, random.nextInt(6) + 1, FindingKind.CLEARED);
      case 4 -> new Act.CallPlaced(at, "c-1", 1);
      case 5 ->
          random.nextBoolean() ? new Act.Acknowledge(at, who, version) : fromAfar(at, who, journal);
      case 6 -> new Act.Respond(at, who, "cut");
      case 7 -> random.nextInt(3) == 0 ? order(at, who, orders + 1) : pass(at);
      case 8, 9 -> muster(at, orders);
      case 10 -> new Act.Release(at, who, version);
      case 11, 12 -> new Act.Close(at, who, version, "");
      case 13 -> random.nextInt(10) == 0 ? new Act.ForceClose(at, who, version, "why") : pass(at);
      case 14 -> aside(at, who, version, state);
      case 15 -> confirm(at, who, version, state);
      default -> pass(at);
    };
  }

  /** To a call of a while ago, or to a page that others have overtaken. */
  private Act fromAfar(Instant at, String who, List<Event> journal) {
    int seen = Math.max(1, journal.size() - random.nextInt(8));
    Incident then = Fold.replay(journal.subList(0, seen)); // nothing refused is in it
    Act.Heard heard =
        random.nextInt(3) == 0
            ? Act.Heard.shown(then, journal.subList(seen, journal.size()), Chains.RULES)
            : Act.Heard.of(then, Chains.RULES);
    return new Act.Acknowledge(at, who, then.version(), heard);
  }

  private Act aside(Instant at, String who, long version, Incident state) {
    OrderId order = new OrderId("o-" + (random.nextInt(state.orders().size() + 1) + 1));
    return switch (random.nextInt(5)) {
      case 0 -> new Act.Shelve(at, who, version, "why", at.plusSeconds(random.nextInt(300)));
      case 1 -> new Act.Unshelve(at, who);
      case 2 -> new Act.ShowHarmless(at, who, version, "calibration gas");
      case 3 -> new Act.RevokeOrder(at, who, version, order, "wrong zone");
      default ->
          new Act.MarkCard(at, who, new CardId("c-" + random.nextInt(2)), Act.Mark.RESCUER, "team");
    };
  }

  /** Mostly what waits, by anybody, himself included. */
  private Act confirm(Instant at, String who, long version, Incident state) {
    Proposal waits = state.proposal();
    Proposal.What what =
        waits == null || random.nextInt(8) == 0
            ? List.of(Proposal.What.values()).get(random.nextInt(4))
            : waits.what();
    return new Act.Confirm(at, random.nextInt(3) == 0 ? who : "cid", version, what);
  }

  private Act fact(Instant at, int number, FindingKind kind) {
    int which = random.nextInt(ZONES.size());
    Severity severity = List.of(Severity.values()).get(random.nextInt(4));
    if (random.nextInt(3) == 0) {
      return Chains.found(at, Chains.sendsOut("f-" + which, number, kind, ZONES.get(which)));
    }
    return Chains.found(at, Chains.finding("f-" + which, number, kind, severity, ZONES.get(which)));
  }

  private Act order(Instant at, String who, int number) {
    ZoneId[] zones =
        random.nextInt(3) == 0
            ? new ZoneId[] {ZONES.get(random.nextInt(ZONES.size()))}
            : ZONES.toArray(ZoneId[]::new);
    return Chains.order(at, who, number, zones);
  }

  /** Some come late, some rest on old positions, some are for an older book. */
  private Act muster(Instant at, int orders) {
    Instant made = random.nextInt(4) == 0 ? at.minusSeconds(50 + random.nextInt(40)) : at;
    counted = made.isAfter(counted) ? made : counted;
    Instant positions = random.nextInt(3) == 0 ? counted.minusSeconds(random.nextInt(90)) : counted;
    long book = random.nextInt(3) == 0 ? random.nextInt(orders + 2) : orders;
    Act.Mustered muster =
        (Act.Mustered) Chains.musters(counted, positions, book, orders, random.nextInt(3) / 2);
    return new Act.Mustered(at, muster.muster());
  }

  private static Act pass(Instant at) {
    return new Act.TimePassed(at);
  }
}
