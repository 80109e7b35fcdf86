package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.alerting.journal.Postgres;
import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.ingest.mqtt.Delivery;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real processes on one PostgreSQL and one broker: the leading one loses the broker, and the
 * one that leads then is killed.
 */
class TwoInstancesTest {
  private static final String MINE = "140921021337";
  private static final String PASSWORD = "two-instances";
  private static final String INCIDENT = "i-20260101-ae3b0dd7-0";
  private static final Duration START = Duration.ofMinutes(2);

  /** Within which the other goes on where one was killed: its line and the finding included. */
  private static final Duration GOES_ON = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();
  private Postgres server;
  private EmbeddedBroker broker;
  private MqttLink judge;
  private Relay relay;

  @AfterEach
  void end() throws Exception {
    processes.forEach(Process::destroyForcibly);
    if (judge != null) {
      judge.close();
    }
    if (relay != null) {
      relay.close();
    }
    if (broker != null) {
      broker.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void oneIsCutOffThenTheOtherIsKilledAndNoStepIsLostOrDoubled() throws Exception {
    server = Postgres.start();
    Assumptions.assumeTrue(server != null, "no PostgreSQL on this machine");
    broker =
        EmbeddedBroker.start(
            BrokerSettings.of(folder.resolve("broker"), 0),
            List.of(account("alerting", Role.ALERTING), account("judge", Role.JUDGE)));
    judge = link();
    String database = server.fresh();
    relay = new Relay(broker.port());
    Api first = new Api(instance("first", database, relay.port()));
    Api second = new Api(instance("second", database, broker.port()));
    await().atMost(START).until(judge::isConnected);

    finding("finding-opened.json");
    for (Api each : List.of(first, second)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> incident(each).at("/stage").asText().equals("CALLED"));
    }
    String acknowledge =
        "{\"act\":\"ACKNOWLEDGE\",\"version\":" + incident(second).at("/version").asLong() + "}";
    assertThat(second.act("dispatcher", INCIDENT, acknowledge).statusCode())
        .as("who does not lead takes acts as well")
        .isEqualTo(200);

    assertThat(List.of(health(first), health(second)))
        .as("one leads and vouches for the alarms, the other stands by")
        .containsExactly("UP", "STANDS_BY");
    cutOff(first, second);

    long killed = System.nanoTime();
    processes.get(1).destroyForcibly();
    finding("finding-blind.json");
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> whats(first).contains("WORSENED"));
    Duration taken = Duration.ofNanos(System.nanoTime() - killed);
    System.out.println("the first took what came after the kill within " + taken);
    assertThat(taken).as("from the kill on").isLessThan(GOES_ON);

    List<String> whats = whats(first);
    assertThat(whats)
        .containsSubsequence(
            "OPENED", "FINDING", "WARNED", "CALLED", "ACKNOWLEDGED", "FINDING", "WORSENED");
    for (String once : List.of("OPENED", "WARNED", "ACKNOWLEDGED", "WORSENED")) {
      assertThat(whats.stream().filter(once::equals)).as(once).hasSize(1);
    }
    assertThat(whats.stream().filter("FINDING"::equals)).hasSize(2);
    assertThat(whats.stream().filter("CALLED"::equals).count())
        .as("those that call together are told once")
        .isLessThanOrEqualTo(incident(first).at("/calls").size());
  }

  /** The first leads without a broker that the second has: it gives the lead up, and for good. */
  private void cutOff(Api first, Api second) throws Exception {
    long cut = System.nanoTime();
    relay.cut();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> health(second).equals("UP"));
    System.out.printf(
        "the second led %.1f s after the first lost the broker%n", (System.nanoTime() - cut) / 1e9);
    assertThat(health(first)).as("it vouches for nothing").isEqualTo("DOWN");
    relay.mend();
    await().atMost(Duration.ofSeconds(60)).until(() -> health(first).equals("STANDS_BY"));
    assertThat(health(second)).isEqualTo("UP");
  }

  private static String health(Api api) throws Exception {
    String body = api.text("regulator", "/actuator/health"); // 503 where it is down
    return Api.JSON.readTree(body).at("/status").asText();
  }

  private JsonNode incident(Api api) throws Exception {
    return api.get("regulator", "/api/incidents/" + INCIDENT);
  }

  private List<String> whats(Api api) throws Exception {
    return incident(api).at("/timeline").findValuesAsText("what");
  }

  private void finding(String sample) throws Exception {
    judge
        .publish(
            Outgoing.event("mw/v1/" + MINE + "/findings", Samples.bytes(sample), ContentTypes.JSON))
        .get();
  }

  private static Account account(String user, Role role) {
    MineCode all = null;
    return new Account(user, Passwords.hash(PASSWORD, new SecureRandom()), role, all);
  }

  private MqttLink link() {
    URI uri = URI.create("tcp://127.0.0.1:" + broker.port());
    return MqttLink.open(
        MqttSettings.of(uri, "judge", "judge", PASSWORD),
        List.of(),
        new MqttListener() {
          @Override
          public void onMessage(Delivery delivery) {}

          @Override
          public void onConnected(boolean sessionPresent) {}

          @Override
          public void onLost(Throwable cause) {}
        },
        Clock.systemUTC());
  }

  /** Starts one; returns its port once it answers. */
  private int instance(String name, String database, int brokerPort) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path settings = folder.resolve(name + ".yaml");
    Files.writeString(
        settings,
        """
        database: {url: "%s", user: %s}
        broker: {server: "tcp://127.0.0.1:%d", clientId: minewatch-alerting, user: alerting}
        rules: "%s"
        mines: "%s"
        http: {bind: 127.0.0.1, port: %d}
        """
            .formatted(
                database,
                Postgres.USER,
                brokerPort,
                Path.of("../rules").toAbsolutePath(),
                Path.of("../deploy/demo").toAbsolutePath(),
                port));
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AlertingMain.class.getName(),
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MINEWATCH_ALERTING_BROKER_PASSWORD", PASSWORD);
    Running.PASSWORDS.forEach(
        (user, password) ->
            builder
                .environment()
                .put("MINEWATCH_ALERTING_PASSWORD_" + user.toUpperCase(Locale.ROOT), password));
    processes.add(builder.start());
    await()
        .atMost(START)
        .until(
            () ->
                Files.readString(log, StandardCharsets.UTF_8).contains("alerting answers on port"));
    return port;
  }
}
