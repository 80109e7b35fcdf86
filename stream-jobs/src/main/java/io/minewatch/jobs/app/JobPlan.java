package io.minewatch.jobs.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job to run on the local cluster.
 *
 * @param name of the job; its checkpoints lie below this name
 * @param state folder of all jobs' checkpoints
 * @param interval between checkpoints: also how long a message waits for its acknowledgement
 * @param parallelism how many slots it takes
 * @param build puts the job into the environment
 */
public record JobPlan(
    String name,
    Path state,
    Duration interval,
    int parallelism,
    Consumer<StreamExecutionEnvironment> build) {
  public JobPlan {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(build, "build");
    if (interval.compareTo(Duration.ofMillis(10)) < 0 || parallelism < 1) {
      throw new IllegalArgumentException(
          "job " + name + " needs an interval and a slot, was " + interval + ", " + parallelism);
    }
  }

  /** Where this job's checkpoints lie. */
  public Path checkpoints() {
    return state.resolve(name).toAbsolutePath();
  }
}
