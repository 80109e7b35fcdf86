package io.minewatch.jobs.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Flink cluster in this JVM that does not forget: each job resumes from its newest completed
 * checkpoint on disk, after a clean stop as after {@code kill -9}, and restarts for ever when it
 * fails.
 */
public final class LocalCluster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);

  /** A job that has not ended by then is left to the end of the JVM. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MiniCluster cluster;
  private final List<Running> jobs = new ArrayList<>();

  private record Running(String name, JobID id) {}

  private LocalCluster(MiniCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts an empty cluster without a page of metrics; about 2 s.
   *
   * @param slots the sum of the jobs' parallelism
   */
  public static LocalCluster start(int slots) {
    return start(slots, null);
  }

  /**
   * Starts an empty cluster; about 2 s.
   *
   * @param slots the sum of the jobs' parallelism
   * @param metricsPort where Prometheus may read, on every address of the machine; null for nowhere
   */
  public static LocalCluster start(int slots, @Nullable Integer metricsPort) {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(JobConfig.cluster(metricsPort))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setCommonBindAddress("127.0.0.1")
                .withRandomPorts()
                .build());
    try {
      cluster.start();
    } catch (Exception e) {
      throw new IllegalStateException("the Flink cluster does not start", e);
    }
    return new LocalCluster(cluster);
  }

  /** Starts a job from where it stopped, or from nothing when it never ran. */
  public void run(JobPlan plan) {
    Optional<Path> checkpoint = Checkpoints.newest(plan.checkpoints());
    StreamGraph graph = JobGraphs.of(plan, checkpoint);
    JobID id = await(cluster.submitJob(graph)).getJobID();
    jobs.add(new Running(plan.name(), id));
    LOG.info(
        "Job {} runs as {}, resumed from {}",
        plan.name(),
        id,
        checkpoint.map(Path::toString).orElse("nothing"));
  }

  /** The state of a job that was started here, as Flink names it. */
  public JobStatus status(String name) {
    for (Running job : jobs) {
      if (job.name().equals(name)) {
        return await(cluster.getJobStatus(job.id()));
      }
    }
    throw new IllegalArgumentException("no job " + name + " was started");
  }

  /** Waits until every job has ended, which none does by itself unless its input ends. */
  public void join() throws InterruptedException {
    for (Running job : jobs) {
      try {
        JobResult result = cluster.requestJobResult(job.id()).get();
        LOG.info("Job {} ended: {}", job.name(), result.getJobStatus());
      } catch (ExecutionException e) {
        throw new IllegalStateException("job " + job.name() + " cannot be followed", e.getCause());
      }
    }
  }

  /** Stops all jobs, keeps their checkpoints, and stops the cluster. */
  @Override
  public void close() {
    for (Running job : jobs) {
      try {
        if (!await(cluster.getJobStatus(job.id())).isGloballyTerminalState()) {
          await(cluster.cancelJob(job.id()));
          await(cluster.requestJobResult(job.id()));
        }
      } catch (IllegalStateException e) {
        LOG.warn("Job {} did not stop in good order", job.name(), e);
      }
    }
    await(cluster.closeAsync());
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Flink", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Flink refuses", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("Flink did not answer within " + PATIENCE, e);
    }
  }
}
