package io.minewatch.jobs.app;

import io.minewatch.jobs.archive.ArchiveJob;
import io.minewatch.jobs.archive.ArchiveSettings;
import io.minewatch.jobs.archive.Waiting;
import io.minewatch.jobs.judge.JudgeJob;
import io.minewatch.jobs.judge.JudgeLimits;
import io.minewatch.jobs.judge.JudgeSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs one job in this JVM: {@code judge|archive --settings FILE|env}. After {@code kill -9} the
 * next start resumes from the newest completed checkpoint; SIGTERM and Ctrl-C stop it cleanly. With
 * {@code --cluster HOST:PORT} it keeps the job running on a cluster of separate processes instead,
 * and leaves it there when it ends. With {@code --application} it is the main class of an
 * application cluster, as the Flink operator of Kubernetes makes one.
 */
public final class JobsMain {
  private static final String USAGE =
      "usage: judge|archive --settings FILE|env [--cluster HOST:PORT | --application]";
  private static final Set<String> JOBS = Set.of("judge", "archive");
  private static final int WRONG_USE = 64; // EX_USAGE of sysexits.h
  private static final int WRONG_SETTINGS = 78; // EX_CONFIG
  private static final String LOGGING = "logback.configurationFile";

  private JobsMain() {}

  /** Starts the program. */
  public static void main(String[] args) throws Exception {
    // Before the first logger, of which this class therefore has none: beside a broker on the class
    // path its library's logback.xml would be taken.
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "minewatch-jobs-logback.xml");
    }
    JobsSettings told;
    JobPlan plan;
    @Nullable InetSocketAddress remote;
    try {
      told = told(args, System.getenv());
      plan = plan(args[0], told);
      remote = remote(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(String.valueOf(e.getMessage()).equals(USAGE) ? WRONG_USE : WRONG_SETTINGS);
      return;
    }
    if (isApplication(args)) {
      Application.run(plan);
      return;
    }
    if (remote != null) {
      JobKeeper keeper = new JobKeeper(plan, remote);
      Runtime.getRuntime().addShutdownHook(new Thread(keeper::close, "stop"));
      keeper.keep();
      return;
    }
    LocalCluster cluster = LocalCluster.start(plan.parallelism(), told.metricsPort());
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop"));
    cluster.run(plan);
    LoggerFactory.getLogger(JobsMain.class).info("Job {} is up", plan.name());
    cluster.join();
  }

  /**
   * What the arguments ask for.
   *
   * @throws IllegalArgumentException with the usage, or with one line for each problem
   */
  static JobPlan plan(String[] args, Map<String, String> environment) {
    return plan(args[0], told(args, environment));
  }

  private static JobsSettings told(String[] args, Map<String, String> environment) {
    boolean local = args.length == 3;
    boolean remote = args.length == 5 && args[3].equals("--cluster");
    boolean here = isApplication(args);
    if ((!local && !remote && !here) || !args[1].equals("--settings") || !JOBS.contains(args[0])) {
      throw new IllegalArgumentException(USAGE);
    }
    @Nullable Path file = args[2].equals("env") ? null : Path.of(args[2]);
    JobsSettings told = JobsSettings.read(file, environment);
    if (!local && told.metricsPort() != null) {
      throw new IllegalArgumentException(
          "metrics-port: is said by the cluster's own file, metrics.reporter.prom.port");
    }
    return told;
  }

  private static JobPlan plan(String job, JobsSettings told) {
    return job.equals("judge") ? judge(told) : archive(told);
  }

  private static boolean isApplication(String[] args) {
    return args.length == 4 && args[3].equals("--application");
  }

  /** Where the cluster is, null for this process. */
  static @Nullable InetSocketAddress remote(String[] args) {
    if (args.length < 5) {
      return null;
    }
    int colon = args[4].lastIndexOf(':');
    try {
      int port = Integer.parseInt(args[4].substring(colon + 1));
      return InetSocketAddress.createUnresolved(args[4].substring(0, Math.max(0, colon)), port);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--cluster is HOST:PORT, was " + args[4], e);
    }
  }

  private static JobPlan judge(JobsSettings told) {
    JudgeSettings settings =
        new JudgeSettings(
            told.broker(),
            told.slots(),
            told.interval() == null ? JudgeSettings.USUAL_INTERVAL : told.interval(),
            told.rate(),
            JudgeLimits.DEFAULTS);
    return new JobPlan(
        "judge",
        told.state(),
        settings.interval(),
        told.parallelism(),
        env -> JudgeJob.build(env, settings));
  }

  private static JobPlan archive(JobsSettings told) {
    if (told.series() == null) {
      throw new IllegalArgumentException("series-url: is missing, the archive job writes there");
    }
    ArchiveSettings settings =
        new ArchiveSettings(
            told.broker(),
            told.slots(),
            told.interval() == null ? ArchiveSettings.USUAL_INTERVAL : told.interval(),
            told.rate(),
            told.series(),
            told.limits(),
            Waiting.USUAL,
            told.rootKey());
    return new JobPlan(
        "archive",
        told.state(),
        settings.interval(),
        told.parallelism(),
        env -> ArchiveJob.build(env, settings));
  }
}
