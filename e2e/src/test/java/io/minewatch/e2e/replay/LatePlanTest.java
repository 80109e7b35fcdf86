package io.minewatch.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.wire.Topic;
import io.minewatch.jobs.judge.JudgeLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readings that come before the plan of their mine are judged and kept under their names. */
@Timeout(240)
class LatePlanTest {
  private static final Plan PLAN = Plans.of(Map.of(SteadyGateway.POINT, Measure.METHANE));

  /** More than a mine sends; a plan that comes late by seconds must be in time all the same. */
  private static final Duration BUSY = Duration.ofMillis(5);

  @TempDir private Path folder;

  @Test
  void aRetainedPlanReachesJobsThatSubscribeInTheMiddleOfABusyStream() throws Exception {
    try (Plant plant = Plant.start(folder, Plans.MINE);
        SteadyGateway mine = new SteadyGateway(plant.gatewayLink(Plans.MINE, "gw-01"), BUSY)) {
      plant.publish(PLAN);
      plant.runJobs(JudgeLimits.DEFAULTS);
      plant.awaitListening(Plans.MINE);
      mine.close();
      assertAllSinceTheFirstAreStored(plant, mine);
    }
  }

  @Test
  void whatCameBeforeThePlanIsJudgedWhenItComes() throws Exception {
    try (Plant plant = Plant.start(folder, Plans.MINE);
        SteadyGateway mine =
            new SteadyGateway(plant.gatewayLink(Plans.MINE, "gw-01"), Duration.ofMillis(100))) {
      mine.value = 1.2;
      plant.runJobs(JudgeLimits.DEFAULTS);
      await("both jobs run").atMost(Plant.LONG).until(plant::bothJobsRun);
      int before = mine.sent().size();
      await("readings for a plan to come late")
          .atMost(Plant.LONG)
          .until(() -> mine.sent().size() > before + 100);
      mine.value = 0.4;
      await("the excursion is over").until(() -> last(mine).value() == 0.4);
      long planned = last(mine).millis();
      plant.publish(PLAN);
      await("an excursion from before the plan is found")
          .atMost(Plant.LONG)
          .until(() -> facts(plant).size() >= 2);
      mine.close();
      assertThat(facts(plant))
          .extracting(Finding::kind)
          .containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
      assertThat(facts(plant)).allMatch(fact -> fact.measured().toEpochMilli() <= planned);
      assertAllSinceTheFirstAreStored(plant, mine);
      assertThat(stored(plant).get(0).value()).as("from before the plan").isEqualTo(1.2);
    }
  }

  private static Stored.Value last(SteadyGateway mine) {
    List<Stored.Value> sent = mine.sent();
    return sent.get(sent.size() - 1);
  }

  private static List<Finding> facts(Plant plant) {
    return plant.heard(Topic.Kind.FINDINGS, Plans.MINE, Finding.class).stream()
        .map(Plant.Heard::message)
        .toList();
  }

  /** Before a job has subscribed for the first time the broker keeps nothing for it. */
  private static void assertAllSinceTheFirstAreStored(Plant plant, SteadyGateway mine) {
    List<Stored.Value> sent = mine.sent();
    await("the last reading is stored")
        .atMost(Plant.LONG)
        .until(() -> stored(plant).contains(last(mine)));
    List<Stored.Value> stored = stored(plant);
    System.out.printf("late plan: %d readings sent, %d stored%n", sent.size(), stored.size());
    assertThat(stored).isEqualTo(sent.subList(sent.size() - stored.size(), sent.size()));
    assertThat(plant.stored.counts()).doesNotContainKey("unregistered");
    assertThat(plant.heard(Topic.Kind.REJECTED, Plans.MINE, Rejection.class)).isEmpty();
  }

  private static List<Stored.Value> stored(Plant plant) {
    return plant.stored.values("methane", SteadyGateway.POINT);
  }
}
