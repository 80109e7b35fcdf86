package io.minewatch.e2e.replay;

import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.e2e.process.Answers;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.app.JobPlan;
import io.minewatch.jobs.app.LocalCluster;
import io.minewatch.jobs.archive.ArchiveJob;
import io.minewatch.jobs.archive.ArchiveSettings;
import io.minewatch.jobs.judge.JudgeJob;
import io.minewatch.jobs.judge.JudgeLimits;
import io.minewatch.jobs.judge.JudgeSettings;
import io.minewatch.series.Influxd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.Assumptions;

/**
 * The parts that a reading passes: our broker, a real InfluxDB with sign-in, and both jobs on one
 * local cluster. Beside them an ear that hears what alerting would hear.
 */
final class Plant implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(90);

  private static final Instant PROBED = Instant.parse("2026-01-01T00:00:00Z");
  static final String PASSWORD = "only-in-this-test";
  private static final List<Topic.Kind> EAR =
      List.of(Topic.Kind.FINDINGS, Topic.Kind.SUMMARY, Topic.Kind.REJECTED);

  /** Messages a second that a slot must be able to take. */
  private static final int RATE = 200;

  final Influxd influxd;
  final Stored stored;
  private final Path folder;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final List<Envelope> heard = new CopyOnWriteArrayList<>();
  private EmbeddedBroker broker;
  private List<Account> people;
  private LocalCluster cluster;
  private MqttLink alerting;

  private Plant(Path folder, Influxd influxd) {
    this.folder = folder;
    this.influxd = influxd;
    this.stored = new Stored(influxd.address());
    running.push(influxd);
  }

  /** InfluxDB and broker; no job yet. Skips the test, and says so, where influxd is absent. */
  static Plant start(Path folder, MineCode... mines) throws IOException {
    var installed = Influxd.in(folder.resolve("influx"));
    Assumptions.assumeTrue(installed.isPresent(), "influxd is not installed");
    Plant plant = new Plant(folder, installed.get());
    try {
      plant.influxd.start();
      plant.openBroker(mines);
      return plant;
    } catch (IOException | RuntimeException e) {
      plant.close();
      throw e;
    }
  }

  private void openBroker(MineCode... mines) throws IOException {
    List<Account> accounts = new ArrayList<>();
    for (Role role : List.of(Role.JUDGE, Role.ARCHIVE, Role.ALERTING)) {
      accounts.add(account(role.name(), role, null));
    }
    for (MineCode mine : mines) {
      accounts.add(account(mine.value(), Role.GATEWAY, mine));
    }
    broker = EmbeddedBroker.start(BrokerSettings.of(folder.resolve("broker"), 0), accounts);
    people = accounts;
    running.push(() -> broker.close());
    alerting = link("ear", Role.ALERTING.name(), EAR.stream().map(Topic::filter).toList());
    await().atMost(LONG).until(alerting::isConnected);
  }

  /** Stops the broker, lets something happen, and starts it again at the same door. */
  void withoutBroker(Meanwhile meanwhile) throws Exception {
    int port = broker.port();
    broker.close();
    try {
      meanwhile.happens();
    } finally {
      broker = EmbeddedBroker.start(BrokerSettings.of(folder.resolve("broker"), port), people);
    }
  }

  /** What happens while the broker is away. */
  interface Meanwhile {
    void happens() throws Exception;
  }

  private static Account account(String user, Role role, MineCode mine) {
    return new Account(user, Passwords.hash(PASSWORD, new SecureRandom()), role, mine);
  }

  /** Starts both jobs. */
  void runJobs(JudgeLimits limits) {
    JudgeSettings judge =
        new JudgeSettings(
            settings("jobs", Role.JUDGE.name()),
            List.of(List.of()),
            JudgeSettings.USUAL_INTERVAL,
            RATE,
            limits);
    ArchiveSettings archive =
        ArchiveSettings.of(settings("jobs", Role.ARCHIVE.name()), RATE, influxd.address());
    cluster = LocalCluster.start(2);
    running.push(cluster);
    Path state = folder.resolve("state");
    cluster.run(
        new JobPlan("judge", state, judge.interval(), 1, env -> JudgeJob.build(env, judge)));
    cluster.run(
        new JobPlan(
            "archive", state, archive.interval(), 1, env -> ArchiveJob.build(env, archive)));
  }

  boolean bothJobsRun() {
    return cluster.status("judge") == JobStatus.RUNNING
        && cluster.status("archive") == JobStatus.RUNNING;
  }

  /** How the gateways of a mine connect; the client id is to be set. */
  MqttSettings gateway(MineCode mine) {
    return settings(mine + ".gw", mine.value());
  }

  MqttSettings settings(String clientId, String user) {
    URI uri = URI.create("tcp://127.0.0.1:" + broker.port());
    return MqttSettings.of(uri, clientId, user, PASSWORD);
  }

  /** A line of a gateway of the mine. */
  MqttLink gatewayLink(MineCode mine, String name) {
    return link(mine + "." + name, mine.value(), List.of());
  }

  private MqttLink link(String clientId, String user, List<String> filters) {
    List<MqttLink> self = new CopyOnWriteArrayList<>();
    MqttLink link =
        MqttLink.open(
            settings(clientId, user),
            filters,
            (Delivery delivery) -> {
              heard.add(delivery.envelope());
              self.forEach(known -> take(known, delivery));
            },
            Clock.systemUTC());
    self.add(link);
    running.push(link);
    return link;
  }

  /** Acknowledges, and answers a finding as alerting does: else it would come again. */
  private static void take(MqttLink link, Delivery delivery) {
    link.acknowledge(delivery);
    Topic topic = Topic.parse(delivery.envelope().topic());
    if (topic != null && topic.kind() == Topic.Kind.FINDINGS) {
      Answers.taken(link, topic.mine(), delivery.envelope().payload());
    }
  }

  /** Publishes a plan as alerting does, retained. */
  void publish(Plan plan) throws Exception {
    publishPlan(plan.mine(), Messages.write(plan));
  }

  /** Publishes what should be a plan. */
  void publishPlan(MineCode mine, byte[] payload) throws Exception {
    String topic = Topic.of(Topic.Kind.PLAN, mine).toString();
    publish(alerting, Outgoing.retained(topic, payload, ContentTypes.JSON));
  }

  /** Returns when both jobs know the mine's plan and hear its gateways. */
  void awaitListening(MineCode mine) {
    Topic topic = Topic.of(Topic.Kind.READINGS, mine, new GatewayId("probe"));
    ReadingBatch one = new ReadingBatch();
    one.add(Plans.PROBE, 20, "Cel", PROBED.toEpochMilli(), Quality.GOOD);
    byte[] payload = Senml.writeJson(topic, one);
    MqttLink gateway = gatewayLink(mine, "probe");
    await("the whole line is up")
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              publish(gateway, Outgoing.event(topic.toString(), payload, ContentTypes.SENML_JSON));
              return stored.count("temperature", Plans.PROBE) == 1
                  && !heard(Topic.Kind.SUMMARY, mine, Summary.class).isEmpty();
            });
  }

  /** Returns when the broker has it. */
  static void publish(MqttLink by, Outgoing message) throws Exception {
    by.publish(message).get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  /** What the ear heard, with what was read of it. */
  record Heard<T>(Envelope envelope, T message) {}

  /** All messages of one kind of a mine so far, in the order heard. */
  <T> List<Heard<T>> heard(Topic.Kind kind, MineCode mine, Class<T> type) {
    String topic = Topic.of(kind, mine).toString();
    List<Heard<T>> all = new ArrayList<>();
    for (Envelope message : heard) {
      if (message.topic().equals(topic)) {
        try {
          all.add(new Heard<>(message, Messages.read(message.payload(), type)));
        } catch (WireException e) {
          throw new IllegalStateException("one of our own cannot be read", e);
        }
      }
    }
    return all;
  }

  @Override
  public void close() {
    RuntimeException failed = null;
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        failed = new IllegalStateException("a part does not stop", e);
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
