package io.minewatch.bench.engine;

import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One local cluster that runs job after job, so that no run pays for its start. */
public final class Engine implements AutoCloseable {
  /** As many as the machine that the goals are set for has cores. */
  public static final int SLOTS = 2;

  private static final String NETWORK = "64m";

  private static final long STOP_SECONDS = 30;

  private final MiniCluster cluster;

  private Engine(MiniCluster cluster) {
    this.cluster = cluster;
  }

  public static Engine start() {
    Configuration settings = new Configuration();
    settings.set(RestOptions.PORT, 0);
    settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.parse(NETWORK));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.parse(NETWORK));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse("16m"));
    settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    settings.setString("metrics.reporter.bench.factory.class", Counters.Factory.class.getName());
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
    try {
      cluster.start();
    } catch (Exception e) {
      throw new IllegalStateException("the local cluster does not start", e);
    }
    return new Engine(cluster);
  }

  /** An environment with Flink's defaults, but for the parallelism. */
  public StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(SLOTS);
    return env;
  }

  /** Runs what was built in the environment until its bounded source has ended. */
  public void run(StreamExecutionEnvironment env) {
    try {
      cluster.executeJobBlocking(env.getStreamGraph().getJobGraph());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException("the job failed", e);
    }
  }

  @Override
  public void close() throws Exception {
    cluster.closeAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
