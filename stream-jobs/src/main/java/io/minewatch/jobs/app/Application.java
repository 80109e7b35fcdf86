package io.minewatch.jobs.app;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job that is handed in by the cluster which runs it, from its own main method. What it resumes
 * from is that cluster's to say, by its own settings: whoever keeps the cluster keeps the job.
 */
final class Application {
  private Application() {}

  /** Hands the job in; returns when it has ended, or at once where the cluster says so. */
  static void run(JobPlan plan) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobConfig.job(plan));
    env.setParallelism(plan.parallelism());
    plan.build().accept(env);
    env.execute(plan.name());
  }
}
