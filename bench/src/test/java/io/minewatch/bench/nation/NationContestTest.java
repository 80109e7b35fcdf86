package io.minewatch.bench.nation;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.bench.script.Pace;
import io.minewatch.bench.workload.Mix;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paced form at its smallest: it is there, and right; its figures are looked at by nobody. */
class NationContestTest {
  @Test
  void threeMinesGoThroughAllProgramsAndEveryFactIsFoundOnce(@TempDir Path folder)
      throws Exception {
    NationSettings settings =
        new NationSettings(
            3,
            new Mix.Share(30, 40),
            new Pace(5),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16),
            NationSettings.Broker.DISK,
            NationSettings.Store.QUESTDB,
            new NationSettings.Meddling("", ""),
            new NationSettings.Checkpointing(Duration.ofSeconds(1), 1),
            Path.of("../rules"),
            folder,
            Map.of());
    Figures figures =
        new NationContest(
                settings, "a-password-of-this-test", Clock.systemUTC(), System.out::println)
            .run("in a test");

    // A machine that stalls sends and confirms late, which voids figures and not what was found.
    assertThat(figures.faults())
        .allMatch(fault -> fault.contains(" late ") || fault.contains(" behind "), "is about time");
    assertThat(figures.load().found()).isPositive().isEqualTo(figures.load().expected());
    assertThat(figures.latencies()).isNotEmpty();
    assertThat(figures.bill()).isNotEmpty();
  }
}
