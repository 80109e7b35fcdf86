package io.minewatch.e2e.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.app.AlertingService;
import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.alerting.app.ChannelSettings;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.broadcast.BroadcastChannel;
import io.minewatch.alerting.notify.webhook.WebhookChannel;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.feed.CallOut;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.app.JobPlan;
import io.minewatch.jobs.app.LocalCluster;
import io.minewatch.jobs.judge.JudgeJob;
import io.minewatch.jobs.judge.JudgeLimits;
import io.minewatch.jobs.judge.JudgeSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerting's clock jumps from minute to minute; broker, judge job and receiver are the real ones.
 */
class CanaryTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = "only-in-this-test";
  private static final Secret SECRET = Secret.key("a-secret-of-this-test-alone");
  private static final Duration SOON = Duration.ofSeconds(90);

  /** Longer than the minute between test readings. */
  private static final Duration A_MINUTE = Duration.ofSeconds(61);

  /** Test readings that are to come back before the judge job is stopped. */
  private static final int READINGS = 3;

  /** Messages a second that a slot must be able to take. */
  private static final int RATE = 200;

  private static final String CALLS = Topic.of(Topic.Kind.CALLS, MineCode.CANARY).toString();
  private static final String SUMMARY = Topic.of(Topic.Kind.SUMMARY, MineCode.CANARY).toString();

  @TempDir private Path folder;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final ForwardClock clock = new ForwardClock(A_MINUTE.multipliedBy(READINGS));
  private final List<Envelope> ear = new CopyOnWriteArrayList<>();
  private CallEnd end;
  private AlertingService alerting;

  @AfterEach
  void stop() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }

  @Test
  void itComesBackThroughTheCallAdapterEachMinuteAndADeadOneCallsByAnotherWay() throws Exception {
    EmbeddedBroker broker = broker();
    end = new CallEnd(SECRET, clock);
    running.push(end);
    LocalCluster judge = judge(broker);
    listen(broker);
    alerting = AlertingService.start(settings(broker), clock, null);
    running.push(alerting);
    await("the judge job listens: it has the plan").atMost(SOON).until(() -> heard(SUMMARY) > 0);

    for (int reading = 1; reading <= READINGS; reading++) {
      clock.jump(A_MINUTE);
      comesBack(reading);
    }
    assertThat(get("/actuator/health").path("status").asString()).isEqualTo("UP");
    assertThat(get("/api/incidents").size()).as("it is nobody's alarm").isZero();
    assertThat(end.of("INCIDENT")).isEmpty();
    assertThat(callsForIt()).as("it is well").isEmpty();

    judge.close();
    clock.jump(A_MINUTE);
    int probes = end.of("probe").size();
    clock.jump(A_MINUTE.multipliedBy(3));
    await("somebody is called").atMost(SOON).until(() -> !callsForIt().isEmpty());

    assertThat(callsForIt())
        .singleElement()
        .satisfies(call -> assertThat(call.path("text").asString()).contains("自检信号"));
    assertThat(end.of("probe")).as("no reading went as far as a channel").hasSize(probes);
    assertThat(get("/api/platform").findValuesAsString("kind")).contains("CANARY");
    assertThat(get("/actuator/health").path("status").asString()).isEqualTo("DOWN");
    assertThat(heard(CALLS)).as("which was probed as well").isGreaterThanOrEqualTo(READINGS);
    assertThat(ear).as("no call by the broker").allMatch(CanaryTest::isOfTheCanary);
  }

  /** The reading that was sent last has been found by the judge job and gone through a channel. */
  private void comesBack(int reading) {
    await("test reading " + reading + " comes all the way")
        .atMost(SOON)
        .until(
            () -> {
              JsonNode canary = get("/api/channels").path("canary");
              Instant sent = instant(canary, "sent");
              return sent.isAfter(clock.instant().minus(A_MINUTE))
                  && instant(canary, "through").equals(sent);
            });
    assertThat(end.of("probe")).as("one for each").hasSizeGreaterThanOrEqualTo(reading);
  }

  /**
   * Calls about the platform of which the dead canary is the cause; a missing roster is another.
   */
  private List<JsonNode> callsForIt() {
    return end.of("PLATFORM").stream()
        .filter(call -> call.path("textEnglish").asString().contains("test reading does not come"))
        .toList();
  }

  private static Instant instant(JsonNode canary, String name) {
    String text = canary.path(name).asString("");
    return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
  }

  private long heard(String topic) {
    return ear.stream().filter(each -> each.topic().equals(topic)).count();
  }

  /** Of other mines there are calls to hear, and none came. */
  private static boolean isOfTheCanary(Envelope message) {
    return message.topic().equals(SUMMARY) || message.topic().equals(CALLS);
  }

  private EmbeddedBroker broker() throws IOException {
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            BrokerSettings.of(folder.resolve("broker"), 0),
            List.of(account(Role.JUDGE), account(Role.ALERTING), account(Role.OBSERVER)));
    running.push(broker);
    return broker;
  }

  private static Account account(Role role) {
    return new Account(
        role.name(), Passwords.hash(PASSWORD, new SecureRandom()), role, /* of all mines */ null);
  }

  private static MqttSettings line(EmbeddedBroker broker, Role role) {
    URI uri = URI.create("tcp://127.0.0.1:" + broker.port());
    String clientId = role == Role.OBSERVER ? "observer.canary" : "canary-" + role;
    return MqttSettings.of(uri, clientId, role.name(), PASSWORD);
  }

  private LocalCluster judge(EmbeddedBroker broker) {
    JudgeSettings judge =
        new JudgeSettings(
            line(broker, Role.JUDGE),
            List.of(List.of()),
            JudgeSettings.USUAL_INTERVAL,
            RATE,
            JudgeLimits.DEFAULTS);
    LocalCluster cluster = LocalCluster.start(1);
    running.push(cluster);
    cluster.run(
        new JobPlan(
            "judge",
            folder.resolve("state"),
            judge.interval(),
            1,
            env -> JudgeJob.build(env, judge)));
    return cluster;
  }

  private AlertingSettings settings(EmbeddedBroker broker) {
    Duration timeout = Duration.ofSeconds(5);
    return new AlertingSettings(
        AlertingSettings.DatabaseAt.file(folder.resolve("alerting.db")),
        line(broker, Role.ALERTING),
        Path.of("../rules"),
        Path.of("../deploy/demo"),
        AlertingSettings.Http.ANY_LOCAL,
        Map.of("regulator", PASSWORD),
        new ChannelSettings(
            new BroadcastChannel.Settings(Set.of(CallOut.Device.BROADCAST), timeout),
            new WebhookChannel.Settings(end.url(), SECRET, timeout),
            null,
            null,
            null,
            null));
  }

  private void listen(EmbeddedBroker broker) {
    List<MqttLink> self = new CopyOnWriteArrayList<>();
    MqttLink link =
        MqttLink.open(
            line(broker, Role.OBSERVER),
            List.of(Topic.filter(Topic.Kind.CALLS), SUMMARY),
            (Delivery delivery) -> {
              ear.add(delivery.envelope());
              self.forEach(known -> known.acknowledge(delivery));
            },
            Clock.systemUTC());
    self.add(link);
    running.push(link);
    await().atMost(SOON).until(link::isConnected);
  }

  private JsonNode get(String path) throws Exception {
    String credentials = "regulator:" + PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + alerting.port() + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .GET()
            .build();
    return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
