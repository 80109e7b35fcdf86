package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Lane;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** When the five minutes of a point are written. */
class StatisticsWrittenTest extends ArchiveHarness {
  @Test
  void aWindowIsWrittenOnceItIsOverAndACheckpointHoldsIt() throws Exception {
    send(plan());
    send(message(READINGS, gas(0, 0.4), 0, Lane.LIVE));
    send(message(READINGS, gas(299, 0.8), 1, Lane.LIVE));
    send(message(READINGS, gas(300, 0.5), 2, Lane.LIVE));
    harness.setProcessingTime(20_000);
    assertThat(statistics()).isEmpty();
    OperatorSubtaskState state = harness.snapshot(1, 21_000);
    harness.setProcessingTime(25_000);
    assertThat(statistics()).as("the checkpoint may yet fail").isEmpty();
    harness.notifyOfCompletedCheckpoint(1);
    harness.setProcessingTime(30_000);

    String line =
        "statistic_5m,measure=methane,mine=140921021337,point=T1-0101 "
            + "count=2i,measured=2i,last_ms=1767225899000i,min=0.4,max=0.8,";
    assertThat(statistics()).hasSize(1);
    assertThat(statistics().get(0)).startsWith(line).contains("last=0.8,q_good=2i,");
    List<String> before = statistics();

    harness.close();
    harness = harness();
    harness.setRestoredCheckpointId(1);
    harness.initializeState(state);
    harness.open();
    send(message(READINGS, gas(301, 0.5), 3, Lane.LIVE));
    harness.setProcessingTime(30_000);
    assertThat(statistics()).as("again, and the same").isEqualTo(before);
  }

  private List<String> statistics() {
    return batches().stream()
        .flatMap(batch -> new String(batch.lines(), UTF_8).lines())
        .filter(line -> line.startsWith("statistic_5m"))
        .toList();
  }
}
