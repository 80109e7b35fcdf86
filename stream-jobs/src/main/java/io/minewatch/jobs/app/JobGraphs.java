package io.minewatch.jobs.app;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Makes of a plan what a cluster runs: the same graph in one process and in many. */
final class JobGraphs {
  private JobGraphs() {}

  /** The job, to be resumed from a checkpoint if there is one. */
  static StreamGraph of(JobPlan plan, Optional<Path> checkpoint) {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(JobConfig.job(plan));
    env.setParallelism(plan.parallelism());
    plan.build().accept(env);
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(plan.name());
    graph.setJobId(new JobID()); // of its own: a folder of checkpoints belongs to one run
    checkpoint.ifPresent(
        found ->
            graph.setSavepointRestoreSettings(
                // Claimed: Flink removes it once it has a newer one of its own.
                SavepointRestoreSettings.forPath(
                    found.toUri().toString(), false, RecoveryClaimMode.CLAIM)));
    return graph;
  }
}
