package io.minewatch.alerting.chain;

import static io.minewatch.alerting.chain.Chains.FACE;
import static io.minewatch.alerting.chain.Chains.RETURN;
import static io.minewatch.alerting.chain.Chains.after;
import static io.minewatch.alerting.chain.Chains.at;
import static io.minewatch.alerting.chain.Refusal.MUSTER_NOT_PROVEN;
import static io.minewatch.alerting.chain.Refusal.MUSTER_TOO_OLD;
import static io.minewatch.alerting.chain.Refusal.NO_WITHDRAWAL_PROVEN;
import static io.minewatch.alerting.chain.Refusal.PEOPLE_REMAIN;
import static io.minewatch.alerting.chain.Refusal.READINGS_NOT_RESTORED;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a close on evidence asks for. A count is proof for a minute here. */
class EvidenceTest {
  private final Incident responding =
      after(
          Chains.opened(),
          Chains.arrives(at(0), Severity.ORANGE),
          new Act.CallPlaced(at(1), "c-1", 1),
          new Act.Acknowledge(at(2), "ann", 3),
          new Act.Respond(at(3), "ann", "cut"));

  private final Incident cleared = after(responding, Chains.clears(at(10), 1));

  private static List<Refusal> missing(Incident incident, int second) {
    return Evidence.missing(incident, at(second), Chains.RULES);
  }

  private static Act found(int second, String id, int fact, FindingKind kind, ZoneId zone) {
    return Chains.found(at(second), Chains.finding(id, fact, kind, Severity.ORANGE, zone));
  }

  private static Verdict close(Incident incident, int second) {
    return AlertChain.decide(
        incident, new Act.Close(at(second), "bob", incident.version(), ""), Chains.RULES);
  }

  @Test
  void aClearedFindingIsRestoredAtOnceBecauseJudgingHasCountedTheHold() {
    assertThat(missing(responding, 9)).contains(READINGS_NOT_RESTORED);
    assertThat(missing(cleared, 10)).containsExactly(NO_WITHDRAWAL_PROVEN);
    Incident risen = after(cleared, found(11, "f-1", 2, FindingKind.RAISED, FACE));
    assertThat(missing(risen, 12)).containsExactly(NO_WITHDRAWAL_PROVEN, READINGS_NOT_RESTORED);
  }

  @Test
  void anAlarmOfTheMinesOwnSystemKeepsNothingOpenButACallForHelpDoes() {
    Incident beside = after(responding, Chains.found(at(5), own(Severity.BLUE)));
    Verdict clears = AlertChain.decide(beside, Chains.clears(at(10), 1), Chains.RULES);
    assertThat(((Verdict.Moved) clears).events())
        .hasAtLeastOneElementOfType(Event.ReadingsRestored.class);
    assertThat(missing(after(beside, Chains.clears(at(10), 1)), 11))
        .containsExactly(NO_WITHDRAWAL_PROVEN);

    Incident calls = after(responding, Chains.found(at(5), own(Severity.RED)));
    assertThat(missing(after(calls, Chains.clears(at(10), 1)), 11)).contains(READINGS_NOT_RESTORED);
  }

  private static Finding own(Severity severity) {
    Finding like = Chains.finding("f-9", 0, FindingKind.OPENED, severity);
    return new Finding(
        like.id(),
        like.fact(),
        like.kind(),
        like.mine(),
        like.subject(),
        like.zone(),
        like.measure(),
        like.unit(),
        Check.REPORTED,
        "own",
        severity,
        like.onset(),
        like.measured(),
        like.received(),
        like.judged(),
        null,
        like.quality(),
        0,
        0,
        like.peakAt(),
        1,
        Map.of());
  }

  @Test
  void withoutAnOrderThereIsNoCloseButByForceAndForceSaysWhatWasLacking() {
    assertThat(close(cleared, 20))
        .isEqualTo(new Verdict.Refused(NO_WITHDRAWAL_PROVEN, NO_WITHDRAWAL_PROVEN.english()));

    Incident proposed =
        after(cleared, new Act.ForceClose(at(21), "bob", cleared.version(), "test gas"));
    Verdict verdict =
        AlertChain.decide(
            proposed,
            new Act.Confirm(at(22), "cid", proposed.version(), Proposal.What.FORCE_CLOSE),
            Chains.RULES);
    assertThat(((Verdict.Moved) verdict).events())
        .containsExactly(
            new Event.Closed(
                at(22), "cid", "test gas", Closing.FORCED, List.of(NO_WITHDRAWAL_PROVEN), "bob"));
  }

  @Test
  void whereNobodyCanBeWithdrawnTheReadingsAreEnough() {
    Incident onTop =
        after(
            Chains.opened(),
            new Act.FindingArrived(
                at(0),
                Chains.finding("f-1", 0, FindingKind.OPENED, Severity.ORANGE),
                Event.Ground.SURFACE),
            new Act.CallPlaced(at(1), "c-1", 1),
            new Act.Acknowledge(at(2), "ann", 3),
            new Act.Respond(at(3), "ann", "cut"),
            new Act.FindingArrived(
                at(9),
                Chains.finding("f-1", 1, FindingKind.CLEARED, Severity.ORANGE),
                Event.Ground.SURFACE));

    assertThat(close(onTop, 10)).isInstanceOf(Verdict.Moved.class);
  }

  @Test
  void anOrderForAnotherZoneProvesNothingAboutThisOne() {
    Incident elsewhere =
        after(cleared, Chains.order(at(20), "ann", 1, RETURN), Chains.musters(at(25), 1, 1, 0));
    assertThat(missing(elsewhere, 26)).containsExactly(NO_WITHDRAWAL_PROVEN);

    Incident both =
        after(elsewhere, Chains.order(at(30), "ann", 2, FACE), Chains.musters(at(35), 2, 2, 0));
    assertThat(missing(both, 36)).isEmpty();
    Incident spread =
        after(both, found(40, "f-2", 0, FindingKind.OPENED, new ZoneId("intake-0101")));
    assertThat(missing(spread, 41)).contains(NO_WITHDRAWAL_PROVEN);
  }

  @ParameterizedTest(name = "ordered at 20 s, positions of {0} s: proven {1}")
  @CsvSource({"19, false", "20, false", "21, true"})
  void positionsHaveToBeNewerThanTheOrder(int positions, boolean proven) {
    Incident ordered =
        after(
            cleared,
            Chains.order(at(20), "ann", 1),
            Chains.musters(at(30), at(positions), 1, 1, 0));

    assertThat(ordered.stage() instanceof Stage.Withdrawn).isEqualTo(proven);
    assertThat(missing(ordered, 31)).isEqualTo(proven ? List.of() : List.of(MUSTER_NOT_PROVEN));
  }

  @ParameterizedTest(name = "counted at 30 s, closed at {0} s: proven {1}")
  @CsvSource({"89, true", "90, true", "91, false"})
  void aCountThatIsTooOldProvesNothing(int second, boolean proven) {
    Incident ordered =
        after(cleared, Chains.order(at(20), "ann", 1), Chains.musters(at(30), 1, 1, 0));

    assertThat(close(ordered, second) instanceof Verdict.Moved).isEqualTo(proven);
    assertThat(missing(ordered, second)).isEqualTo(proven ? List.of() : List.of(MUSTER_TOO_OLD));
  }

  @Test
  void aCountThatComesTooLateEmptiesNothing() {
    Incident ordered = after(cleared, Chains.order(at(20), "ann", 1));
    Instant counted = at(30);
    var muster = ((Act.Mustered) Chains.musters(counted, 1, 1, 0)).muster();

    assertThat(after(ordered, new Act.Mustered(at(91), muster)).stage())
        .isInstanceOf(Stage.Withdrawing.class);
  }

  @Test
  void theSameCountIsNotedAgainBeforeTheKnownOneGrowsTooOldAndNotSooner() {
    Incident ordered =
        after(cleared, Chains.order(at(20), "ann", 1), Chains.musters(at(30), 1, 1, 0));

    assertThat(after(ordered, Chains.musters(at(59), at(30), 1, 1, 0))).isEqualTo(ordered);
    Incident again = after(ordered, Chains.musters(at(60), at(30), 1, 1, 0));
    assertThat(again.version()).isEqualTo(ordered.version() + 1);
    assertThat(missing(again, 120)).isEmpty();
  }

  @Test
  void whatWasReleasedStaysProvenUntilSomethingIsFoundThereAgain() {
    Incident released =
        after(cleared, Chains.order(at(20), "ann", 1), Chains.musters(at(30), 1, 1, 0));
    released = after(released, new Act.Release(at(40), "bob", released.version()));
    assertThat(missing(released, 4000)).isEmpty();

    Incident again = after(released, found(4001, "f-2", 0, FindingKind.OPENED, FACE));
    again = after(again, found(4070, "f-2", 1, FindingKind.CLEARED, FACE));
    assertThat(missing(again, 4071)).containsExactly(NO_WITHDRAWAL_PROVEN);
    Incident ordered = after(again, Chains.order(at(4080), "ann", 2));
    ordered = after(ordered, Chains.musters(at(4090), 2, 2, 1));
    assertThat(missing(ordered, 4091)).containsExactly(PEOPLE_REMAIN);
  }
}
