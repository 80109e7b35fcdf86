package io.minewatch.ingest.station;

import static io.minewatch.ingest.ModelPlan.MINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.house.Recordings;
import io.minewatch.ingest.ModelPlan;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.recorded.RecordedSet;
import io.minewatch.ingest.recorded.SetReplay;
import io.minewatch.ingest.recorded.Sets;
import io.minewatch.ingest.replay.Column;
import io.minewatch.ingest.replay.Pace;
import io.minewatch.ingest.replay.Progress;
import io.minewatch.ingest.replay.Recording;
import io.minewatch.ingest.replay.Replay;
import io.minewatch.ingest.replay.ReplaySettings;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.world.ModelSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateways against the real broker, under its real access rules. */
class BrokerTest {
  private static final String PASSWORD = "only for this test";
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  private final List<Envelope> heard = new CopyOnWriteArrayList<>();
  private MqttLink judge;
  private MqttLink alerting;

  @BeforeAll
  static void startBroker() throws IOException {
    SecureRandom random = new SecureRandom();
    broker =
        EmbeddedBroker.start(
            BrokerSettings.of(folder, 0),
            List.of(
                new Account("gw", Passwords.hash(PASSWORD, random), Role.GATEWAY, MINE),
                new Account("judge", Passwords.hash(PASSWORD, random), Role.JUDGE, null),
                new Account("alerting", Passwords.hash(PASSWORD, random), Role.ALERTING, null)));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void connect() {
    CompletableFuture<MqttLink> link = new CompletableFuture<>();
    CompletableFuture<Void> up = new CompletableFuture<>();
    MqttListener listener =
        new MqttListener() {
          @Override
          public void onMessage(Delivery delivery) {
            heard.add(delivery.envelope());
            var unused = link.thenAccept(opened -> opened.acknowledge(delivery));
          }

          @Override
          public void onConnected(boolean sessionPresent) {
            up.complete(null);
          }
        };
    judge = MqttLink.open(settings("judge"), judged(), listener, CLOCK);
    link.complete(judge);
    alerting = MqttLink.open(settings("alerting"), List.of(), delivery -> {}, CLOCK);
    up.join();
  }

  @AfterEach
  void disconnect() {
    judge.close();
    alerting.close();
  }

  private static List<String> judged() {
    return List.of(
        Topic.filter(Topic.Kind.READINGS),
        Topic.filter(Topic.Kind.POSITIONS),
        Topic.filter(Topic.Kind.STATUS));
  }

  private static MqttSettings settings(String user) {
    URI server = URI.create("tcp://127.0.0.1:" + broker.port());
    return MqttSettings.of(server, user, user, PASSWORD).withSessionExpiry(Duration.ZERO);
  }

  private List<Envelope> to(String suffix) {
    return heard.stream().filter(m -> m.topic().endsWith(suffix)).toList();
  }

  @Test
  void aSimulatedMineTakesItsPlanFromTheBrokerAndSendsWhatItMeasures() throws WireException {
    alerting
        .publish(
            Outgoing.retained(
                Topic.of(Topic.Kind.PLAN, MINE).toString(),
                Messages.write(ModelPlan.PLAN),
                ContentTypes.JSON))
        .join();
    StationSettings settings =
        StationSettings.of(MINE, ModelSettings.modelColliery(1), Script.QUIET);

    try (SimulatorStation station =
        SimulatorStation.start(settings, new MqttLinks(settings("gw"), CLOCK), CLOCK)) {
      assertThat(station).isNotNull();
      await()
          .atMost(SOON)
          .until(() -> to("/readings").size() >= 2 && to("/gw-tags/positions").size() >= 1);
    }

    await().atMost(SOON).until(() -> stateOf(to("/gw-gas/status")) == GatewayStatus.State.LEFT);
    List<Envelope> readings = to("/gw-gas/readings");
    assertThat(readings.stream().map(Envelope::sequence))
        .containsExactlyElementsOf(LongStream.range(0, readings.size()).boxed().toList());
    assertThat(to("/gw-gas/status").stream().map(m -> state(m)))
        .doesNotContain(GatewayStatus.State.CUT);
  }

  @Test
  void aReplayAsFastAsPossibleLosesNothing() throws Exception {
    int rows = 2_000;
    StringBuilder csv = new StringBuilder("T1\n");
    for (int i = 0; i < rows; i++) {
      csv.append(i % 100 / 100.0).append('\n');
    }
    Path file = Files.writeString(folder.resolve("r.csv"), csv);
    ReplaySettings settings =
        ReplaySettings.fastest(Column.parse("T1:METHANE"), ModelPlan.START, Duration.ofSeconds(30));
    Gateway gateway =
        Gateway.sending(
            new MqttLinks(settings("gw"), CLOCK),
            new Gateway.Identity(MINE, new GatewayId("gw-replay"), "s1"),
            ModelPlan.START);

    Progress end;
    try (Recording recording = Recording.open(file)) {
      end =
          new Replay(settings, gateway, CLOCK, progress -> {})
              .run(recording, Pace.times(settings.speed()));
    } finally {
      gateway.leave(ModelPlan.START);
    }

    assertThat(end.messages()).isEqualTo(rows);
    await().atMost(SOON).until(() -> to("/gw-replay/readings").size() >= rows);
    assertThat(to("/gw-replay/readings").stream().map(Envelope::sequence))
        .containsExactlyElementsOf(LongStream.range(0, rows).boxed().toList());
  }

  /** Skipped where the recordings are not there, which is said. */
  @Test
  void aRecordedSetComesThroughWhole() throws Exception {
    RecordedSet recorded = Objects.requireNonNull(Sets.all().get("bazimen"));
    Path recordings = Recordings.folder();
    String user = "gw-recorded";
    try (EmbeddedBroker own =
            EmbeddedBroker.start(
                BrokerSettings.of(Files.createDirectory(folder.resolve("recorded")), 0),
                List.of(
                    account(user, Role.GATEWAY, recorded.mine()), account("judge", Role.JUDGE)));
        MqttLink listener = listener(own)) {
      Gateway gateway =
          Gateway.sending(
              new MqttLinks(settings(own, user), CLOCK),
              new Gateway.Identity(recorded.mine(), new GatewayId("gw-replay"), "s1"),
              ModelPlan.START);
      Progress end;
      try {
        end =
            new SetReplay(gateway, CLOCK, progress -> {})
                .run(recorded, recordings, Pace.times(Double.POSITIVE_INFINITY));
      } finally {
        gateway.leave(ModelPlan.START);
      }
      assertThat(listener.isConnected()).isTrue();
      assertThat(end.readings()).isEqualTo(1_015);
      await().atMost(SOON).until(() -> to("/gw-replay/readings").size() >= end.messages());
      int values = 0;
      for (Envelope message : to("/gw-replay/readings")) {
        ReadingBatch batch = new ReadingBatch();
        Senml.read(message, Topic.parse(message.topic()), batch);
        values += batch.size();
      }
      assertThat(values).isEqualTo(1_015);
      assertThat(to("/gw-replay/readings").stream().map(Envelope::sequence))
          .containsExactlyElementsOf(LongStream.range(0, end.messages()).boxed().toList());
    }
  }

  private MqttLink listener(EmbeddedBroker at) {
    CompletableFuture<Void> up = new CompletableFuture<>();
    MqttListener listener =
        new MqttListener() {
          @Override
          public void onMessage(Delivery delivery) {
            heard.add(delivery.envelope());
          }

          @Override
          public void onConnected(boolean sessionPresent) {
            up.complete(null);
          }
        };
    MqttLink link = MqttLink.open(settings(at, "judge"), judged(), listener, CLOCK);
    up.join();
    return link;
  }

  private static Account account(String user, Role role) {
    return new Account(user, Passwords.hash(PASSWORD, new SecureRandom()), role, null);
  }

  private static Account account(String user, Role role, MineCode mine) {
    return new Account(user, Passwords.hash(PASSWORD, new SecureRandom()), role, mine);
  }

  private static MqttSettings settings(EmbeddedBroker at, String user) {
    URI server = URI.create("tcp://127.0.0.1:" + at.port());
    return MqttSettings.of(server, user, user, PASSWORD).withSessionExpiry(Duration.ZERO);
  }

  private static GatewayStatus.State stateOf(List<Envelope> statuses) {
    return statuses.isEmpty() ? GatewayStatus.State.CUT : state(statuses.get(statuses.size() - 1));
  }

  private static GatewayStatus.State state(Envelope message) {
    try {
      return Messages.read(message.payload(), GatewayStatus.class).state();
    } catch (WireException e) {
      throw new AssertionError(e);
    }
  }
}
