package io.minewatch.alerting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.PointId;
import io.minewatch.series.store.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How much of the past is judged before a back-test begins to count. */
class AheadTest {
  private static final RulePacks PACKS = RulePackLoader.load(Path.of("../rules"));
  private static final Plan DEMO =
      MineLoader.load(Path.of("../deploy/demo"), PACKS).get("140921021337").plan();
  private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
  private static final Span HOUR = new Span(FROM, FROM.plus(Duration.ofHours(1)));

  @Test
  void whatIsLearntOfPointsIsLearntBeforeAndSlopesHaveTheirWholeCourse() {
    Ahead ahead = Ahead.of(DEMO, DEMO, HOUR);

    assertThat(ahead.all()).isEqualTo(FROM.minus(Duration.ofDays(8)));
    assertThat(ahead.slopes())
        .containsExactlyInAnyOrder(new PointId("GP-01"), new PointId("GP-02"));
    assertThat(ahead.begin()).isEqualTo(FROM.minus(Duration.ofDays(400)));
  }
}
