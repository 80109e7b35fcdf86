package io.minewatch.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chain's latency, as short as it can be: every finding has its one call, nothing is far off.
 */
class ChainContestTest {
  /** The goal is 50 ms, warm and on a calm machine; here nothing is warm, and others run beside. */
  private static final double FAR_OFF_MILLIS = 30_000;

  @Test
  void everyFindingHasExactlyOneCallAndItIsPushed(@TempDir Path folder) throws Exception {
    ChainFigures figures =
        new ChainContest(40, 40, 80)
            .run(
                Path.of("../rules"),
                Path.of("../deploy/demo/model-colliery.yaml"),
                folder,
                Clock.systemUTC());

    assertThat(figures.faults()).isEmpty();
    assertThat(figures.pushed().getTotalCount()).isEqualTo(80);
    assertThat(figures.committed().getTotalCount()).isEqualTo(80);
    assertThat(figures.pushedP99Millis()).isPositive().isLessThan(FAR_OFF_MILLIS);
    assertThat(figures.lines()).hasSize(3).first().asString().startsWith("committed");
  }
}
