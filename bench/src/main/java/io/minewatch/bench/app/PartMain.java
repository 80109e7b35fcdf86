package io.minewatch.bench.app;

import io.minewatch.bench.nation.LimitProgram;
import io.minewatch.bench.nation.NationContest;
import io.minewatch.bench.script.Pace;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Workload;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.app.JobPlan;
import io.minewatch.jobs.app.LocalCluster;
import io.minewatch.jobs.archive.ArchiveJob;
import io.minewatch.jobs.archive.ArchiveSettings;
import io.minewatch.jobs.archive.Waiting;
import io.minewatch.jobs.judge.JudgeJob;
import io.minewatch.jobs.judge.JudgeLimits;
import io.minewatch.jobs.judge.JudgeSettings;
import io.minewatch.jobs.series.SinkLimits;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.LineWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * One program of the platform as a process of its own, with the windows and intervals that a nation
 * needs: {@code broker|judge|archive|questdb key=value...}. The password of all accounts comes from
 * the environment.
 */
public final class PartMain {
  /** Who may come, all with the password of the run. */
  public static final List<Role> ROLES =
      List.of(Role.JUDGE, Role.ARCHIVE, Role.ALERTING, Role.SIMULATOR, Role.OBSERVER);

  private static final String PASSWORD = "MINEWATCH_BENCH_PASSWORD";
  private static final String LOGGING = "logback.configurationFile";

  /** As many as the broker lets be under way to one subscriber. */
  private static final int WINDOW = 20_000;

  private static final long LOOK_NANOS = 1_000_000_000;

  private PartMain() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty(LOGGING, "minewatch-jobs-logback.xml");
    Map<String, String> told = new HashMap<>();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      int at = argument.indexOf('=');
      told.put(argument.substring(0, at), argument.substring(at + 1));
    }
    Told settings = new Told(told, Objects.requireNonNullElse(System.getenv(PASSWORD), ""));
    switch (arguments[0]) {
      case "broker" -> broker(settings);
      case "judge" -> judge(settings);
      case "archive" -> archive(settings);
      case "limit" -> limit(settings);
      case "questdb" ->
          EmbeddedQuestDb.start(
              Path.of(settings.get("dir")), settings.number("port"), settings.password());
      default -> throw new IllegalArgumentException("no such part: " + arguments[0]);
    }
    System.out.println("the part is up");
    // Until the process is told to end, or the one that started it has ended without a word.
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    while (parent.isAlive()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    Runtime.getRuntime().halt(1);
  }

  private record Told(Map<String, String> values, String password) {
    String get(String key) {
      return Objects.requireNonNull(values.get(key), key);
    }

    int number(String key) {
      return Integer.parseInt(get(key));
    }

    MqttSettings line(String user) {
      return MqttSettings.of(URI.create(get("broker")), "bench", user, password)
          .withReceiveMaximum(WINDOW);
    }

    /**
     * The embedded store asks for the password of the run, a server of the distribution for none.
     */
    SeriesServer series() {
      URI url = URI.create(get("series"));
      return get("store").equals("QUESTDB")
          ? EmbeddedQuestDb.address(url, password)
          : SeriesServer.at(url, "minewatch");
    }

    /** The mines of each slot, in turns. */
    List<List<MineCode>> slots() {
      int count = number("slots");
      if (count == 1) {
        return List.of(List.of());
      }
      List<List<MineCode>> slots = new ArrayList<>();
      for (int slot = 0; slot < count; slot++) {
        slots.add(new ArrayList<>());
      }
      List<String> mines = List.of(get("mines").split(",", -1));
      for (int i = 0; i < mines.size(); i++) {
        slots.get(i % count).add(new MineCode(mines.get(i)));
      }
      return slots;
    }
  }

  private static void broker(Told told) throws IOException {
    SecureRandom random = new SecureRandom();
    List<Account> accounts = new ArrayList<>();
    for (Role role : ROLES) {
      String user = role.name().toLowerCase(Locale.ROOT);
      accounts.add(new Account(user, Passwords.hash(told.password(), random), role, null));
    }
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            BrokerSettings.of(Path.of(told.get("dir")), told.number("port"))
                .withKeeps(BrokerSettings.Keeps.valueOf(told.get("keeps"))),
            accounts);
    Thread teller = new Thread(() -> tellDropped(broker), "dropped");
    teller.setDaemon(true);
    teller.start();
  }

  private static void tellDropped(EmbeddedBroker broker) {
    long told = 0;
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK_NANOS);
      if (broker.droppedMessages() != told) {
        told = broker.droppedMessages();
        System.out.println("dropped messages: " + told);
      }
    }
  }

  private static void judge(Told told) {
    JudgeSettings settings =
        new JudgeSettings(
            told.line("judge"),
            told.slots(),
            Duration.parse(told.get("interval")),
            told.number("rate"),
            JudgeLimits.DEFAULTS);
    run(
        new JobPlan(
            "judge",
            Path.of(told.get("dir")),
            settings.interval(),
            told.number("slots"),
            env -> JudgeJob.build(env, settings)));
  }

  private static void archive(Told told) {
    ArchiveSettings settings =
        new ArchiveSettings(
            told.line("archive"),
            told.slots(),
            Duration.parse(told.get("interval")),
            told.number("rate"),
            told.series(),
            SinkLimits.USUAL,
            Waiting.USUAL,
            null);
    run(
        new JobPlan(
            "archive",
            Path.of(told.get("dir")),
            settings.interval(),
            told.number("slots"),
            env -> ArchiveJob.build(env, settings)));
  }

  private static void limit(Told told) throws IOException {
    Mix.Share share = new Mix.Share(told.number("batch"), told.number("people"));
    Mix mix =
        Mix.paced(NationContest.SEED, told.number("mines"), share, new Pace(told.number("faster")));
    LineWriter store = told.get("series").isEmpty() ? null : SeriesServers.writer(told.series());
    LimitProgram.start(
        new Workload(mix),
        told.line("observer"),
        store,
        Path.of(told.get("dir")),
        Clock.systemUTC());
  }

  private static void run(JobPlan plan) {
    LocalCluster cluster = LocalCluster.start(plan.parallelism());
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop"));
    cluster.run(plan);
  }
}
