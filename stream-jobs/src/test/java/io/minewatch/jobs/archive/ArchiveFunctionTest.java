package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Samples;
import io.minewatch.jobs.series.SeriesBatch;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class ArchiveFunctionTest extends ArchiveHarness {
  @Test
  void oneMessageBecomesOneBatchWithKnownAndUnregisteredPoints() throws Exception {
    send(plan());
    send(readings(7));

    List<SeriesBatch> batches = batches();
    assertThat(batches).hasSize(1);
    SeriesBatch batch = batches.get(0);
    assertThat(batch.topic()).isEqualTo(READINGS);
    assertThat(batch.sequence()).isEqualTo(7);
    assertThat(batch.count()).isEqualTo(5);
    assertThat(new String(batch.lines(), UTF_8))
        .isEqualTo(
            """
            methane,mine=140921021337,point=T1-0101,zone=face-0101 value=0.42,quality="GOOD" 1767225600000000000
            unregistered,mine=140921021337,point=T2-0101 unit="/100",value=0.31,quality="GOOD" 1767225600500000000
            unregistered,mine=140921021337,point=T0-0101 unit="/",value=0.012,quality="GOOD" 1767225601000000000
            unregistered,mine=140921021337,point=CO-0101 unit="ppm",value=6.0,quality="CALIBRATION" 1767225600000000000
            unregistered,mine=140921021337,point=FAN-01 unit="/",value=1.0,quality="GOOD" 1767225600000000000
            """);
  }

  @Test
  void ofAPackOfWhichRecordsAreRefusedTheOthersAreKept() throws Exception {
    send(plan());
    String pack =
        "[{\"bn\":\"140921021337/gw-01/\",\"bt\":1767225600,\"n\":\"T1-0101\",\"u\":\"/100\",\"v\":0.5},"
            + "{\"n\":\"T1-0101\",\"u\":\"/100\",\"v\":\"hot\",\"t\":1},"
            + "{\"n\":\"T1-0101\",\"u\":\"/100\",\"v\":1.6,\"t\":2,\"q\":\"ODD\"}]";
    send(message(READINGS, pack.getBytes(UTF_8), 7, Lane.LIVE));
    send(message(READINGS, "[{\"v\":1}]".getBytes(UTF_8), 8, Lane.LIVE));

    assertThat(batches()).hasSize(1);
    assertThat(new String(batches().get(0).lines(), UTF_8))
        .isEqualTo(
            """
            methane,mine=140921021337,point=T1-0101,zone=face-0101 value=0.5,quality="GOOD" 1767225600000000000
            methane,mine=140921021337,point=T1-0101,zone=face-0101 value=1.6,quality="SUSPECT" 1767225602000000000
            """);
  }

  @Test
  void bothLanesAreKept() throws Exception {
    send(plan());
    send(message(READINGS, Samples.bytes("readings.json"), 1, Lane.BACKFILL));

    assertThat(batches()).hasSize(1);
  }

  @Test
  void readingsWaitForThePlanOfTheirMine() throws Exception {
    send(readings(0));
    send(readings(1));
    assertThat(batches()).isEmpty();

    send(plan());

    assertThat(batches()).extracting(SeriesBatch::sequence).containsExactly(0L, 1L);
    assertThat(new String(batches().get(0).lines(), UTF_8)).startsWith("methane,");
  }

  @Test
  void whenTheWaitIsOverReadingsAreUnregisteredAndNotLost() throws Exception {
    send(readings(0));
    harness.setProcessingTime(10_999);
    assertThat(batches()).isEmpty();

    harness.setProcessingTime(11_000);
    send(readings(1));

    assertThat(batches()).extracting(SeriesBatch::sequence).containsExactly(0L, 1L);
    assertThat(new String(batches().get(0).lines(), UTF_8)).startsWith("unregistered,");
  }

  @Test
  void beyondTheBoundNothingWaitsAnyLonger() throws Exception {
    send(readings(0));
    send(readings(1));
    send(readings(2));

    assertThat(batches()).hasSize(3);
  }

  @Test
  void strangersBeyondTheBoundAreNotKept() throws Exception {
    send(plan());
    send(readings(0)); // four strangers
    String more = "[{\"n\":\"140921021337/gw-01/X9\",\"v\":1,\"t\":1767225600}]";
    send(message(READINGS, more.getBytes(UTF_8), 1, Lane.LIVE));

    assertThat(batches()).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsLeftOutAndStopsNothing() throws Exception {
    send(plan());
    send(message(READINGS, "no json".getBytes(UTF_8), 1, Lane.LIVE));
    send(message(PLAN, "no plan".getBytes(UTF_8), -1, Lane.LIVE));
    send(message("mw/v1/x/gw-01/readings", new byte[0], 1, Lane.LIVE));
    send(readings(2));

    assertThat(batches()).hasSize(1);
    assertThat(new String(batches().get(0).lines(), UTF_8)).startsWith("methane,");
  }

  @Test
  void planAndWaitingMessagesSurviveARestart() throws Exception {
    send(plan());
    String other = "mw/v1/999999999999/gw-01/readings";
    String pack = "[{\"n\":\"999999999999/gw-01/X9\",\"v\":1,\"t\":1767225600}]";
    send(message(other, pack.getBytes(UTF_8), 5, Lane.LIVE));
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();

    harness = harness();
    harness.initializeState(state);
    harness.open();
    send(readings(8));
    harness.setProcessingTime(11_000);

    assertThat(batches()).extracting(SeriesBatch::sequence).containsExactly(8L, 5L);
    assertThat(new String(batches().get(0).lines(), UTF_8)).startsWith("methane,");
  }
}
