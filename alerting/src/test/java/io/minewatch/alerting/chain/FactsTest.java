package io.minewatch.alerting.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
  private Incident incident =
      Incident.of(new Event.Opened(Chains.T, "i-1", Chains.MINE, false, Chains.T));

  @Test
  void aReplayThatSawNoSilenceStillClears() {
    take(0, FindingKind.OPENED, 0);
    take(1, FindingKind.BLIND, 60);
    take(2, FindingKind.SEEN, 70);
    // The job was killed and judged the same readings again, faster: it met no silence.
    take(1, FindingKind.CLEARED, 90);

    assertThat(incident.openFindings()).isEmpty();
  }

  @Test
  void anOlderFactThatComesLateChangesNothing() {
    take(0, FindingKind.OPENED, 0);
    take(2, FindingKind.CLEARED, 90);
    Incident cleared = incident;
    take(1, FindingKind.RAISED, 60);

    assertThat(incident).isEqualTo(cleared);
  }

  @Test
  void aFreshAlarmCallsAgainWhenPeopleAreOutAndNobodyOwesAnything() {
    Incident withdrawn =
        Chains.after(
            incident,
            Chains.arrives(Chains.at(1), Severity.RED),
            Chains.order(Chains.at(2), "dispatcher", 1),
            Chains.musters(Chains.at(3), 1, 1, 0));
    assertThat(withdrawn.stage()).isInstanceOf(Stage.Withdrawn.class);
    assertThat(withdrawn.due()).isNull();

    Finding fresh = Chains.finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE);
    Verdict verdict = AlertChain.decide(withdrawn, Chains.found(Chains.at(9), fresh), Chains.RULES);

    assertThat(((Verdict.Moved) verdict).events())
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        Event.Worsened.class,
                        e -> assertThat(e.severity()).isEqualTo(Severity.RED)));
  }

  /** A cut and a withdrawal are both red: the colour alone would call nobody to the second. */
  @Test
  void thatPeopleMustOutIsCalledThoughTheColourStays() {
    Incident cut =
        Chains.after(
            incident,
            Chains.arrives(Chains.at(1), Severity.RED),
            new Act.CallPlaced(Chains.at(2), "c-1", 1),
            new Act.Acknowledge(Chains.at(3), "ann", 3));
    assertThat(cut.stage()).isInstanceOf(Stage.Acknowledged.class);

    Finding out = Chains.sendsOut("f-1", 2, FindingKind.RAISED);
    Incident told = Chains.after(cut, Chains.found(Chains.at(4), out));
    assertThat(told.due().what()).isEqualTo(Due.What.CALL);
    assertThat(told.severity()).isEqualTo(Severity.RED);

    Finding again = Chains.sendsOut("f-1", 3, FindingKind.SEEN);
    assertThat(events(told, again)).as("once").noneMatch(Event.Worsened.class::isInstance);
    Incident ordered = Chains.after(cut, Chains.order(Chains.at(4), "dispatcher", 1));
    assertThat(events(ordered, out))
        .as("not when people are ordered out already")
        .noneMatch(Event.Worsened.class::isInstance);
  }

  private static List<Event> events(Incident incident, Finding fact) {
    Act found = Chains.found(Chains.at(9), fact);
    return ((Verdict.Moved) AlertChain.decide(incident, found, Chains.RULES)).events();
  }

  @Test
  void whatNeverCalledAnybodyFallsBackWhenItIsCleared() {
    Incident fell =
        Chains.after(
            incident, Chains.arrives(Chains.at(1), Severity.BLUE), Chains.clears(Chains.at(2), 1));

    assertThat(((Stage.Closed) fell.stage()).how()).isEqualTo(Closing.FELL_BACK);
  }

  @Test
  void whoOrderedTheWithdrawalMayNotSign() {
    Incident ordered =
        Chains.after(
            incident,
            Chains.arrives(Chains.at(1), Severity.RED),
            new Act.Acknowledge(Chains.at(2), "ann", 3),
            Chains.order(Chains.at(3), "bob", 1));

    assertThat(ordered.handlers()).containsExactlyInAnyOrder("ann", "bob");
  }

  private void take(int fact, FindingKind kind, int judgedAfterSeconds) {
    Finding f = Chains.finding("f-1", fact, kind, Severity.ORANGE);
    Instant judged = f.judged().plusSeconds(judgedAfterSeconds);
    Finding told =
        new Finding(
            f.id(),
            f.fact(),
            f.kind(),
            f.mine(),
            f.subject(),
            f.zone(),
            f.measure(),
            f.unit(),
            f.check(),
            f.rule(),
            f.severity(),
            f.onset(),
            judged,
            judged,
            judged,
            f.value(),
            f.quality(),
            f.limit(),
            f.peak(),
            f.peakAt(),
            f.planVersion(),
            f.detail());
    Verdict verdict = AlertChain.decide(incident, Chains.found(judged, told), Chains.RULES);
    for (Event event : verdict instanceof Verdict.Moved moved ? moved.events() : List.<Event>of()) {
      incident = Fold.evolve(incident, event);
    }
  }
}
