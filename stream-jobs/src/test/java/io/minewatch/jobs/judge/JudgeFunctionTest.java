package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.Muster;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class JudgeFunctionTest extends JudgedMine {
  @Test
  void judgesTheReadingsOfAMineByItsPlan() throws Exception {
    plan();
    methane(1.6);
    passMillis(1_000);
    methane(0.4);

    assertThat(findings())
        .containsExactly(FindingKind.OPENED, FindingKind.RAISED, FindingKind.CLEARED);
  }

  /** As kept plans go on by it: one own condition must not leave a whole mine unjudged. */
  @Test
  void aJudgeThatKnowsNothingBeginsByAPlanWithAnOwnConditionThatCanNeverBeTrue() throws Exception {
    send(Topic.of(Topic.Kind.PLAN, MINE), odd(7));
    methane(1.6);
    passMillis(15_000);

    assertThat(rejections()).isEmpty();
    assertThat(findings()).startsWith(FindingKind.OPENED, FindingKind.RAISED);
    List<Summary> summaries = sent(Topic.Kind.SUMMARY, Summary.class);
    assertThat(summaries.get(summaries.size() - 1).notJudged())
        .extracting(Summary.NotJudged::rule)
        .containsExactly("mine:odd");
  }

  @Test
  void aJudgeThatHasAPlanGoesOnByItWhereTheNextHoldsSuchACondition() throws Exception {
    plan();
    send(Topic.of(Topic.Kind.PLAN, MINE), odd(99));
    methane(1.6);

    assertThat(rejections()).containsExactly(RejectReason.UNREADABLE);
    assertThat(findings()).containsExactly(FindingKind.OPENED, FindingKind.RAISED);
  }

  @Test
  void aPointThatFallsSilentInExcursionIsBlindByTimeAlone() throws Exception {
    plan();
    methane(1.2);
    passMillis(60_000);
    assertThat(findings()).containsExactly(FindingKind.OPENED);
    passMillis(1);

    assertThat(findings()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void sumsUpAndCountsHeadsEveryFiveSeconds() throws Exception {
    plan();
    passMillis(0);
    int before = sent(Topic.Kind.SUMMARY, Summary.class).size();
    for (int second = 0; second < 20; second++) {
      methane(0.4);
      passMillis(1_000);
    }

    assertThat(sent(Topic.Kind.SUMMARY, Summary.class)).hasSize(before + 4);
    assertThat(sent(Topic.Kind.MUSTER, Muster.class)).hasSize(before + 4);
    assertThat(flink.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void aPlanWhoseConditionCannotBeReadIsRefusedAndJudgingGoesOnByTheOneBefore() throws Exception {
    plan();
    String odd =
        """
        "rules": [{"kind": "COMPOUND", "id": "mine:odd", "name": "n", "nameEnglish": "n",
          "subject": "odd", "zone": "face-0101",
          "operands": [{"name": "a", "point": "T1-0101", "rule": ""}], "when": "a >",
          "severity": "RED", "raiseAfter": "PT0S", "clearAfter": "PT0S", "source": {"pack": "mine",
          "clause": "c", "date": "2026-02-01", "confidence": "HIGH"}},
        """;
    String plan =
        new String(Samples.bytes("plan.json"), StandardCharsets.UTF_8)
            .replace("  \"rules\": [\n", odd)
            .replace("\"version\": 3", "\"version\": 4");
    send(Topic.of(Topic.Kind.PLAN, MINE), plan.getBytes(StandardCharsets.UTF_8));
    methane(1.2);

    assertThat(rejections()).containsExactly(RejectReason.UNREADABLE);
    assertThat(sent(Topic.Kind.REJECTED, Rejection.class).get(0).detail()).contains("mine:odd");
    assertThat(sent(Topic.Kind.FINDINGS, Finding.class).get(0).planVersion()).isEqualTo(3);
  }

  @Test
  void canBeShipped() throws Exception {
    assertThat(InstantiationUtil.clone(new JudgeFunction(JudgeLimits.DEFAULTS))).isNotNull();
  }
}
