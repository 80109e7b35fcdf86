package io.minewatch.e2e.campaign;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.PasswordHash;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.AccountsFile;
import io.minewatch.broker.account.Passwords;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Samples;
import io.minewatch.e2e.process.JavaProgram;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.app.JobsMain;
import io.minewatch.series.server.SeriesServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A broker and both jobs as processes that can be killed and started where they stood. */
final class Works implements AutoCloseable {
  static final MineCode MINE = new MineCode(Samples.MINE);

  private static final Duration START = Duration.ofMinutes(2);
  private static final String SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m";

  private final Path folder;
  private final Broker broker;
  private final String password;
  private final Thread lastResort = new Thread(this::killAll, "works-end");
  private final SeriesServer series;
  private final Map<String, JavaProgram> jobs = new TreeMap<>();
  private int starts;

  /** A broker of some make. */
  interface Broker {
    /** Returns when it takes connections. */
    void start() throws IOException;

    /** As {@code kill -9}. */
    void kill();

    int port();
  }

  /** The jobs, by the names by which they are run. */
  static final List<String> JOBS = List.of("judge", "archive");

  Works(Path folder, Broker broker, String password, SeriesServer series) {
    this.folder = folder;
    this.series = series;
    this.broker = broker;
    this.password = password;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Accounts with one password for all who meet here; gives the password. */
  static String accounts(Path file) throws IOException {
    SecureRandom random = new SecureRandom();
    String password = Passwords.generate(random);
    PasswordHash hash = Passwords.hash(password, random);
    AccountsFile.add(file, new Account("judge", hash, Role.JUDGE, null));
    AccountsFile.add(file, new Account("archive", hash, Role.ARCHIVE, null));
    AccountsFile.add(file, new Account("gateway", hash, Role.GATEWAY, MINE));
    AccountsFile.add(file, new Account("alerting", hash, Role.ALERTING, null));
    AccountsFile.add(file, new Account("observer", hash, Role.OBSERVER, null));
    return password;
  }

  void startBroker() throws IOException {
    broker.start();
  }

  void killBroker() {
    broker.kill();
  }

  /** Starts these jobs; returns when they are up. */
  void start(List<String> names) throws IOException {
    for (String name : names) {
      Map<String, String> all = new TreeMap<>();
      all.put("JAVA_TOOL_OPTIONS", SMALL);
      all.put("MINEWATCH_JOBS_BROKER_URI", uri().toString());
      all.put("MINEWATCH_JOBS_BROKER_USER", name);
      all.put("MINEWATCH_JOBS_BROKER_PASSWORD", password);
      all.put("MINEWATCH_JOBS_CLIENT_PREFIX", "minewatch");
      all.put("MINEWATCH_JOBS_STATE", folder.resolve("checkpoints").toString());
      if (name.equals("archive")) {
        all.put("MINEWATCH_JOBS_SERIES_URL", series.url().toString());
        all.put("MINEWATCH_JOBS_SERIES_USER", series.user());
        all.put("MINEWATCH_JOBS_SERIES_SECRET", series.secret());
      }
      String log = name + "-" + ++starts;
      jobs.put(
          name, JavaProgram.start(log, folder, JobsMain.class, all, name, "--settings", "env"));
    }
    for (String name : names) {
      Objects.requireNonNull(jobs.get(name)).awaitPrinted("Job " + name + " is up", START);
    }
  }

  void kill(List<String> names) {
    for (String name : names) {
      JavaProgram job = jobs.get(name);
      if (job != null) {
        job.kill();
      }
    }
  }

  MqttSettings line(String user, String clientId) {
    return MqttSettings.of(uri(), clientId, user, password);
  }

  private URI uri() {
    return URI.create("tcp://127.0.0.1:" + broker.port());
  }

  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void killAll() {
    kill(JOBS);
    broker.kill();
  }

  @Override
  public void close() {
    killAll();
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
