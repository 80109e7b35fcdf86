package io.minewatch.jobs.app;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one job running on a Flink cluster of separate processes. The cluster itself brings a job
 * back when a task manager dies; it forgets its jobs when its only job manager dies. Then this
 * submits the job again from its newest completed checkpoint, once the cluster answers and runs
 * none of that name.
 *
 * <p>One keeper for a job: two could submit it twice. It leaves the job running when it ends. A job
 * that somebody cancels comes back; end the keeper first.
 */
final class JobKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JobPlan plan;
  private final InetSocketAddress cluster;
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean answered = true;
  private boolean seen;

  /**
   * Prepares it.
   *
   * @param cluster where the REST interface of the job manager is
   */
  JobKeeper(JobPlan plan, InetSocketAddress cluster) {
    this.plan = plan;
    this.cluster = cluster;
  }

  /** Looks after the job until closed. */
  void keep() throws InterruptedException {
    do {
      try {
        look();
        answered = true;
      } catch (IllegalStateException e) {
        if (answered) {
          LOG.warn(
              "The cluster at {} does not answer or refuses; asking again for ever", cluster, e);
        }
        answered = false;
      }
    } while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void look() throws InterruptedException {
    Configuration where = new Configuration();
    where.set(RestOptions.ADDRESS, cluster.getHostString());
    where.set(RestOptions.PORT, cluster.getPort());
    where.set(RestOptions.RETRY_MAX_ATTEMPTS, 1); // we ask again ourselves
    try (RestClusterClient<String> client = client(where)) {
      Collection<JobStatusMessage> jobs = await(client.listJobs());
      boolean runs =
          jobs.stream()
              .anyMatch(
                  job ->
                      job.getJobName().equals(plan.name())
                          && !job.getJobState().isGloballyTerminalState());
      if (!runs) {
        submit(client);
      } else if (!seen) {
        LOG.info("Job {} runs already", plan.name());
      }
      seen = true;
    }
  }

  private void submit(RestClusterClient<String> client) throws InterruptedException {
    Optional<Path> checkpoint = Checkpoints.newest(plan.checkpoints());
    StreamGraph graph = JobGraphs.of(plan, checkpoint);
    // What crosses to another process is the job graph; a stream graph leaves its functions behind.
    JobID id =
        await(
            client.submitJob(
                graph.getJobGraph(JobKeeper.class.getClassLoader(), graph.getJobID())));
    LOG.info(
        "Job {} runs as {}, resumed from {}",
        plan.name(),
        id,
        checkpoint.map(Path::toString).orElse("nothing"));
  }

  private static RestClusterClient<String> client(Configuration where) {
    try {
      return new RestClusterClient<>(where, "standalone");
    } catch (Exception e) {
      throw new IllegalStateException("no client for the cluster", e);
    }
  }

  private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the cluster refuses", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the cluster did not answer within " + PATIENCE, e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
