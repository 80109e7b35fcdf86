package io.minewatch.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {
  /** What the job's keyed state holds, seen from outside: job and test share the JVM. */
  private static final AtomicLong SEEN = new AtomicLong();

  private static final AtomicLong FIRST = new AtomicLong();

  @Test
  void aJobThatIsStoppedAndStartedAgainRemembers(@TempDir Path state) {
    runUntilCheckpointed(state, 20);
    long stoppedAt = SEEN.get();
    assertThat(FIRST.getAndSet(0)).isEqualTo(1);

    runUntilCheckpointed(state, 20);

    assertThat(FIRST.get()).isGreaterThan(1).isLessThanOrEqualTo(stoppedAt + 1);
  }

  @Test
  void twoJobsShareOneCluster(@TempDir Path state) {
    try (LocalCluster cluster = LocalCluster.start(2)) {
      cluster.run(plan("one", state));
      cluster.run(plan("two", state));
      Awaitility.await().until(() -> Checkpoints.newest(state.resolve("one")).isPresent());
      Awaitility.await().until(() -> Checkpoints.newest(state.resolve("two")).isPresent());
      assertThat(cluster.status("two").isGloballyTerminalState()).isFalse();
    }
    assertThat(Checkpoints.newest(state.resolve("one"))).isPresent();
  }

  private static void runUntilCheckpointed(Path state, int steps) {
    SEEN.set(0);
    try (LocalCluster cluster = LocalCluster.start(1)) {
      cluster.run(plan("counting", state));
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> SEEN.get() > steps);
      Path before = Checkpoints.newest(state.resolve("counting")).orElse(state);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !Checkpoints.newest(state.resolve("counting")).orElse(state).equals(before));
    }
  }

  private static JobPlan plan(String name, Path state) {
    return new JobPlan(name, state, Duration.ofMillis(100), 1, LocalClusterTest::counting);
  }

  private static void counting(StreamExecutionEnvironment env) {
    GeneratorFunction<Long, Long> same = index -> index;
    env.fromSource(
            new DataGeneratorSource<>(
                same, Long.MAX_VALUE, RateLimiterStrategy.perSecond(100), Types.LONG),
            WatermarkStrategy.noWatermarks(),
            "numbers")
        .uid("numbers")
        .keyBy(number -> "one", Types.STRING)
        .process(new Count())
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  private static final class Count extends KeyedProcessFunction<String, Long, Long> {
    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
      count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public void processElement(Long value, Context context, Collector<Long> out) throws Exception {
      Long before = count.value();
      long now = before == null ? 1 : before + 1;
      count.update(now);
      FIRST.compareAndSet(0, now);
      SEEN.set(now);
      out.collect(now);
    }
  }
}
