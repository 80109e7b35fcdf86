package io.minewatch.alerting.chain;

import static io.minewatch.alerting.chain.Chains.after;
import static io.minewatch.alerting.chain.Chains.at;
import static io.minewatch.alerting.chain.Chains.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.withdrawal.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoPeopleTest {
  private final Incident acknowledged = acknowledged(Severity.ORANGE);
  private final Incident responding = after(acknowledged, new Act.Respond(at(3), "ann", "cut"));

  private static Incident acknowledged(Severity severity) {
    Incident called = after(opened(), Chains.arrives(at(0), severity), call(1));
    return after(called, new Act.Acknowledge(at(2), "ann", called.version()));
  }

  private static Act call(int second) {
    return new Act.CallPlaced(at(second), "c-1", 1);
  }

  private static Act.Shelve shelve(Incident incident, int second, Instant until) {
    return new Act.Shelve(at(second), "ann", incident.version(), "calibration", until);
  }

  private static Act confirm(Incident incident, int second, String by, Proposal.What what) {
    return new Act.Confirm(at(second), by, incident.version(), what);
  }

  private static Refusal refusal(Incident incident, Act act) {
    return ((Verdict.Refused) AlertChain.decide(incident, act, Chains.RULES)).refusal();
  }

  @Test
  void anAcknowledgementThatNothingFollowsLeadsBackToCallingOneRungUp() {
    assertThat(after(acknowledged, new Act.TimePassed(at(61)))).isEqualTo(acknowledged);
    Incident lapsed = after(acknowledged, new Act.TimePassed(at(62)));
    assertThat(lapsed.stage().name()).isEqualTo(StageName.WARNED);
    assertThat(lapsed.due()).isEqualTo(new Due(Due.What.CALL, at(122), 2));
    assertThat(refusal(lapsed, new Act.Respond(at(70), "ann", "late"))).isEqualTo(Refusal.NOT_OPEN);
    assertThat(refusal(lapsed, new Act.Acknowledge(at(70), "bob", acknowledged.version())))
        .as("what bob saw was an incident that somebody worked on")
        .isEqualTo(Refusal.STALE);
  }

  @Test
  void anAcknowledgementOfOrangeIsNoneOfRed() {
    Incident worse =
        after(
            acknowledged,
            Chains.found(at(5), Chains.finding("f-1", 1, FindingKind.RAISED, Severity.RED)));
    assertThat(worse.stage().name()).isEqualTo(StageName.WARNED);
    assertThat(worse.due()).isEqualTo(new Due(Due.What.CALL, at(65), 1));
  }

  @Test
  void oneRespondingGoesOnRespondingWhenItGetsWorse() {
    Incident worse =
        after(
            responding,
            Chains.found(at(5), Chains.finding("f-1", 1, FindingKind.RAISED, Severity.RED)));
    assertThat(worse.stage().name()).isEqualTo(StageName.RESPONDING);
  }

  @Test
  void aShelvedIncidentReturnsByItselfAndWhatWasOwedIsOwedAnew() {
    Incident shelved = after(acknowledged, shelve(acknowledged, 10, at(1_000)));
    assertThat(shelved.shelf()).isEqualTo(new Shelf("ann", null, "calibration", at(1_000)));
    assertThat(shelved.wakeAt()).isEqualTo(at(1_000));
    Incident back = after(shelved, new Act.TimePassed(at(1_000)));
    assertThat(back.shelf()).isNull();
    assertThat(back.due()).isEqualTo(new Due(Due.What.RESPOND, at(1_060), 1));
  }

  @Test
  void aShelvingThatEndedWhileNothingRanSaysHowLateItIs() {
    Incident shelved = after(acknowledged, shelve(acknowledged, 10, at(1_000)));
    Act late = new Act.TimePassed(at(1_075));
    Verdict.Moved moved = (Verdict.Moved) AlertChain.decide(shelved, late, Chains.RULES);
    Due anew = new Due(Due.What.RESPOND, at(1_135), 1);
    assertThat(moved.events())
        .containsExactly(
            new Event.Unshelved(
                at(1_075),
                null,
                Event.Back.TIME,
                anew,
                Duration.ofSeconds(75),
                Act.Occasion.AFTER_RESTART));
  }

  @Test
  void aShelvingEndsWithinOneShiftAndHasAReason() {
    Instant shift = at(10).plus(Duration.ofHours(8));
    assertThat(after(acknowledged, shelve(acknowledged, 10, shift)).shelf()).isNotNull();
    assertThat(refusal(acknowledged, shelve(acknowledged, 10, shift.plusSeconds(1))))
        .isEqualTo(Refusal.SHELF_TOO_LONG);
    assertThat(refusal(acknowledged, shelve(acknowledged, 10, at(10))))
        .isEqualTo(Refusal.SHELF_TOO_LONG);
    assertThat(
            refusal(
                acknowledged, new Act.Shelve(at(10), "ann", acknowledged.version(), " ", at(100))))
        .isEqualTo(Refusal.REASON_MISSING);
  }

  @Test
  void somethingNewAndSomethingBlindEndAShelvingAndTheSameAgainDoesNot() {
    Incident shelved = after(acknowledged, shelve(acknowledged, 10, at(1_000)));
    Incident same =
        after(
            shelved,
            Chains.found(at(20), Chains.finding("f-1", 1, FindingKind.RAISED, Severity.ORANGE)));
    assertThat(same.shelf()).isNotNull();
    Incident fresh =
        after(
            same,
            Chains.found(at(30), Chains.finding("f-2", 0, FindingKind.OPENED, Severity.BLUE)));
    assertThat(fresh.shelf()).isNull();
    Incident blind =
        after(
            same,
            Chains.found(at(30), Chains.finding("f-1", 2, FindingKind.BLIND, Severity.ORANGE)));
    assertThat(blind.shelf()).isNull();
    assertThat(blind.due()).isEqualTo(new Due(Due.What.RESPOND, at(90), 1));
  }

  @Test
  void redIsPutAsideByTwoPeopleOnly() {
    Incident red = acknowledged(Severity.RED);
    Incident proposed = after(red, shelve(red, 10, at(1_000)));
    assertThat(proposed.shelf()).isNull();
    assertThat(proposed.due()).as("the clock runs on").isEqualTo(red.due());
    assertThat(refusal(proposed, confirm(proposed, 11, "ann", Proposal.What.SHELVE)))
        .isEqualTo(Refusal.NEEDS_OTHER_PERSON);
    assertThat(refusal(proposed, confirm(proposed, 11, "bob", Proposal.What.FORCE_CLOSE)))
        .as("bob meant something else")
        .isEqualTo(Refusal.NOTHING_TO_CONFIRM);
    assertThat(refusal(proposed, confirm(proposed, 71, "bob", Proposal.What.SHELVE)))
        .as("a minute is over")
        .isEqualTo(Refusal.NOTHING_TO_CONFIRM);
    assertThat(refusal(proposed, confirm(red, 11, "bob", Proposal.What.SHELVE)))
        .as("bob has not seen the proposal")
        .isEqualTo(Refusal.STALE);
    Incident shelved = after(proposed, confirm(proposed, 11, "bob", Proposal.What.SHELVE));
    assertThat(shelved.shelf()).isEqualTo(new Shelf("ann", "bob", "calibration", at(1_000)));
  }

  @Test
  void whatGetsWorseVoidsAProposal() {
    Incident proposed =
        after(
            responding,
            new Act.ForceClose(at(10), "ann", responding.version(), "probe destroyed"),
            Chains.found(at(11), Chains.finding("f-1", 1, FindingKind.RAISED, Severity.ORANGE)));
    assertThat(refusal(proposed, confirm(proposed, 12, "bob", Proposal.What.FORCE_CLOSE)))
        .isEqualTo(Refusal.NOTHING_TO_CONFIRM);
  }

  @Test
  void aCauseIsHarmlessOnceItsReadingsAreRestoredAndTwoPeopleSaySo() {
    Act.ShowHarmless says =
        new Act.ShowHarmless(at(10), "ann", responding.version(), "calibration gas, see sheet 7");
    Incident proposed = after(responding, says);
    assertThat(refusal(proposed, confirm(proposed, 11, "bob", Proposal.What.HARMLESS)))
        .isEqualTo(Refusal.READINGS_NOT_RESTORED);
    Incident restored = after(proposed, Chains.clears(at(12), 1));
    assertThat(refusal(restored, confirm(restored, 13, "ann", Proposal.What.HARMLESS)))
        .isEqualTo(Refusal.NEEDS_OTHER_PERSON);
    Incident closed = after(restored, confirm(restored, 13, "bob", Proposal.What.HARMLESS));
    assertThat(((Stage.Closed) closed.stage()).how()).isEqualTo(Closing.HARMLESS);
  }

  @Test
  void aMistakenOrderIsRevokedByTwoAndProvesNothing() {
    Incident ordered = after(responding, Chains.order(at(10), "ann", 1));
    Act.RevokeOrder wants =
        new Act.RevokeOrder(at(11), "ann", ordered.version(), new OrderId("o-1"), "wrong zone");
    Incident proposed = after(ordered, wants);
    assertThat(proposed.openOrders()).as("people go on leaving until two agree").hasSize(1);
    Incident revoked = after(proposed, confirm(proposed, 12, "bob", Proposal.What.REVOKE));
    assertThat(revoked.openOrders()).isEmpty();
    assertThat(revoked.stage().name()).isEqualTo(StageName.ACKNOWLEDGED);
    assertThat(revoked.due()).isEqualTo(new Due(Due.What.RESPOND, at(72), 1));
    assertThat(Evidence.missing(revoked, at(13), Chains.RULES))
        .contains(Refusal.NO_WITHDRAWAL_PROVEN);
  }

  @Test
  void theSameOrderSentTwiceIsGivenOnce() {
    Incident ordered = after(responding, Chains.order(at(10), "ann", 1));
    assertThat(after(ordered, Chains.order(at(11), "ann", 2))).isEqualTo(ordered);
  }

  @Test
  void oneOfTwoOrdersRevokedLeavesTheOtherStanding() {
    Incident two =
        after(
            responding,
            Chains.order(at(10), "ann", 1),
            Chains.order(at(11), "ann", 2, Chains.RETURN));
    Incident proposed =
        after(two, new Act.RevokeOrder(at(12), "ann", two.version(), new OrderId("o-1"), "wrong"));
    Incident revoked = after(proposed, confirm(proposed, 13, "bob", Proposal.What.REVOKE));
    assertThat(revoked.stage().name()).isEqualTo(StageName.WITHDRAWING);
    assertThat(revoked.due()).isEqualTo(two.due());
    assertThat(revoked.openOrders()).hasSize(1);
  }

  @Test
  void aRescuerWhoGoesInIsNoReentryAndStillInside() {
    Incident withdrawn =
        after(responding, Chains.order(at(10), "ann", 1), Chains.musters(at(20), 1, 1, 0));
    Incident marked =
        after(
            withdrawn,
            new Act.MarkCard(at(21), "ann", new CardId("c-0"), Act.Mark.RESCUER, "team 1"),
            Chains.musters(at(30), 1, 1, 1));
    assertThat(marked.stage().name()).isEqualTo(StageName.WITHDRAWN);
    assertThat(Evidence.missing(marked, at(31), Chains.RULES)).contains(Refusal.PEOPLE_REMAIN);
    Incident second = after(marked, Chains.musters(at(40), 1, 1, 2));
    assertThat(second.stage().name()).isEqualTo(StageName.WITHDRAWING);
  }

  @Test
  void anApproachingIncidentShowsItsWorstColourAndCallsNobody() {
    Incident blue = Chains.opened();
    Verdict verdict =
        AlertChain.decide(
            blue, Chains.arrives(at(0), Severity.YELLOW), Chains.rules(Severity.ORANGE));
    Incident yellow = blue;
    for (Event event : ((Verdict.Moved) verdict).events()) {
      yellow = Fold.evolve(yellow, event);
    }
    assertThat(yellow.stage().name()).isEqualTo(StageName.APPROACHING);
    assertThat(yellow.severity()).isEqualTo(Severity.YELLOW);
    assertThat(List.of(yellow.rung())).containsExactly(1);
    assertThat(yellow.due()).isNull();
  }
}
