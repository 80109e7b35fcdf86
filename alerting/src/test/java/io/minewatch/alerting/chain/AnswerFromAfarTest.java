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
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer by telephone is bound to what the call said. */
class AnswerFromAfarTest {
  private final Incident called =
      after(opened(), arrives(at(0), Severity.ORANGE), new Act.CallPlaced(at(1), "c-1", 1));

  private Act answer(Severity said) {
    return new Act.Acknowledge(at(20), "ann", 3, new Act.Heard(said, Set.of(FACE)));
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
        .as("who has a page before him sees them")
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.STALE));
    assertThat(after(now, answer(Severity.ORANGE)).stage()).isInstanceOf(Stage.Acknowledged.class);
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
}
