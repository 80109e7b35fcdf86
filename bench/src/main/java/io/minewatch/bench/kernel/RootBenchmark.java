package io.minewatch.bench.kernel;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a reading costs the archive job more where what it writes is summed up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RootBenchmark {
  private final Sealer sealer = new RootKey("a key that is only measured with").sealer();
  private final Sealer.Of point = new Sealer.Of("140921021337", Measure.METHANE, "T1-0101");
  private final RootSum sum = new RootSum();
  private long at = 1_767_225_600_000L;

  /** Adds one reading. */
  @Benchmark
  public long root() {
    at += 1_000;
    sum.add(sealer.hash(point, at % 7 / 10.0, Quality.GOOD, at));
    return sum.count();
  }
}
