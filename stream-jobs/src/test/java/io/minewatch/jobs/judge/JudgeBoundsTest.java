package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.Muster;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeBoundsTest extends JudgedMine {
  @Test
  void holdsWhatComesBeforeThePlanAndJudgesItThen() throws Exception {
    send(Topic.of(Topic.Kind.ORDERS, MINE), Samples.bytes("orders.json"));
    methane(1.2);
    assertThat(flink.extractOutputValues()).isEmpty();
    plan();

    assertThat(findings()).containsExactly(FindingKind.OPENED);
    assertThat(sent(Topic.Kind.MUSTER, Muster.class).get(0).orders()).hasSize(1);
  }

  @Test
  void refusesWhatIsOverTheBoundAndWhatHasWaitedTooLongAndForgetsTheMine() throws Exception {
    for (int i = 0; i < 4; i++) {
      methane(1.2);
    }
    assertThat(rejections()).containsExactly(RejectReason.UNKNOWN_MINE);
    passMillis(59_999);
    assertThat(rejections()).hasSize(1);
    passMillis(1);

    assertThat(rejections()).hasSize(4).containsOnly(RejectReason.UNKNOWN_MINE);
    assertThat(flink.numKeyedStateEntries()).isZero();
    assertThat(flink.numProcessingTimeTimers()).isZero();
  }

  @Test
  void anOrderBookOutlivesTheWaitForThePlan() throws Exception {
    send(Topic.of(Topic.Kind.ORDERS, MINE), Samples.bytes("orders.json"));
    methane(1.2);
    passMillis(100_000);
    plan();

    assertThat(sent(Topic.Kind.MUSTER, Muster.class).get(0).orders()).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsReasonAndNothingStops() throws Exception {
    plan();
    send(READINGS, "not senml".getBytes(StandardCharsets.UTF_8));
    send(Topic.of(Topic.Kind.PLAN, MINE), "{}".getBytes(StandardCharsets.UTF_8));
    send(Topic.of(Topic.Kind.PLAN, new MineCode("999999999999")), Samples.bytes("plan.json"));
    send("mw/v1/nonsense", new byte[0]);
    send(Topic.of(Topic.Kind.PLAN, MINE), new byte[0]);
    methane(1.2);

    assertThat(rejections()).containsExactly(RejectReason.UNREADABLE, RejectReason.UNREADABLE);
    assertThat(sent(Topic.Kind.REJECTED, Rejection.class).get(0).excerpt()).isEqualTo("not senml");
    assertThat(findings()).containsExactly(FindingKind.OPENED);
  }

  @Test
  void aFloodOfRefusalsIsCountedInFullAndToldInBound() throws Exception {
    plan();
    for (int i = 0; i < 100; i++) {
      send(READINGS, new byte[] {'x'});
    }
    assertThat(rejections()).hasSize(LIMITS.rejectionsBurst());
    passMillis(5_000);

    List<Summary> summaries = sent(Topic.Kind.SUMMARY, Summary.class);
    assertThat(summaries.get(summaries.size() - 1).rejected()).isEqualTo(100);
  }
}
