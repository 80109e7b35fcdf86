package io.minewatch.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that is run by the Flink of its context, as an application cluster does; here that is the
 * one that Flink makes in this JVM where there is no other.
 */
class ApplicationTest {
  private static final long NUMBERS = 100;
  private static final AtomicLong SEEN = new AtomicLong();

  @Test
  void theFlinkOfTheContextRunsTheJobWithOurSettings(@TempDir Path state) throws Exception {
    JobPlan plan = new JobPlan("ended", state, Duration.ofSeconds(1), 1, ApplicationTest::build);

    Application.run(plan);

    assertThat(SEEN.get()).isEqualTo(NUMBERS);
  }

  private static void build(StreamExecutionEnvironment env) {
    assertThat(env.getCheckpointConfig().getCheckpointInterval()).isEqualTo(1_000);
    assertThat(env.getParallelism()).isEqualTo(1);
    GeneratorFunction<Long, Long> same = index -> index;
    env.fromSource(
            new DataGeneratorSource<>(same, NUMBERS, Types.LONG),
            WatermarkStrategy.noWatermarks(),
            "numbers")
        .uid("numbers")
        .map((MapFunction<Long, Long>) number -> SEEN.incrementAndGet())
        .uid("seen")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }
}
