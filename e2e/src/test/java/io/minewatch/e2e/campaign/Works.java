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
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A broker and the judge job as processes that can be killed and started where they stood. */
final class Works implements AutoCloseable {
  static final MineCode MINE = new MineCode(Samples.MINE);

  private static final Duration START = Duration.ofMinutes(2);
  private static final String SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m";

  private final Path folder;
  private final Broker broker;
  private final String password;
  private final Thread lastResort = new Thread(this::killAll, "works-end");
  private @Nullable JavaProgram judge;
  private int starts;

  /** A broker of some make. */
  interface Broker {
    /** Returns when it takes connections. */
    void start() throws IOException;

    /** As {@code kill -9}. */
    void kill();

    int port();
  }

  Works(Path folder, Broker broker, String password) {
    this.folder = folder;
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

  /** Starts judging; returns when the job is up. */
  void startJudge() throws IOException {
    Map<String, String> all = new TreeMap<>();
    all.put("JAVA_TOOL_OPTIONS", SMALL);
    all.put("MINEWATCH_JOBS_BROKER_URI", uri().toString());
    all.put("MINEWATCH_JOBS_BROKER_USER", "judge");
    all.put("MINEWATCH_JOBS_BROKER_PASSWORD", password);
    all.put("MINEWATCH_JOBS_CLIENT_PREFIX", "minewatch");
    all.put("MINEWATCH_JOBS_STATE", folder.resolve("checkpoints").toString());
    String name = "judge-" + ++starts;
    judge = JavaProgram.start(name, folder, JobsMain.class, all, "judge", "--settings", "env");
    judge.awaitPrinted("Job judge is up", START);
  }

  void killJudge() {
    if (judge != null) {
      judge.kill();
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
    killJudge();
    broker.kill();
  }

  @Override
  public void close() {
    killAll();
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
