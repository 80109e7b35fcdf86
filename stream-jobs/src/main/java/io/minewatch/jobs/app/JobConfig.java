package io.minewatch.jobs.app;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.jspecify.annotations.Nullable;

/** What Flink is told, for the cluster and for each job. */
final class JobConfig {
  /** A store that is away holds checkpoints up; the job itself is well. */
  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private static final String REPORTER = "metrics.reporter.prom.";
  private static final String FACTORY =
      "org.apache.flink.metrics.prometheus.PrometheusReporterFactory";

  /** Labels that are new with each start or say what another one says: as in deploy/compose. */
  private static final String UNBOUNDED =
      "job_id;task_id;operator_id;task_attempt_id;task_attempt_num;tm_id;host";

  private JobConfig() {}

  /**
   * A small cluster that listens on the loopback address only, but for the page of its metrics.
   *
   * @param metricsPort of that page, which the reporter opens on every address; null for none
   */
  static Configuration cluster(@Nullable Integer metricsPort) {
    Configuration flink = new Configuration();
    flink.set(RestOptions.PORT, 0);
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(8));
    if (metricsPort != null) {
      flink.setString(REPORTER + "factory.class", FACTORY);
      flink.setString(REPORTER + "port", String.valueOf(metricsPort));
      flink.setString(REPORTER + "scope.variables.excludes", UNBOUNDED);
    }
    return flink;
  }

  static Configuration job(JobPlan plan) {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.NAME, plan.name());
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    // State of an operator without a uid is not found again by the next version of a job.
    flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    flink.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
    flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, plan.checkpoints().toUri().toString());
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, plan.interval());
    flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, ANY_NUMBER);
    flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(200));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(10));
    return flink;
  }
}
