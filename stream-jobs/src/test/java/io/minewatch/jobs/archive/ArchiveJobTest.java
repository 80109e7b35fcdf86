package io.minewatch.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.app.JobPlan;
import io.minewatch.jobs.app.LocalCluster;
import io.minewatch.series.Influxd;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.store.History;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole archive job: our broker before it, a real InfluxDB behind it. */
@Timeout(180)
class ArchiveJobTest {
  private static final MineCode MINE = new MineCode(Samples.MINE);
  private static final Topic READINGS =
      Topic.of(Topic.Kind.READINGS, MINE, new GatewayId(Samples.GATEWAY));
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Span ALL = new Span(START, START.plusSeconds(100_000));
  private static final RootKey KEY = new RootKey("a root key of tests, told to nobody");
  private static final String PASSWORD = "only-in-this-test";
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Influxd influxd;
  private EmbeddedBroker broker;
  private MqttLink gateway;
  private MqttLink alerting;
  private final List<Envelope> roots = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws Exception {
    Optional<Influxd> installed = Influxd.in(folder.resolve("influx"));
    Assumptions.assumeTrue(installed.isPresent(), "influxd is not installed");
    influxd = installed.get();
    broker =
        EmbeddedBroker.start(
            BrokerSettings.of(folder.resolve("broker"), 0),
            List.of(
                account("gateway", Role.GATEWAY, MINE),
                account("archive", Role.ARCHIVE, null),
                account("alerting", Role.ALERTING, null)));
    gateway = link(MINE + ".gw-01", "gateway");
    alerting =
        MqttLink.open(
            settings("alerting", "alerting"),
            List.of(Topic.filter(Topic.Kind.DATA_ROOTS)),
            message -> roots.add(message.envelope()),
            Clock.systemUTC());
  }

  private static Account account(String name, Role role, MineCode mine) {
    return new Account(name, Passwords.hash(PASSWORD, new SecureRandom()), role, mine);
  }

  private MqttLink link(String id, String user) {
    return MqttLink.open(settings(id, user), List.of(), message -> {}, Clock.systemUTC());
  }

  private MqttSettings settings(String id, String user) {
    return MqttSettings.of(URI.create("tcp://127.0.0.1:" + broker.port()), id, user, PASSWORD);
  }

  @AfterEach
  void stop() throws Exception {
    if (broker != null) {
      gateway.close();
      alerting.close();
      broker.close();
      influxd.close();
    }
  }

  @Test
  void everyReadingIsThereOnceAfterTheStoreAndTheJobWereAway() throws Exception {
    byte[] plan = Samples.bytes("plan.json");
    String topic = Topic.of(Topic.Kind.PLAN, MINE).toString();
    sent(List.of(alerting.publish(Outgoing.retained(topic, plan, ContentTypes.JSON))));
    try (LocalCluster cluster = LocalCluster.start(1)) {
      cluster.run(plan());
      influxd.start();
      // A first subscription hears only what comes after it: knock until it is there.
      await()
          .atMost(LONG)
          .until(
              () -> {
                sent(publish(0, 1));
                return stored().size() == 1;
              });
      influxd.stop();
      sent(publish(100, 200)); // nobody there to store them
      influxd.start();
      await().atMost(LONG).until(() -> has(100, 200));
      await().atMost(LONG).until(() -> !roots.isEmpty());
    }
    sent(publish(200, 300)); // kept by the broker for the job
    influxd.stop();
    try (LocalCluster cluster = LocalCluster.start(1)) {
      cluster.run(plan());
      sent(publish(300, 400));
      influxd.start();
      await().atMost(LONG).until(() -> has(100, 400));
      sent(publish(150, 250)); // a doubled message changes nothing
      sent(publish(400, 401));
      await().atMost(LONG).until(() -> has(100, 401));
    }
    Envelope told = roots.get(roots.size() - 1);
    assertThat(told.topic()).isEqualTo("mw/v1/" + MINE + "/roots");
    assertThat(Messages.read(told.payload(), KeptRoots.class).key())
        .as("told to alerting, and to no gateway")
        .isEqualTo(KEY.id());
  }

  /** The past told anew by another message: it is how data are falsified. */
  @Test
  void aRewrittenReadingIsFoundBesideTheFirstAndReported() throws Exception {
    byte[] plan = Samples.bytes("plan.json");
    String topic = Topic.of(Topic.Kind.PLAN, MINE).toString();
    sent(List.of(alerting.publish(Outgoing.retained(topic, plan, ContentTypes.JSON))));
    influxd.start();
    try (LocalCluster cluster = LocalCluster.start(1)) {
      cluster.run(plan());
      await()
          .atMost(LONG)
          .until(
              () -> {
                sent(publish(0, 1));
                return stored().size() == 1;
              });
      sent(publish(1, 60));
      sent(List.of(publish(60, 7, 0.05, Lane.BACKFILL), publish(61, 8, value(8), Lane.BACKFILL)));
      await().atMost(LONG).until(() -> stored().size() == 61);
      try (SeriesStore store = SeriesServers.store(influxd.address())) {
        Span ever = new Span(START, START.plus(Duration.ofDays(10_000)));
        assertThat(store.rewrites(MINE, ever)).hasSize(1);
        Rewrite found = store.rewrites(MINE, ever).get(0);
        assertThat(found.gateway().value()).isEqualTo("gw-01");
        assertThat(found.at()).isEqualTo(at(7));
        assertThat(found.was()).isEqualTo(value(7));
        assertThat(found.value()).isEqualTo(0.05);
        assertThat(found.cause()).isEqualTo(Rewrite.Cause.UNEXPLAINED);
        assertThat(found.sequence()).isEqualTo(60);
      }
      assertThat(stored().values()).contains(value(7), 0.05);
    }
  }

  private CompletableFuture<Void> publish(int number, int second, double value, Lane lane) {
    ReadingBatch batch = new ReadingBatch();
    batch.add("T1-0101", value, "/100", at(second).toEpochMilli(), Quality.GOOD);
    byte[] pack = Senml.writeJson(READINGS, batch);
    return gateway.publish(
        Outgoing.numbered(READINGS.toString(), pack, ContentTypes.SENML_JSON, "s1", number, lane));
  }

  private boolean has(int from, int to) {
    History history = stored();
    long[] times = history.times();
    long[] late = LongStream.of(times).filter(t -> t >= at(from).toEpochMilli()).sorted().toArray();
    long[] expected = LongStream.range(from, to).map(i -> at(i).toEpochMilli()).toArray();
    if (late.length != expected.length) {
      return false;
    }
    assertThat(late).isEqualTo(expected);
    double[] values = history.values();
    for (int i = 0; i < times.length; i++) {
      assertThat(values[i]).isEqualTo(value((times[i] - START.toEpochMilli()) / 1_000));
    }
    return true;
  }

  private static Instant at(long number) {
    return START.plusSeconds(number);
  }

  private static double value(long number) {
    return number % 97 / 100.0;
  }

  private List<CompletableFuture<Void>> publish(int from, int to) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    ReadingBatch batch = new ReadingBatch();
    for (int i = from; i < to; i++) {
      batch.clear();
      batch.add("T1-0101", value(i), "/100", at(i).toEpochMilli(), Quality.GOOD);
      batch.add("X1", 1, "ppm", at(i).toEpochMilli(), Quality.GOOD);
      all.add(
          gateway.publish(
              Outgoing.numbered(
                  READINGS.toString(),
                  Senml.writeJson(READINGS, batch),
                  ContentTypes.SENML_JSON,
                  "s1",
                  i,
                  Lane.LIVE)));
    }
    return all;
  }

  private static void sent(List<CompletableFuture<Void>> all) throws Exception {
    for (CompletableFuture<Void> each : all) {
      each.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private History stored() {
    try (SeriesStore store = SeriesServers.store(influxd.address())) {
      return store.history(
          new Series(MINE, Measure.METHANE, new PointId("T1-0101")), ALL, SeriesStore.MAX_POINTS);
    }
  }

  private JobPlan plan() {
    ArchiveSettings settings =
        new ArchiveSettings(
            settings("jobs", "archive"),
            List.of(List.of()),
            Duration.ofMillis(300),
            200,
            influxd.address(),
            io.minewatch.jobs.series.SinkLimits.USUAL,
            Waiting.USUAL,
            KEY);
    return new JobPlan(
        "archive",
        folder.resolve("state"),
        settings.interval(),
        1,
        env -> ArchiveJob.build(env, settings));
  }
}
