package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A point that is heard again after a silence, and falls silent again; dark after 60 s. */
class SilenceAgainTest {
  private final List<FindingKind> told = new ArrayList<>();

  private void pass(Bench mine, int from, int to) {
    for (int second = from; second <= to; second++) {
      mine.timeIs(second);
      mine.last.findings().stream().map(Finding::kind).forEach(told::add);
    }
  }

  private void silentTwice(Plan plan) {
    Bench mine = new Bench(plan);
    pass(mine, 0, 100);
    told.addAll(mine.reading(101, "T0", 1.2));
    pass(mine, 102, 161);
    assertThat(told).containsExactly(FindingKind.OPENED);
    pass(mine, 162, 162);

    assertThat(told).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
  }

  @Test
  void isBlindInTimeWhereNothingElseIsWaitedFor() {
    silentTwice(Plans.methane(1, 0, 0));
  }

  @Test
  void isBlindInTimeWhereSomethingElseIsWaitedForMuchLonger() {
    PointPlan slow =
        new PointPlan(
            new PointId("SLOW"),
            Plans.point("T0", Measure.METHANE).zone(),
            Measure.TEMPERATURE,
            "名",
            "name",
            "",
            Duration.ofDays(1),
            List.of());
    List<PointPlan> points = List.of(Plans.point("T0", Measure.METHANE, "r"), slow);
    silentTwice(Plans.plan(1, points, List.of(Plans.rule("r", 0, 0))));
  }
}
