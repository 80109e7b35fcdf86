package io.minewatch.standalone.app;

import io.minewatch.alerting.app.AlertingService;
import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.station.MqttLinks;
import io.minewatch.ingest.station.SimulatorStation;
import io.minewatch.ingest.station.StationSettings;
import io.minewatch.jobs.app.JobPlan;
import io.minewatch.jobs.app.LocalCluster;
import io.minewatch.jobs.archive.ArchiveJob;
import io.minewatch.jobs.archive.ArchiveSettings;
import io.minewatch.jobs.judge.JudgeJob;
import io.minewatch.jobs.judge.JudgeSettings;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.standalone.secret.SecretFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything for one mine, or a demo, in this JVM: series store, broker, alerting, the two jobs.
 * Its parts meet on the broker, as in a deployment of many machines.
 */
public final class Standalone implements AutoCloseable {
  /** The console's accounts; their passwords are made at the first start and kept. */
  public static final List<String> PEOPLE =
      List.of("dispatcher", "leader", "regulator", "administrator");

  /** The file of generated passwords in the home folder. */
  static final String SECRETS = "secrets.properties";

  /** The name of the embedded series store's password among them. */
  static final String SERIES = "series.minewatch";

  private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

  /** Messages a second that one mine's gateways may send, with room to spare. */
  private static final int RATE = 200;

  private final StandaloneSettings settings;
  private final Clock clock;
  private final SecretFile secrets;
  private final Map<String, String> passwords = new TreeMap<>();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private URI brokerUri = URI.create("tcp://127.0.0.1");
  private int httpPort;
  private Consumer<Roster> people = roster -> {};

  private Standalone(StandaloneSettings settings, Clock clock) throws IOException {
    this.settings = settings;
    this.clock = clock;
    Files.createDirectories(settings.home());
    Files.setPosixFilePermissions(settings.home(), PosixFilePermissions.fromString("rwx------"));
    this.secrets = SecretFile.open(settings.home().resolve(SECRETS));
  }

  /**
   * Starts everything and returns when the console answers and the jobs run.
   *
   * @param mines whose gateways may connect
   */
  public static Standalone start(StandaloneSettings settings, List<MineCode> mines, Clock clock)
      throws IOException {
    Standalone all = new Standalone(settings, clock);
    boolean up = false;
    try {
      SeriesServer series = all.series();
      all.broker(mines);
      all.alerting(series);
      all.jobs(series);
      new Addresses(all.broker(), all.console(), series.url()).write(settings.home());
      up = true;
      return all;
    } finally {
      if (!up) {
        all.close();
      }
    }
  }

  private SeriesServer series() throws IOException {
    SeriesServer given = settings.series();
    if (given != null) {
      return given;
    }
    EmbeddedQuestDb store =
        EmbeddedQuestDb.start(
            Files.createDirectories(part("series")), freePort(), secrets.get(SERIES));
    running.push(store);
    LOG.info("the embedded series store is up");
    return store.address();
  }

  private void broker(List<MineCode> mines) throws IOException {
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            BrokerSettings.of(part("broker"), 0), BrokerAccounts.all(secrets, mines));
    running.push(broker);
    brokerUri = URI.create("tcp://127.0.0.1:" + broker.port());
    LOG.info("the broker is up at {}", brokerUri);
  }

  private void alerting(SeriesServer series) throws IOException {
    for (String person : PEOPLE) {
      passwords.put(person, secrets.get("console." + person));
    }
    AlertingSettings.DatabaseAt given = settings.database();
    AlertingSettings told =
        new AlertingSettings(
            given == null ? AlertingSettings.DatabaseAt.file(part("journal.db")) : given,
            line("alerting"),
            settings.rules(),
            settings.mines(),
            new AlertingSettings.Http("127.0.0.1", settings.httpPort()),
            passwords);
    AlertingService service =
        AlertingService.start(told.withSeries(series).withRootKey(rootKey()), clock);
    people = service::firstRoster;
    running.push(service);
    httpPort = service.port();
    LOG.info("alerting is up at {}", console());
  }

  private void jobs(SeriesServer series) throws IOException {
    LocalCluster cluster = LocalCluster.start(2, settings.metricsPort());
    running.push(cluster);
    JudgeSettings judge = JudgeSettings.of(line("judge"), RATE);
    ArchiveSettings archive =
        ArchiveSettings.of(line("archive"), RATE, series).withRootKey(rootKey());
    Path state = part("checkpoints");
    cluster.run(
        new JobPlan("judge", state, judge.interval(), 1, env -> JudgeJob.build(env, judge)));
    cluster.run(
        new JobPlan(
            "archive", state, archive.interval(), 1, env -> ArchiveJob.build(env, archive)));
    LOG.info("the jobs are up");
  }

  /** Fills in who is on duty, where nobody has yet. */
  public void onDuty(Roster roster) {
    people.accept(roster);
  }

  /** Adds a simulated mine whose gateways speak to the broker as real ones would. */
  public void simulate(StationSettings mine) throws IOException {
    MqttSettings line =
        MqttSettings.of(
            brokerUri,
            mine.mine() + ".simulator",
            BrokerAccounts.gatewayUser(mine.mine()),
            BrokerAccounts.password(secrets, BrokerAccounts.gatewayUser(mine.mine())));
    running.push(SimulatorStation.start(mine, new MqttLinks(line, clock), clock));
  }

  private MqttSettings line(String user) throws IOException {
    return MqttSettings.of(
        brokerUri, "minewatch-" + user, user, BrokerAccounts.password(secrets, user));
  }

  /** What alerting holds the store against; made at the first start and kept. */
  private RootKey rootKey() throws IOException {
    return new RootKey(secrets.get("data.root"));
  }

  private Path part(String name) {
    return settings.home().resolve(name);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** Where the console is. */
  public URI console() {
    return URI.create("http://127.0.0.1:" + httpPort + "/");
  }

  /** Where gateways connect. */
  public URI broker() {
    return brokerUri;
  }

  /** The generated passwords of the programs. */
  SecretFile secrets() {
    return secrets;
  }

  /** The passwords of {@link #PEOPLE}. */
  public Map<String, String> passwords() {
    return Map.copyOf(passwords);
  }

  /** Stops everything, last started first. What fails to stop does not keep the rest. */
  @Override
  public void close() {
    try {
      Addresses.forget(settings.home());
    } catch (IOException e) {
      LOG.warn("the addresses of this run stay written down", e);
    }
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
      }
    }
  }
}
