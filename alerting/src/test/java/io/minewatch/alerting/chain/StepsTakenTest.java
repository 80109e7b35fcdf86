package io.minewatch.alerting.chain;

import static io.minewatch.alerting.chain.Chains.at;
import static io.minewatch.alerting.chain.Chains.opened;
import static io.minewatch.alerting.chain.Chains.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.count.Counters;
import io.minewatch.alerting.count.StepTaken;
import io.minewatch.alerting.count.StepTaken.Kind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the steps of the chain count as; above all how long a withdrawal took, and of how many. */
class StepsTakenTest {
  private static final int HOUR = 3_600;
  private final List<Counters.Taken> steps = new ArrayList<>();
  private Incident now = Chains.after(opened(), Chains.arrives(at(0), Severity.ORANGE));

  private void take(Act... acts) {
    for (Act act : acts) {
      Verdict.Moved moved = (Verdict.Moved) AlertChain.decide(now, act, Chains.RULES);
      for (Event event : moved.events()) {
        StepTaken step = StepTaken.of(now, event);
        if (step != null) {
          int before = steps.stream().mapToInt(each -> each.step().people()).max().orElse(0);
          steps.add(new Counters.Taken("i-1", Chains.MINE.value(), step, before));
        }
        now = Fold.evolve(now, event);
      }
    }
  }

  /** Of each time that the zones were proven empty: how long it took, null for no time. */
  private List<@Nullable Duration> times() {
    return steps.stream()
        .map(Counters.Taken::step)
        .filter(step -> step.kind() == Kind.EMPTIED)
        .map(StepTaken::took)
        .toList();
  }

  private static OrderMuster inside(int number, int listed, String... cards) {
    List<Remaining> remaining =
        Arrays.stream(cards)
            .map(
                card ->
                    new Remaining(
                        new CardId(card), Remaining.State.MOVING, Chains.FACE, at(0), at(1)))
            .toList();
    return new OrderMuster(new OrderId("o-" + number), listed, remaining, null, null);
  }

  /** Everybody is out, the last of them at this second; below zero when nobody was there. */
  private static OrderMuster out(int number, int listed, int left, int proven) {
    return new OrderMuster(
        new OrderId("o-" + number), listed, List.of(), left < 0 ? null : at(left), at(proven));
  }

  private static Act count(int second, OrderMuster... orders) {
    return new Act.Mustered(
        at(second),
        new Muster(Chains.MINE, at(second), at(second), 9, List.of(), 0, List.of(orders)));
  }

  @Test
  void aWithdrawalTakesFromItsFirstOrderToTheProofThatAllAreOut() {
    take(order(at(10), "ann", 1), count(12, inside(1, 1, "a")));
    take(order(at(70), "ann", 2, Chains.RETURN));
    take(count(610, out(1, 1, 600, 610), out(2, 0, -1, 610)));
    assertThat(times()).containsExactly(Duration.ofMinutes(10));
  }

  @Test
  void zonesInWhichNobodyStoodSayNothingOfHowLongPeopleNeed() {
    take(order(at(10), "ann", 1), count(15, out(1, 0, -1, 15)));
    assertThat(now.stage().name()).isEqualTo(StageName.WITHDRAWN);
    take(order(at(20), "ann", 2, Chains.RETURN));
    take(count(25, out(1, 0, -1, 25), out(2, 3, 19, 25)));
    assertThat(now.stage().name()).isEqualTo(StageName.WITHDRAWN);
    assertThat(steps.stream().filter(each -> each.step().kind() == Kind.EMPTIED)).hasSize(2);
    assertThat(times()).as("nobody there; all gone before the order").containsOnlyNulls();
  }

  @Test
  void whoGoesInAgainAndComesOutBeganNoWithdrawal() {
    take(order(at(10), "ann", 1), count(12, inside(1, 1, "a")), count(610, out(1, 1, 600, 610)));
    take(count(5 * HOUR, inside(1, 2, "b")));
    assertThat(now.stage().name()).isEqualTo(StageName.WITHDRAWING);
    take(count(5 * HOUR + 60, out(1, 2, 5 * HOUR + 50, 5 * HOUR + 60)));
    assertThat(now.stage().name()).isEqualTo(StageName.WITHDRAWN);
    assertThat(times()).containsExactly(Duration.ofMinutes(10), null);
  }

  @Test
  void anOrderHoursAfterTheFirstBeginsAWithdrawalOfItsOwn() {
    take(order(at(10), "ann", 1), count(12, inside(1, 1, "a")), count(610, out(1, 1, 600, 610)));
    int later = 3 * HOUR;
    take(order(at(later), "ann", 2, Chains.RETURN));
    take(count(later + 5, out(1, 1, 600, later + 5), inside(2, 1, "b")));
    take(count(later + 480, out(1, 1, 600, later + 480), out(2, 1, later + 470, later + 480)));
    assertThat(times()).containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(8));
    int empty = 4 * HOUR;
    take(order(at(empty), "ann", 3, Chains.FACE, Chains.RETURN));
    take(
        count(
            empty + 5,
            out(1, 1, 600, empty + 5),
            out(2, 1, later + 470, empty + 5),
            out(3, 2, later + 470, empty + 5)));
    assertThat(times()).as("all had left hours before").hasSize(3).endsWith((Duration) null);
  }

  @Test
  void peopleOfTwoOrdersAreCountedOnceAndRescuersAreLeftOut() {
    take(order(at(10), "ann", 1), order(at(11), "ann", 2, Chains.RETURN));
    take(count(12, inside(1, 3, "a", "b", "c"), inside(2, 3, "c", "d", "r")));
    take(new Act.MarkCard(at(13), "ann", new CardId("r"), Act.Mark.RESCUER, "team 1"));
    take(count(90, out(1, 3, 80, 90), out(2, 3, 85, 90)));
    assertThat(Counters.of(steps).withdrawn()).as("a, b, c, d").isEqualTo(4);
    int january = steps.size();
    take(order(at(100), "ann", 3, Chains.FACE, Chains.RETURN));
    take(count(110, out(1, 3, 80, 110), out(2, 3, 85, 110), inside(3, 2, "e", "f")));
    take(count(190, out(1, 3, 80, 190), out(2, 3, 85, 190), out(3, 2, 180, 190)));
    assertThat(Counters.of(steps).withdrawn()).as("and e and f").isEqualTo(6);
    assertThat(Counters.of(steps.subList(january, steps.size())).withdrawn())
        .as("of a period in which the second is alone: e and f")
        .isEqualTo(2);
  }

  @Test
  void whoHadLeftBeforeTheFirstCountIsKnownByNumber() {
    take(order(at(10), "ann", 1), count(12, inside(1, 7, "a")), count(90, out(1, 7, 80, 90)));
    assertThat(Counters.of(steps).withdrawn()).isEqualTo(7);
  }

  @Test
  void whoAnswersBeforeAChannelHasTheCallWasReachedAsWell() {
    take(new Act.Acknowledge(at(2), "ann", now.version()));
    Counters counters = Counters.of(steps);
    assertThat(counters.answered()).isEqualTo(1);
    assertThat(counters.calls()).as("no more answers than calls").isEqualTo(1);
    assertThat(counters.times()).as("to no call").doesNotContainKey(Kind.ACKNOWLEDGED);
  }

  @Test
  void anAnswerToACallIsOneOfOneAndHasItsTime() {
    take(new Act.CallPlaced(at(1), "c-1", 1), new Act.Acknowledge(at(21), "ann", now.version()));
    Counters counters = Counters.of(steps);
    assertThat(List.of(counters.calls(), counters.answered())).containsExactly(1, 1);
    assertThat(counters.times())
        .hasEntrySatisfying(
            Kind.ACKNOWLEDGED, of -> assertThat(of.median()).isEqualTo(Duration.ofSeconds(20)));
  }
}
