package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an answer by text confirms. */
class AnswerByTextTest extends ByText {
  private static final String OUT = "须立即撤人";

  /** Both calls are red, and the answer to the first comes after the second has gone out. */
  @Test
  void anAnswerToTheCallBeforeDoesNotSilenceThatPeopleMustOut() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    tell(MINE, 1, FindingKind.RAISED, Map.of(Finding.STEP, "WITHDRAW"));
    List<Attempt> sent = calls(MINE);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).text()).doesNotContain(OUT);
    assertThat(sent.get(1).text()).contains(OUT);

    assertThat(text(sent.get(0).code())).isEqualTo(Inbound.Taken.TAKEN);
    assertThat(incident(MINE).handlers()).containsExactly("dispatcher");
    assertThat(incident(MINE).stage().name()).isEqualTo(StageName.WARNED);
    assertThat(states(MINE))
        .containsExactly(State.Confirmed.class, State.Superseded.class, State.Queued.class);
    Attempt anew = calls(MINE).get(2);
    assertThat(anew.text()).contains(OUT);
    assertThat(List.of(sent.get(0).code(), sent.get(1).code(), anew.code()))
        .as("the text that has ended is on the telephone too")
        .containsExactly("98", "99", "10");

    assertThat(text(anew.code())).isEqualTo(Inbound.Taken.TAKEN);
    assertThat(incident(MINE).stage().name()).isEqualTo(StageName.ACKNOWLEDGED);
  }

  @Test
  void theCodeOfOneCallConfirmsNoOther() {
    tell(MINE, 0, FindingKind.OPENED, Map.of());
    tell(OTHER, 0, FindingKind.OPENED, Map.of());
    String older = calls(MINE).get(0).code();
    assertThat(calls(OTHER).get(0).code()).isNotEqualTo(older);
    assertThat(text(older)).isEqualTo(Inbound.Taken.TAKEN);
    assertThat(incident(MINE).stage().name()).isEqualTo(StageName.ACKNOWLEDGED);
    assertThat(incident(OTHER).stage().name()).isEqualTo(StageName.WARNED);
  }
}
