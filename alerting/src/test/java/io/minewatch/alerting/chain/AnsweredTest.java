package io.minewatch.alerting.chain;

import static io.minewatch.alerting.chain.Chains.arrives;
import static io.minewatch.alerting.chain.Chains.at;
import static io.minewatch.alerting.chain.Chains.finding;
import static io.minewatch.alerting.chain.Chains.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A further point of the same colour and place calls nobody; but who answered has not seen it. */
class AnsweredTest {
  private final List<Event> journal = new ArrayList<>();
  private Incident state;

  @BeforeEach
  void called() {
    Event.Opened opened = new Event.Opened(Chains.T, "i-1", Chains.MINE, false, Chains.T);
    journal.add(opened);
    state = Incident.of(opened);
    take(arrives(at(0), Severity.ORANGE));
    take(new Act.CallPlaced(at(1), "c-1", 1));
  }

  private void take(Act act) {
    for (Event event : ((Verdict.Moved) AlertChain.decide(state, act, Chains.RULES)).events()) {
      state = Fold.evolve(state, event);
      journal.add(event);
    }
  }

  private void appears(int second, String id) {
    take(found(at(second), finding(id, 0, FindingKind.OPENED, Severity.ORANGE)));
  }

  /** Answers on a page that others have overtaken. */
  private void press(int second, Incident shown) {
    List<Event> since = journal.subList(Math.toIntExact(shown.version()), journal.size());
    Act.Heard heard = Act.Heard.shown(shown, List.copyOf(since), Chains.RULES);
    take(new Act.Acknowledge(at(second), "ann", shown.version(), heard));
  }

  private static List<FindingId> ids(String... ids) {
    return List.of(ids).stream().map(FindingId::new).toList();
  }

  @Test
  void whatWasFoundAfterWhatWasShownIsNotTakenForSeen() {
    Incident shown = state;
    appears(5, "f-2");
    appears(7, "f-3");
    assertThat(Answered.of(journal)).as("nobody has answered").isNull();
    press(8, shown);
    assertThat(state.stage()).isInstanceOf(Stage.Acknowledged.class);
    appears(9, "f-4");
    assertThat(Answered.of(journal))
        .isEqualTo(new Answered("ann", at(8), shown.version(), ids("f-2", "f-3", "f-4")));

    take(found(at(10), finding("f-3", 1, FindingKind.CLEARED, Severity.ORANGE)));
    take(new Act.Respond(at(11), "ann", "cut"));
    assertThat(Answered.of(journal).foundSince()).isEqualTo(ids("f-2", "f-4"));
  }

  @Test
  void whatWasShownIsSeenWhateverWasRefusedBetween() {
    appears(5, "f-2");
    journal.add(1, new Event.ActRefused(at(0), "bob", "RESPOND", Refusal.NOT_OPEN, "no"));
    take(new Act.Acknowledge(at(8), "ann", state.version()));
    assertThat(Answered.of(journal)).isNotNull();
    assertThat(Answered.of(journal).foundSince()).isEmpty();
  }

  @Test
  void whatGotWorseOrWentBlindSinceIsNotTakenForSeen() {
    appears(5, "f-2");
    take(new Act.Acknowledge(at(8), "ann", state.version()));
    take(found(at(9), finding("f-2", 1, FindingKind.SEEN, Severity.ORANGE)));
    take(found(at(9), finding("f-2", 2, FindingKind.LOWERED, Severity.YELLOW)));
    assertThat(Answered.of(journal).foundSince()).as("no worse").isEmpty();
    take(found(at(10), finding("f-2", 3, FindingKind.RAISED, Severity.ORANGE)));
    assertThat(Answered.of(journal).foundSince()).isEqualTo(ids("f-2"));
    take(found(at(11), finding("f-1", 1, FindingKind.BLIND, Severity.ORANGE)));
    assertThat(Answered.of(journal).foundSince()).isEqualTo(ids("f-1", "f-2"));
  }

  @Test
  void anAnswerThatCountsNoMoreIsNone() {
    take(new Act.Acknowledge(at(8), "ann", state.version()));
    int answered = journal.size();
    take(new Act.TimePassed(at(900)));
    assertThat(journal.get(answered)).isInstanceOf(Event.Lapsed.class);
    assertThat(Answered.of(journal)).isNull();
  }

  @Test
  void whoIsCalledToSomethingWorseHasNotAnsweredToIt() {
    take(new Act.Acknowledge(at(8), "ann", state.version()));
    take(found(at(9), finding("f-2", 0, FindingKind.OPENED, Severity.RED)));
    assertThat(Answered.of(journal)).isNull();
    take(new Act.Acknowledge(at(10), "bob", state.version()));
    assertThat(Answered.of(journal).by()).isEqualTo("bob");
  }

  @Test
  void anOlderJournalDoesNotSayWhatWasShown() {
    appears(5, "f-2");
    Due due = new Due(Due.What.RESPOND, at(99), 1);
    journal.add(new Event.Acknowledged(at(8), "ann", due, null));
    assertThat(Answered.of(journal).foundSince()).isEmpty();
  }
}
