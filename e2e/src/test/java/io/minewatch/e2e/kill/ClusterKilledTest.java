package io.minewatch.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.e2e.kill.Plant.Part;
import io.minewatch.e2e.process.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class ClusterKilledTest {
  private static final String FACE = "T1-0101";
  private static final Duration START = Duration.ofSeconds(90);

  /** With what each process printed; kept when the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void judgingOnAClusterOutlivesItsTaskManagerItsJobManagerAndAnotherParallelism()
      throws Exception {
    Path rules =
        Checkout.rulesWith(
            folder.resolve("rules"), "reentry-hold", Map.of("time: PT1M", "time: PT1S"));
    try (Plant plant = new Plant(folder, rules, null);
        FlinkProcesses flink = new FlinkProcesses(folder)) {
      plant.start(Part.BROKER);
      plant.start(Part.ALERTING);
      JavaProgram jobManager = flink.jobManager("job-manager-1");
      JavaProgram worker = flink.taskManager("task-manager-1");
      JavaProgram keeper = keeper(plant, flink, 2);
      try (Overheard bus = new Overheard(plant.line("observer", "observer.cluster"));
          FieldGateway gateway = gatewayOf(plant, bus)) {
        gateway.measure(FACE, 1.1);
        Finding opened = bus.await(FACE, FindingKind.OPENED);
        assertTellsPrometheus(flink);

        worker.kill();
        Instant killed = Instant.now();
        flink.taskManager("task-manager-2");
        gateway.measure(FACE, 1.6);
        Finding raised = bus.await(FACE, FindingKind.RAISED);
        tell("task manager", killed, raised.judged());

        keeper.kill();
        jobManager.kill();
        Instant lost = Instant.now();
        flink.jobManager("job-manager-2");
        keeper(plant, flink, 1);
        gateway.measure(FACE, 0.5);
        Finding cleared = bus.await(FACE, FindingKind.CLEARED);
        tell("job manager, from 2 slots to 1", lost, cleared.judged());
        gateway.finish();

        bus.assertAllJudged(gateway.sent());
        List<Finding> facts = bus.facts(FACE);
        assertThat(facts)
            .extracting(Finding::kind)
            .containsExactly(FindingKind.OPENED, FindingKind.RAISED, FindingKind.CLEARED);
        assertThat(facts).extracting(Finding::id).containsOnly(opened.id());
      }
    }
  }

  private static JavaProgram keeper(Plant plant, FlinkProcesses flink, int parallelism)
      throws Exception {
    JavaProgram keeper =
        plant.keeper("keeper-" + parallelism, "judge", flink.address(), parallelism);
    keeper.awaitPrinted("Job judge runs as", START);
    return keeper;
  }

  /** Begins to send once the job listens: what it does not hear then counts as missing. */
  private static FieldGateway gatewayOf(Plant plant, Overheard bus) {
    bus.awaitSummary("the job has the plan", summary -> true);
    return new FieldGateway(
        plant.line("gateway", Plant.MINE + ".gw-1"), Map.of(FACE, 0.4), List.of(), "face-0101");
  }

  private static void assertTellsPrometheus(FlinkProcesses flink) {
    Awaitility.await("the pages tell of the job")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(flink.metrics())
                    .contains("flink_jobmanager_job_lastCheckpointDuration{job_name=\"judge\"")
                    .containsPattern(
                        "flink_taskmanager_job_task_operator_mqtt_window\\{[^\n]*} 2000")
                    .containsPattern("minewatch_messages_received_total\\{[^\n]*} [1-9]")
                    .doesNotContain("job_id=", "tm_id=", "task_attempt_id=", "host="));
  }

  private static void tell(String who, Instant killed, Instant judged) {
    System.out.printf(
        "killed %s: judged again %.1f s later%n",
        who, Duration.between(killed, judged).toMillis() / 1e3);
  }
}
