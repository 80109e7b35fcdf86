package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a local cluster, with the broker we ship. */
@Timeout(180)
class JudgeJobTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String PASSWORD = "only-in-this-test";
  private static final MineCode MINE = new MineCode(Samples.MINE);
  private static final Topic READINGS =
      Topic.of(Topic.Kind.READINGS, MINE, new GatewayId(Samples.GATEWAY));
  private static final List<Topic.Kind> HEARD =
      List.of(Topic.Kind.FINDINGS, Topic.Kind.MUSTER, Topic.Kind.SUMMARY, Topic.Kind.REJECTED);

  @TempDir Path folder;
  private final List<Envelope> heard = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private EmbeddedBroker broker;
  private MqttLink alerting;
  private MqttLink gateway;
  private long sequence;

  @BeforeEach
  void startBroker() throws Exception {
    List<Account> accounts =
        List.of(
            account("gateway", Role.GATEWAY, MINE),
            account("judge", Role.JUDGE, null),
            account("alerting", Role.ALERTING, null));
    broker = EmbeddedBroker.start(BrokerSettings.of(folder.resolve("broker"), 0), accounts);
    List<String> filters = HEARD.stream().map(kind -> Topic.filter(kind, MINE)).toList();
    alerting = link("alerting", "alerting", filters);
    gateway = link(MINE + ".gw", "gateway", List.of());
    await().atMost(LONG).until(() -> alerting.isConnected() && gateway.isConnected());
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    broker.close();
  }

  private static Account account(String user, Role role, MineCode mine) {
    return new Account(user, Passwords.hash(PASSWORD, new SecureRandom()), role, mine);
  }

  private MqttSettings settings(String clientId, String user) {
    URI uri = URI.create("tcp://127.0.0.1:" + broker.port());
    return MqttSettings.of(uri, clientId, user, PASSWORD);
  }

  private MqttLink link(String clientId, String user, List<String> filters) {
    List<MqttLink> self = new CopyOnWriteArrayList<>();
    MqttLink link =
        MqttLink.open(
            settings(clientId, user), filters, (Delivery d) -> take(d, self), Clock.systemUTC());
    self.add(link);
    open.add(link);
    return link;
  }

  private void take(Delivery delivery, List<MqttLink> self) {
    heard.add(delivery.envelope());
    self.forEach(link -> link.acknowledge(delivery));
  }

  private JobClient run() throws Exception {
    Configuration config = new Configuration();
    config.setString("pipeline.generic-types", "false");
    config.setString("execution.checkpointing.interval", "500 ms");
    config.setString("execution.checkpointing.dir", folder.resolve("cp").toUri().toString());
    config.setString(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    config.setString("rest.port", "0");
    Path newest = newestCheckpoint();
    if (newest != null) {
      config.setString("execution.state-recovery.path", newest.toUri().toString());
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, config);
    JudgeJob.build(env, JudgeSettings.of(settings("flink", "judge"), 100));
    return env.executeAsync("judge");
  }

  private Path newestCheckpoint() throws IOException {
    if (!Files.exists(folder.resolve("cp"))) {
      return null;
    }
    try (Stream<Path> all = Files.walk(folder.resolve("cp"))) {
      return all.filter(path -> path.endsWith("_metadata"))
          .max(Comparator.comparing(path -> path.toFile().lastModified()))
          .map(Path::getParent)
          .orElse(null);
    }
  }

  private static void cancel(JobClient job) throws Exception {
    var ended = job.getJobExecutionResult();
    job.cancel().get(LONG.toSeconds(), TimeUnit.SECONDS);
    await().atMost(LONG).until(ended::isDone);
  }

  private void publish(MqttLink by, Outgoing message) throws Exception {
    by.publish(message).get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private void plan() throws Exception {
    String topic = Topic.of(Topic.Kind.PLAN, MINE).toString();
    publish(alerting, Outgoing.retained(topic, Samples.bytes("plan.json"), ContentTypes.JSON));
  }

  private void methane(long measured, double value) throws Exception {
    ReadingBatch batch = new ReadingBatch();
    batch.add("T1-0101", value, "/100", measured, Quality.GOOD);
    publish(
        gateway,
        Outgoing.numbered(
            READINGS.toString(),
            Senml.writeJson(READINGS, batch),
            ContentTypes.SENML_JSON,
            "s1",
            sequence++,
            Lane.LIVE));
  }

  private <T> List<T> heard(Topic.Kind kind, Class<T> type) throws WireException {
    List<T> all = new ArrayList<>();
    for (Envelope message : heard) {
      if (message.topic().equals(Topic.of(kind, MINE).toString())) {
        all.add(Messages.read(message.payload(), type));
      }
    }
    return all;
  }

  @Test
  void judgesFromTheBrokerToTheBrokerAndGoesOnWithTheSameFindingAfterARestart() throws Exception {
    long onset = Clock.systemUTC().millis() / 1000 * 1000;
    plan();
    JobClient job = run();
    // It has the plan, so it is subscribed; before that the broker keeps nothing for it.
    await().atMost(LONG).until(() -> !heard(Topic.Kind.SUMMARY, Summary.class).isEmpty());
    methane(onset, 1.2);
    await().atMost(LONG).until(() -> !heard(Topic.Kind.FINDINGS, Finding.class).isEmpty());
    await().atMost(LONG).until(() -> !heard(Topic.Kind.MUSTER, Muster.class).isEmpty());
    Finding opened = heard(Topic.Kind.FINDINGS, Finding.class).get(0);
    assertThat(opened.kind()).isEqualTo(FindingKind.OPENED);
    assertThat(opened.onset().toEpochMilli()).isEqualTo(onset);

    Path before = newestCheckpoint();
    await().atMost(LONG).until(() -> !java.util.Objects.equals(before, newestCheckpoint()));
    cancel(job);
    methane(onset + 10_000, 1.7);
    JobClient again = run();
    await()
        .atMost(LONG)
        .until(
            () ->
                heard(Topic.Kind.FINDINGS, Finding.class).stream()
                    .anyMatch(finding -> finding.kind() == FindingKind.RAISED));
    cancel(again);

    assertThat(heard(Topic.Kind.FINDINGS, Finding.class))
        .allMatch(finding -> finding.id().equals(opened.id()));
    assertThat(heard(Topic.Kind.FINDINGS, Finding.class))
        .filteredOn(finding -> finding.kind() == FindingKind.RAISED)
        .allMatch(finding -> finding.fact() == 1);
  }
}
