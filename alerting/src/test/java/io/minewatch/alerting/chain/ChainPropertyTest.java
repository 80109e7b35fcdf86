package io.minewatch.alerting.chain;

import static io.minewatch.alerting.chain.Chains.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in whatever order. Seeded: a failure names the seed that makes it again. */
class ChainPropertyTest {
  private static final int RUNS = 3_000;
  private static final int ACTS = 60;

  @Test
  void noOrderOfActsClosesWithSomebodyInsideOrAFindingOpenExceptByForce() {
    int closed = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      Incident state = Chains.opened();
      List<Event> journal = new ArrayList<>();
      journal.add(new Event.Opened(Chains.T, "i-1", Chains.MINE, false, Chains.T));
      for (int i = 0; i < ACTS && state.isOpen(); i++) {
        Act act = any(random, state, i * 20 + random.nextInt(20));
        if (AlertChain.decide(state, act, Chains.RULES) instanceof Verdict.Moved moved) {
          for (Event event : moved.events()) {
            if (event instanceof Event.Closed end) {
              check(seed, state, end);
              closed += end.how() == Closing.ON_EVIDENCE ? 1 : 0;
            }
            state = Fold.evolve(state, event);
            journal.add(event);
          }
        }
      }
      assertThat(Fold.replay(journal)).as("seed %s", seed).isEqualTo(state);
    }
    assertThat(closed).as("the generator must reach closes on evidence").isGreaterThan(20);
  }

  private static void check(int seed, Incident before, Event.Closed end) {
    if (end.how() == Closing.FORCED) {
      assertThat(end.note()).isNotBlank();
      assertThat(before.handlers()).as("seed %s", seed).isNotEmpty().doesNotContain(end.by());
      return;
    }
    assertThat(before.openFindings()).as("seed %s", seed).isEmpty();
    if (end.how() == Closing.ON_EVIDENCE) {
      assertThat(before.handlers()).as("seed %s", seed).isNotEmpty().doesNotContain(end.by());
      before
          .openOrders()
          .forEach(
              order -> {
                Event.Proof proof = before.proof();
                assertThat(proof).as("seed %s", seed).isNotNull();
                assertThat(proof.book()).isGreaterThanOrEqualTo(order.book());
                assertThat(proof.lastFix()).isAfter(order.order().issued());
                assertThat(proof.orders())
                    .filteredOn(m -> m.order().equals(order.order().id()))
                    .hasSize(1)
                    .allMatch(m -> m.remaining().isEmpty());
              });
    }
  }

  private static Act any(Random random, Incident state, int second) {
    var at = at(second);
    String who = random.nextBoolean() ? "ann" : "bob";
    long version = random.nextInt(5) == 0 ? random.nextInt(20) : state.version();
    int orders = state.orders().size();
    return switch (random.nextInt(13)) {
      case 0 ->
          new Act.FindingArrived(
              at,
              Chains.finding(
                  "f-" + random.nextInt(2),
                  random.nextInt(3) + 1,
                  List.of(FindingKind.RAISED, FindingKind.BLIND, FindingKind.LOWERED)
                      .get(random.nextInt(3)),
                  List.of(Severity.values()).get(random.nextInt(4))));
      case 1, 2, 3 ->
          new Act.FindingArrived(
              at,
              Chains.finding(
                  "f-" + random.nextInt(2),
                  random.nextInt(6) + 1,
                  FindingKind.CLEARED,
                  Severity.ORANGE));
      case 4 -> new Act.CallPlaced(at, "c-1", 1);
      case 5 -> new Act.Acknowledge(at, who, version);
      case 6 -> new Act.Respond(at, who, "cut");
      case 7 -> random.nextInt(3) == 0 ? Chains.order(at, who, orders + 1) : pass(at);
      case 8 -> Chains.musters(at, random.nextInt(orders + 2), orders, random.nextInt(3));
      case 9 -> new Act.Release(at, who, version);
      case 10 -> new Act.Close(at, who, version, "");
      case 11 ->
          random.nextInt(20) == 0 ? new Act.ForceClose(at, who, version, "reason") : pass(at);
      default -> pass(at);
    };
  }

  private static Act pass(Instant at) {
    return new Act.TimePassed(at, Act.Occasion.ON_TIME);
  }
}
