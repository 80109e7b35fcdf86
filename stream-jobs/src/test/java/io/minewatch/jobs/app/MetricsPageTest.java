package io.minewatch.jobs.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Samples;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.judge.JudgeJob;
import io.minewatch.jobs.judge.JudgeSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads of a job that judges what a real broker brings. */
@Timeout(180)
class MetricsPageTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String PASSWORD = "only-in-this-test";
  private static final MineCode MINE = new MineCode(Samples.MINE);
  private static final Topic READINGS =
      Topic.of(Topic.Kind.READINGS, MINE, new GatewayId(Samples.GATEWAY));
  private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
  private static final Path BOARD = Path.of("../dashboards/grafana/minewatch-platform.json");
  private static final Pattern QUERY = Pattern.compile("\"expr\" : \"(.*)\",?\\n");
  private static final Pattern NAME = Pattern.compile("\\bflink_[A-Za-z_]+");

  @TempDir private Path folder;

  @Test
  void tellsWhatBecameOfMessagesHowFullTheWindowIsAndAllThatTheDashboardAsksFor() throws Exception {
    int port = freePort();
    List<Account> accounts =
        List.of(
            account("gateway", Role.GATEWAY, MINE),
            account("judge", Role.JUDGE, null),
            account("alerting", Role.ALERTING, null));
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(BrokerSettings.of(folder.resolve("broker"), 0), accounts);
        MqttLink alerting = link(broker, "alerting", "alerting");
        MqttLink gateway = link(broker, MINE + ".gw", "gateway");
        LocalCluster cluster = LocalCluster.start(1, port)) {
      String plan = Topic.of(Topic.Kind.PLAN, MINE).toString();
      publish(alerting, Outgoing.retained(plan, Samples.bytes("plan.json"), ContentTypes.JSON));
      cluster.run(judge(broker));
      await("the plan has come")
          .atMost(LONG)
          .until(() -> told(port, "messages_received_total") > 0);
      publish(gateway, readings(0, "T1-0101"));
      publish(gateway, readings(0, "T1-0101")); // sent twice
      publish(gateway, readings(1, "of-no-plan"));

      await("both are judged").atMost(LONG).until(() -> told(port, "rejected_total") == 1);

      assertThat(told(port, "messages_received_total")).isEqualTo(4);
      assertThat(told(port, "messages_duplicate_total")).isEqualTo(1);
      assertThat(told(port, "readings_judged_total")).isEqualTo(1);
      assertThat(told(port, "readings_late_total")).isZero();
      assertThat(told(port, "findings_total")).isEqualTo(1);
      await("acknowledged after a checkpoint")
          .atMost(LONG)
          .until(() -> value(port, OPERATOR + "mqtt_unacknowledged") == 0);
      assertThat(value(port, OPERATOR + "mqtt_window")).isEqualTo(2_000);
      assertThat(value(port, OPERATOR + "mqtt_checkpoint_age_seconds")).isBetween(0.0, 60.0);
      String page = page(port);
      for (String name : asked()) {
        assertThat(page).containsPattern("(?m)^" + name + "[ {]");
      }
      assertThat(page)
          .as("no label that is new with each start, no mine")
          .doesNotContain("job_id=", "task_attempt_id=", "tm_id=", "host=", MINE.value());
    }
  }

  /** The names in the queries of the dashboard of the platform. */
  private static Set<String> asked() throws IOException {
    Set<String> asked = new TreeSet<>();
    QUERY
        .matcher(Files.readString(BOARD))
        .results()
        .forEach(
            query -> NAME.matcher(query.group(1)).results().forEach(n -> asked.add(n.group())));
    assertThat(asked).hasSizeGreaterThan(5);
    return asked;
  }

  private JobPlan judge(EmbeddedBroker broker) {
    JudgeSettings settings = JudgeSettings.of(settings(broker, "flink", "judge"), 100);
    return new JobPlan(
        "judge",
        folder.resolve("state"),
        settings.interval(),
        1,
        env -> JudgeJob.build(env, settings));
  }

  private static Outgoing readings(long sequence, String point) {
    ReadingBatch batch = new ReadingBatch();
    batch.add(point, 1.2, "/100", Clock.systemUTC().millis(), Quality.GOOD);
    return Outgoing.numbered(
        READINGS.toString(),
        Senml.writeJson(READINGS, batch),
        ContentTypes.SENML_JSON,
        "s1",
        sequence,
        Lane.LIVE);
  }

  private static double told(int port, String counter) throws Exception {
    return value(port, OPERATOR + "minewatch_" + counter);
  }

  /** The value of a metric of one operator; less than none while it is not there. */
  private static double value(int port, String name) throws Exception {
    Matcher line = Pattern.compile("(?m)^" + name + "\\{.*} (.*)$").matcher(page(port));
    return line.find() ? Double.parseDouble(line.group(1)) : -1;
  }

  private static String page(int port) throws IOException, InterruptedException {
    URI page = URI.create("http://127.0.0.1:" + port + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
        .body();
  }

  private static void publish(MqttLink by, Outgoing message) throws Exception {
    by.publish(message).get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static MqttLink link(EmbeddedBroker broker, String id, String user) {
    return MqttLink.open(settings(broker, id, user), List.of(), message -> {}, Clock.systemUTC());
  }

  private static MqttSettings settings(EmbeddedBroker broker, String id, String user) {
    return MqttSettings.of(URI.create("tcp://127.0.0.1:" + broker.port()), id, user, PASSWORD);
  }

  private static Account account(String user, Role role, MineCode mine) {
    return new Account(user, Passwords.hash(PASSWORD, new SecureRandom()), role, mine);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
