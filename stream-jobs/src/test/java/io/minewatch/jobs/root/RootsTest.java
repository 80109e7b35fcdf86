package io.minewatch.jobs.root;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.jobs.state.RootsSerializer;
import java.time.Instant;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class RootsTest {
  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private final Roots roots = new Roots();

  /** Said in decision 41. */
  @Test
  void aSumCostsInACheckpointWhatIsWrittenDown() throws Exception {
    roots.begin("key", START, () -> START);
    roots.of(Measure.METHANE, START).add(new byte[32]);
    int one = bytes();
    roots.of(Measure.METHANE, START + 1).add(new byte[32]);
    assertThat(bytes()).as("however many readings").isEqualTo(one);
    roots.of(Measure.CARBON_MONOXIDE, START).add(new byte[32]);
    assertThat(bytes() - one).isEqualTo(49);
  }

  private int bytes() throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(256);
    new RootsSerializer().serialize(roots, out);
    return out.length();
  }
}
