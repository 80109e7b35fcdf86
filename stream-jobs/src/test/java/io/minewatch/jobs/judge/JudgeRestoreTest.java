package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.wire.Topic;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class JudgeRestoreTest extends JudgedMine {
  @Test
  void goesOnWithTheSameFindingAfterARestoreAndListensAnewForSilence() throws Exception {
    plan();
    methane(1.2);
    Finding opened = sent(Topic.Kind.FINDINGS, Finding.class).get(0);
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.close();

    flink = harness();
    flink.initializeState(saved);
    flink.open();
    passMillis(600_000);
    assertThat(findings()).isEmpty();
    methane(1.6);

    Finding raised = sent(Topic.Kind.FINDINGS, Finding.class).get(0);
    assertThat(raised.kind()).isEqualTo(FindingKind.RAISED);
    assertThat(raised.id()).isEqualTo(opened.id());
    assertThat(raised.fact()).isEqualTo(1);
  }

  @Test
  void aMessageThatComesAgainAfterARestoreChangesNothing() throws Exception {
    plan();
    methane(1.2);
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.close();
    flink = harness();
    flink.initializeState(saved);
    flink.open();
    flink.setProcessingTime(now);
    sequence--;
    methane(1.9);

    assertThat(findings()).isEmpty();
  }

  @Test
  void anEarlyWarningGoesOnAfterARestoreAndIsLostByTimeAlone() throws Exception {
    planWithEarlyWarnings();
    methane(0.8);
    Finding opened = sent(Topic.Kind.FINDINGS, Finding.class).get(0);
    assertThat(rulesAndKinds()).containsExactly("cn-coal-26-2023:ch4 OPENED");
    OperatorSubtaskState saved = flink.snapshot(1, now);
    flink.close();

    flink = harness();
    flink.initializeState(saved);
    flink.open();
    flink.setProcessingTime(now);
    passMillis(10_000);
    methane(0.8);
    assertThat(findings()).isEmpty();
    passMillis(60_001);

    assertThat(rulesAndKinds())
        .containsExactly("platform:lost OPENED", "cn-coal-26-2023:ch4 BLIND");
    assertThat(sent(Topic.Kind.FINDINGS, Finding.class).get(1).id()).isEqualTo(opened.id());
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
  }
}
