package io.minewatch.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State is found again by the uid of its operator, so no operator may be without one. */
class JobGraphsTest {
  @TempDir private Path folder;

  @Test
  void anOperatorWithoutAUidStopsTheStart() {
    assertThatThrownBy(() -> JobGraphs.of(plan(JobGraphsTest::nameless), Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("UID")
        .hasMessageContaining("the nameless one");
  }

  @Test
  void oneWhoseOperatorsAllHaveOneIsBuilt() {
    assertThat(JobGraphs.of(plan(JobGraphsTest::named), Optional.empty()).getStreamNodes())
        .hasSize(2);
  }

  private static void nameless(StreamExecutionEnvironment env) {
    env.fromSequence(1, 2)
        .uid("numbers")
        .map(each -> each)
        .returns(Long.class)
        .name("the nameless one")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  private static void named(StreamExecutionEnvironment env) {
    env.fromSequence(1, 2).uid("numbers").sinkTo(new DiscardingSink<>()).uid("nowhere");
  }

  private JobPlan plan(Consumer<StreamExecutionEnvironment> build) {
    return new JobPlan("uids", folder, Duration.ofSeconds(1), 1, build);
  }
}
