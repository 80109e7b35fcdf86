package io.minewatch.alerting.chain;

import static io.minewatch.alerting.chain.Chains.FACE;
import static io.minewatch.alerting.chain.Chains.RETURN;
import static io.minewatch.alerting.chain.Chains.RULES;
import static io.minewatch.alerting.chain.Chains.after;
import static io.minewatch.alerting.chain.Chains.arrives;
import static io.minewatch.alerting.chain.Chains.at;
import static io.minewatch.alerting.chain.Chains.finding;
import static io.minewatch.alerting.chain.Chains.found;
import static io.minewatch.alerting.chain.Chains.opened;
import static io.minewatch.alerting.chain.Chains.sendsOut;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer by telephone is bound to what the call said. */
class AnswerFromAfarTest {
  private final Incident called =
      after(opened(), arrives(at(0), Severity.ORANGE), new Act.CallPlaced(at(1), "c-1", 1));

  private Incident state = called;
  private final List<Event> since = new ArrayList<>();

  private Act answer(Severity said) {
    return new Act.Acknowledge(at(20), "ann", 3, new Act.Heard(said, Set.of(FACE), Set.of()));
  }

  @Test
  void holdsThoughFurtherFactsOfTheSameCameMeanwhile() {
    Incident now =
        after(
            called,
            found(at(5), finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE)),
            found(at(6), finding("f-3", 0, FindingKind.OPENED, Severity.YELLOW)));
    Act pressed = new Act.Acknowledge(at(20), "ann", 3);
    assertThat(AlertChain.decide(now, pressed, RULES))
        .as("bound to a version alone")
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.STALE));
    assertThat(after(now, answer(Severity.ORANGE)).stage()).isInstanceOf(Stage.Acknowledged.class);
  }

  /** In a flood a page is always a fact behind: what was shown on it binds the press. */
  @Test
  void aPressThatFurtherFactsOvertookIsBoundToWhatWasShown() {
    take(found(at(5), finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE)));
    take(found(at(6), finding("f-3", 0, FindingKind.OPENED, Severity.YELLOW, RETURN)));
    Act.Heard heard = Act.Heard.shown(called, since, RULES);
    assertThat(heard).isEqualTo(new Act.Heard(Severity.ORANGE, Set.of(FACE), Set.of()));
    Incident answered = after(state, new Act.Acknowledge(at(20), "ann", called.version(), heard));
    assertThat(answered.handlers()).containsExactly("ann");
    assertThat(answered.stage()).as("of a further place").isInstanceOf(Stage.Warned.class);

    take(found(at(7), finding("f-4", 0, FindingKind.OPENED, Severity.RED)));
    assertThat(Act.Heard.shown(called, since, RULES)).as("it was called to be worse").isNull();
  }

  /** A clock that has run out took nothing from what was shown, nor have restored readings. */
  @Test
  void aPressHoldsThoughTheNextRungWasCalledOrAReadingRestoredMeanwhile() {
    take(found(at(5), finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE)));
    take(new Act.TimePassed(at(100)));
    assertThat(since).hasAtLeastOneElementOfType(Event.Escalated.class);
    Act.Heard heard = Act.Heard.shown(called, since, RULES);
    Act pressed = new Act.Acknowledge(at(101), "ann", called.version(), heard);
    assertThat(after(state, pressed).stage()).isInstanceOf(Stage.Acknowledged.class);

    since.add(new Event.ReadingsRestored(at(101)));
    assertThat(Act.Heard.shown(called, since, RULES)).isEqualTo(heard);
  }

  @Test
  void aPressOnAPageThatDidNotShowABlindPointIsRefused() {
    take(found(at(5), finding("f-1", 1, FindingKind.BLIND, Severity.ORANGE)));
    assertThat(state.severity()).as("nobody was called to it").isEqualTo(called.severity());
    assertThat(Act.Heard.shown(called, since, RULES)).isNull();
  }

  /** Somebody has answered meanwhile: what was owed then is another call. */
  @Test
  void aPressOnAPageOfBeforeAnAnswerThatLapsedOrAShelfIsRefused() {
    Due due = new Due(Due.What.CALL, at(99), 1);
    for (Event event :
        List.of(
            new Event.Acknowledged(at(5), "bob", due, 3L),
            new Event.Lapsed(at(5), due, due, "head", Duration.ZERO, Act.Occasion.ON_TIME),
            new Event.Unshelved(at(5), null, Event.Back.WORSE, due, null, null))) {
      assertThat(Act.Heard.shown(called, List.of(event), RULES)).as(event.toString()).isNull();
    }
  }

  private void take(Act act) {
    for (Event event : ((Verdict.Moved) AlertChain.decide(state, act, RULES)).events()) {
      state = Fold.evolve(state, event);
      since.add(event);
    }
  }

  /** A cut and a withdrawal are both red: who has answered to the first was told to cut. */
  @Test
  void countsAndIsFollowedByANewCallWhenPeopleMustOutSince() {
    Incident cut =
        after(opened(), arrives(at(0), Severity.RED), new Act.CallPlaced(at(1), "c-1", 1));
    Incident out = after(cut, found(at(5), sendsOut("f-1", 1, FindingKind.RAISED)));
    Act first = new Act.Acknowledge(at(6), "ann", cut.version(), Act.Heard.of(cut, RULES));
    Incident answered = after(out, first);
    assertThat(answered.handlers()).containsExactly("ann");
    assertThat(answered.stage()).isInstanceOf(Stage.Warned.class);
    assertThat(answered.due().what()).isEqualTo(Due.What.CALL);

    Act second = new Act.Acknowledge(at(6), "ann", out.version(), Act.Heard.of(out, RULES));
    assertThat(name(after(out, second))).as("told so").isEqualTo(StageName.ACKNOWLEDGED);
    Incident more = after(out, found(at(7), sendsOut("f-2", 0, FindingKind.OPENED)));
    assertThat(name(after(more, second))).as("once").isEqualTo(StageName.ACKNOWLEDGED);
    Incident other = after(more, found(at(8), sendsOut("f-1", 2, FindingKind.CLEARED)));
    assertThat(name(after(other, second))).as("elsewhere").isEqualTo(StageName.WARNED);
  }

  private static StageName name(Incident incident) {
    return incident.stage().name();
  }

  @Test
  void theRecordSaysWhatWasAnsweredTo() {
    take(found(at(5), finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE)));
    take(answer(Severity.ORANGE));
    assertThat(since)
        .last()
        .isInstanceOfSatisfying(
            Event.Acknowledged.class, e -> assertThat(e.version()).isEqualTo(3));
  }

  @Test
  void isRefusedWhenItHasBecomeWorseThanTheCallSaid() {
    Incident now = after(called, found(at(5), finding("f-2", 0, FindingKind.OPENED, Severity.RED)));
    assertThat(AlertChain.decide(now, answer(Severity.ORANGE), RULES))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.STALE));
    assertThat(after(now, answer(Severity.RED)).stage()).isInstanceOf(Stage.Acknowledged.class);
  }

  @Test
  void countsAndIsFollowedByANewCallWhenAFurtherPlaceWasFoundMeanwhile() {
    Incident now =
        after(called, found(at(5), finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE, RETURN)));
    Incident answered = after(now, answer(Severity.ORANGE));
    assertThat(answered.handlers()).containsExactly("ann");
    assertThat(answered.stage()).isInstanceOf(Stage.Warned.class);
    assertThat(answered.due().what()).isEqualTo(Due.What.CALL);
  }

  private final Finding opened = finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE, RETURN);
  private final Finding cleared = finding("f-2", 1, FindingKind.CLEARED, Severity.ORANGE, RETURN);
  private final Finding again = finding("f-3", 0, FindingKind.OPENED, Severity.ORANGE, RETURN);
  private final Finding early = finding("f-3", 0, FindingKind.OPENED, Severity.BLUE, RETURN);
  private final Finding worse = finding("f-3", 1, FindingKind.RAISED, Severity.ORANGE, RETURN);

  /** The words name where something stands: of the other place that answer says nothing. */
  @Test
  void speaksNotOfAPlaceThatWasClearAgainOrOnlyWarnedEarlyWhenItWasCalled() {
    Incident clear = after(called, found(at(5), opened), found(at(6), cleared));
    Incident warned = after(called, found(at(5), early));
    assertThat(name(answered(clear, found(at(7), again)))).isEqualTo(StageName.WARNED);
    assertThat(name(answered(warned, found(at(7), worse)))).isEqualTo(StageName.WARNED);
  }

  private static Incident answered(Incident then, Act meanwhile) {
    Act.Heard heard = Act.Heard.of(then, RULES);
    return after(then, meanwhile, new Act.Acknowledge(at(20), "ann", then.version(), heard));
  }

  /** It has cleared before the answer: nobody who answered knows of it. */
  @Test
  void isFollowedByANewCallWhenSuchAPlaceOpensAfterIt() {
    Incident clear = after(called, found(at(5), opened), found(at(6), cleared));
    Incident both = after(called, found(at(5), opened));
    Incident warned = after(called, found(at(5), early));
    assertThat(name(after(clear, press(clear), found(at(21), again)))).isEqualTo(StageName.WARNED);
    assertThat(name(after(warned, press(warned), found(at(21), worse))))
        .isEqualTo(StageName.WARNED);
    assertThat(name(after(both, press(both), found(at(21), cleared), found(at(22), again))))
        .as("it stood when somebody answered: the same again calls nobody")
        .isEqualTo(StageName.ACKNOWLEDGED);
  }

  private static Act press(Incident seen) {
    return new Act.Acknowledge(at(20), "ann", seen.version());
  }

  /** Of a place that is safe again, or of an early warning, nobody would be called. */
  @Test
  void holdsThoughAFurtherPlaceIsClearedAgainOrOnlyWarnsEarly() {
    Incident early =
        after(called, found(at(5), finding("f-2", 0, FindingKind.OPENED, Severity.BLUE, RETURN)));
    assertThat(after(early, answer(Severity.ORANGE)).stage())
        .isInstanceOf(Stage.Acknowledged.class);

    Incident found =
        after(called, found(at(5), finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE, RETURN)));
    Incident again =
        after(found, found(at(9), finding("f-2", 1, FindingKind.CLEARED, Severity.ORANGE, RETURN)));
    assertThat(after(again, answer(Severity.ORANGE)).stage())
        .isInstanceOf(Stage.Acknowledged.class);
  }
}
