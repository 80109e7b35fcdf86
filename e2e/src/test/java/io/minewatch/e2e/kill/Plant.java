package io.minewatch.e2e.kill;

import io.minewatch.alerting.app.AlertingMain;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.AccountsFile;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.app.BrokerMain;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.e2e.process.JavaProgram;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.app.JobsMain;
import io.minewatch.series.server.SeriesServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The product as processes of this machine. Each can be killed and started again where it stood:
 * same folder, same port, same accounts.
 */
final class Plant implements AutoCloseable {
  /** The demo's mine, as the registry folder has it. */
  static final MineCode MINE = new MineCode("140921021337");

  /** A start on a machine that does other things too. */
  private static final Duration START = Duration.ofSeconds(90);

  /** Starts sooner and needs less; what is tested does not hang on the speed of the code. */
  private static final String SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m";

  /** One process. */
  enum Part {
    BROKER("the broker is ready on"),
    JUDGE("Job judge is up"),
    /** A second judge job beside the first: own client ids, own checkpoints. */
    SECOND_JUDGE("Job judge is up"),
    ARCHIVE("Job archive is up"),
    ALERTING("alerting answers on port");

    private final String ready;

    Part(String ready) {
      this.ready = ready;
    }
  }

  private final Path folder;
  private final Path rules;
  private final @Nullable SeriesServer series;
  private final int brokerPort = freePort();
  private final int httpPort = freePort();
  private final Map<String, String> passwords = new HashMap<>();
  private final Map<Part, JavaProgram> running = new EnumMap<>(Part.class);
  private final List<JavaProgram> keepers = new ArrayList<>();
  private final Map<Part, Integer> starts = new EnumMap<>(Part.class);
  private final Thread lastResort = new Thread(this::killAll, "plant-end");

  /**
   * Prepares folders and accounts; starts nothing.
   *
   * @param rules folder of the rule packs
   * @param series where the archive job writes, null without one
   */
  Plant(Path folder, Path rules, @Nullable SeriesServer series) throws IOException {
    this.folder = folder;
    this.rules = rules;
    this.series = series;
    SecureRandom random = new SecureRandom();
    account("judge", Role.JUDGE, null, random);
    account("archive", Role.ARCHIVE, null, random);
    account("alerting", Role.ALERTING, null, random);
    account("gateway", Role.GATEWAY, MINE, random);
    account("observer", Role.OBSERVER, null, random);
    for (String person : new String[] {"dispatcher", "leader"}) {
      passwords.put(person, Passwords.generate(random));
    }
    Files.writeString(folder.resolve("alerting.yaml"), alertingSettings());
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  private void account(String user, Role role, @Nullable MineCode mine, SecureRandom random)
      throws IOException {
    String password = Passwords.generate(random);
    passwords.put(user, password);
    Account account = new Account(user, Passwords.hash(password, random), role, mine);
    AccountsFile.add(folder.resolve("accounts"), account);
  }

  private String alertingSettings() {
    return """
    database: {url: "jdbc:sqlite:%s"}
    broker: {server: "%s", clientId: minewatch-alerting, user: alerting}
    rules: "%s"
    mines: "%s"
    http: {bind: 127.0.0.1, port: %d}
    """
        .formatted(
            folder.resolve("journal.db").toAbsolutePath(),
            broker(),
            rules.toAbsolutePath(),
            Checkout.root().resolve("deploy/demo"),
            httpPort);
  }

  /** Starts processes side by side; returns when each has said that it is up. */
  void start(Part... parts) throws IOException {
    for (Part part : parts) {
      running.put(part, launch(part));
    }
    for (Part part : parts) {
      program(part).awaitPrinted(part.ready, START);
    }
  }

  private JavaProgram launch(Part part) throws IOException {
    // Of its own, so that what an earlier process printed is not taken for this one's.
    String name = part.name().toLowerCase(Locale.ROOT) + "-" + starts.merge(part, 1, Integer::sum);
    return switch (part) {
      case BROKER -> JavaProgram.start(name, folder, BrokerMain.class, brokerEnvironment(), "run");
      case JUDGE -> job(name, "judge", jobEnvironment("judge"));
      case SECOND_JUDGE -> job(name, "judge", secondJudge());
      case ARCHIVE -> job(name, "archive", jobEnvironment("archive"));
      case ALERTING ->
          JavaProgram.start(
              name,
              folder,
              AlertingMain.class,
              alertingEnvironment(),
              folder.resolve("alerting.yaml").toString());
    };
  }

  private Map<String, String> brokerEnvironment() {
    Map<String, String> all = environment();
    all.put("MINEWATCH_BROKER_DATA_DIR", folder.resolve("broker").toString());
    all.put("MINEWATCH_BROKER_ACCOUNTS", folder.resolve("accounts").toString());
    all.put("MINEWATCH_BROKER_PORT", String.valueOf(brokerPort));
    return all;
  }

  private JavaProgram job(String name, String job, Map<String, String> environment)
      throws IOException {
    return JavaProgram.start(name, folder, JobsMain.class, environment, job, "--settings", "env");
  }

  private Map<String, String> secondJudge() {
    Map<String, String> all = jobEnvironment("judge");
    all.put("MINEWATCH_JOBS_CLIENT_PREFIX", "minewatch-2");
    all.put("MINEWATCH_JOBS_STATE", folder.resolve("checkpoints-2").toString());
    return all;
  }

  /** Keeps a job on a cluster of processes, as one more process. */
  JavaProgram keeper(String name, String job, String cluster, int parallelism) throws IOException {
    Map<String, String> all = jobEnvironment(job);
    all.put("MINEWATCH_JOBS_PARALLELISM", String.valueOf(parallelism));
    JavaProgram keeper =
        JavaProgram.start(
            name, folder, JobsMain.class, all, job, "--settings", "env", "--cluster", cluster);
    keepers.add(keeper);
    return keeper;
  }

  private Map<String, String> jobEnvironment(String job) {
    Map<String, String> all = environment();
    all.put("MINEWATCH_JOBS_BROKER_URI", broker().toString());
    all.put("MINEWATCH_JOBS_BROKER_USER", job);
    all.put("MINEWATCH_JOBS_BROKER_PASSWORD", password(job));
    all.put("MINEWATCH_JOBS_CLIENT_PREFIX", "minewatch");
    all.put("MINEWATCH_JOBS_STATE", folder.resolve("checkpoints").toString());
    if (series != null) {
      all.put("MINEWATCH_JOBS_SERIES_URL", series.url().toString());
      all.put("MINEWATCH_JOBS_SERIES_USER", series.user());
      all.put("MINEWATCH_JOBS_SERIES_SECRET", series.secret());
    }
    return all;
  }

  private Map<String, String> alertingEnvironment() {
    Map<String, String> all = environment();
    all.put("MINEWATCH_ALERTING_BROKER_PASSWORD", password("alerting"));
    all.put("MINEWATCH_ALERTING_PASSWORD_DISPATCHER", password("dispatcher"));
    all.put("MINEWATCH_ALERTING_PASSWORD_LEADER", password("leader"));
    return all;
  }

  private static Map<String, String> environment() {
    return new TreeMap<>(Map.of("JAVA_TOOL_OPTIONS", SMALL));
  }

  /** As {@code kill -9}; returns when the process is gone. */
  void kill(Part part) {
    program(part).kill();
  }

  private JavaProgram program(Part part) {
    JavaProgram program = running.get(part);
    if (program == null) {
      throw new IllegalStateException(part + " was never started");
    }
    return program;
  }

  /** How somebody with an account reaches the broker. */
  MqttSettings line(String user, String clientId) {
    return MqttSettings.of(broker(), clientId, user, password(user));
  }

  private URI broker() {
    return URI.create("tcp://127.0.0.1:" + brokerPort);
  }

  /** Somebody at the HTTP API. */
  Person person(String user) {
    return new Person(URI.create("http://127.0.0.1:" + httpPort), user, password(user));
  }

  private String password(String user) {
    String password = passwords.get(user);
    if (password == null) {
      throw new IllegalArgumentException("no account " + user);
    }
    return password;
  }

  static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void killAll() {
    running.values().forEach(JavaProgram::kill);
    keepers.forEach(JavaProgram::kill);
  }

  @Override
  public void close() {
    killAll();
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
