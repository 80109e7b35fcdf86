package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.withdrawal.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderReasonsTest extends Timeline {
  @Test
  void aDispatcherWhoHasAskedNobodyOrdersByAnyOfTheTenReasonsAndByNoOther() throws Exception {
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    String order = order("'face-0101'");
    unknown(order.replace("HARMFUL_GAS", "BECAUSE"), ""); // 400
    unknown(order.replace("'reason':'HARMFUL_GAS',", ""), "reason");
    assertThat(stage()).isEqualTo("CALLED");

    for (Reason reason : Reason.values()) {
      done("dispatcher", order.replace("HARMFUL_GAS", reason.name()));
    }
    assertThat(stage()).isEqualTo("WITHDRAWING");
    assertThat(incident().at("/orders").findValuesAsText("reason"))
        .hasSize(10)
        .containsExactlyElementsOf(Stream.of(Reason.values()).map(Reason::name).toList());
    assertThat(incident().at("/orders").findValuesAsText("id")).doesNotHaveDuplicates();
  }
}
