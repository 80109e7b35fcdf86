package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.B;
import static io.minewatch.broker.hive.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Accounts;
import io.minewatch.broker.access.MosquittoAcl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated rights as a real Mosquitto carries them out. */
class MosquittoAclTest {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
  private static final int NOT_AUTHORIZED = 0x87;

  @TempDir private static Path folder;
  private static Process mosquitto;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    boolean there = Files.isExecutable(PROGRAM);
    if (!there) {
      System.out.println("SKIPPED: " + PROGRAM + " is not installed");
    }
    Assumptions.assumeTrue(there, PROGRAM + " is not installed");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.writeString(folder.resolve("acl"), MosquittoAcl.of(Accounts.of(People.all())));
    Files.createFile(folder.resolve("passwords"));
    for (Account account : People.all()) {
      run("mosquitto_passwd", "-b", folder.resolve("passwords").toString(), account.user());
    }
    Path conf =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            """
            listener %d 127.0.0.1
            user %s
            allow_anonymous false
            password_file %s
            acl_file %s
            """
                .formatted(
                    port,
                    System.getProperty("user.name"),
                    folder.resolve("passwords"),
                    folder.resolve("acl")));
    mosquitto =
        new ProcessBuilder(PROGRAM.toString(), "-c", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(20)).until(() -> Client.isOpen(port));
  }

  private static void run(String program, String option, String file, String user)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(program, option, file, user, PASSWORD).inheritIO().start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @AfterAll
  static void stop() {
    if (mosquitto != null) {
      mosquitto.destroyForcibly();
    }
  }

  @Test
  void nobodyWithoutANameComesIn() throws Exception {
    try (Client client = Client.at(port, "nobody")) {
      assertThatThrownBy(client::connect).isInstanceOf(MqttException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mw/v1/140921029999/gw-1/readings",
        "mw/v1/140921029999/gw-1/status",
        "mw/v1/140921021337/findings",
        "mw/v1/140921021337/plan",
        "mw/v1/140921021337/gw-1/receipt/judged",
        "mw/v1/rejected/140921021337",
        "elsewhere"
      })
  void aMineCannotPublishUnderAnotherNorWhatIsNotItsOwn(String topic) throws Exception {
    try (Client gateway = Client.at(port, A + ".gw-1")) {
      gateway.connect("gateway-a", PASSWORD);
      assertThat(gateway.publish(topic, "forged")).isEqualTo(NOT_AUTHORIZED);
      assertThat(gateway.publish("mw/v1/" + A + "/gw-1/readings", "true")).isZero();
    }
  }

  @Test
  void aMineHearsOfItsOwnAlone() throws Exception {
    try (Client gateway = Client.at(port, A + ".gw-2");
        Client alerting = Client.at(port, "alerting")) {
      gateway.connect("gateway-a", PASSWORD);
      for (String filter : List.of("#", "mw/v1/+/orders", "mw/v1/" + B + "/orders")) {
        gateway.subscribe(filter);
      }
      alerting.connect("alerting", PASSWORD);
      assertThat(alerting.publishRetained("mw/v1/" + B + "/orders", "of another")).isZero();
      assertThat(alerting.publishRetained("mw/v1/" + A + "/orders", "its own")).isZero();
      await().until(() -> gateway.received.contains("mw/v1/" + A + "/orders its own"));
      assertThat(gateway.received).noneMatch(text -> text.contains("of another"));
    }
  }

  @Test
  void aMineCannotLeaveAnythingRetainedUnderAnotherNorByItsLastWill() throws Exception {
    String status = "mw/v1/" + B + "/gw-9/status";
    try (Client judge = Client.at(port, "judge-acl");
        Client gateway = Client.at(port, A + ".gw-6");
        Client honest = Client.at(port, B + ".gw-9")) {
      judge.connect("judge", PASSWORD);
      judge.subscribe("mw/v1/+/+/status");
      MqttMessage will = new MqttMessage("forged".getBytes(StandardCharsets.UTF_8), 1, true, null);
      will.setProperties(new MqttProperties());
      gateway.options().setWill(status, will);
      gateway.connect("gateway-a", PASSWORD);
      assertThat(gateway.publishRetained(status, "forged")).isEqualTo(NOT_AUTHORIZED);
      gateway.cut();

      honest.connect("gateway-b", PASSWORD);
      assertThat(honest.publishRetained(status, "true")).isZero();
      await().until(() -> judge.received.contains(status + " true"));
      assertThat(judge.received).noneMatch(text -> text.contains("forged"));
    }
  }

  @Test
  void whoIsTakenOutOfTheRightsMayNeitherPublishNorHearOverTheOpenConnection() throws Exception {
    String plan = "mw/v1/" + B + "/plan";
    try (Client gateway = Client.at(port, B + ".gw-8");
        Client alerting = Client.at(port, "alerting-3");
        Client judge = Client.at(port, "judge-8")) {
      gateway.connect("gateway-b", PASSWORD);
      gateway.subscribe(plan);
      judge.connect("judge", PASSWORD);
      judge.subscribe(plan);
      alerting.connect("alerting", PASSWORD);
      assertThat(gateway.publish("mw/v1/" + B + "/gw-8/readings", "true")).isZero();
      rights(People.all().stream().filter(each -> !each.user().equals("gateway-b")).toList());
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> gateway.publish("mw/v1/" + B + "/gw-8/readings", "late") == NOT_AUTHORIZED);
      alerting.publishRetained(plan, "of later");
      await().until(() -> judge.received.contains(plan + " of later"));
      assertThat(gateway.received).isEmpty();
      alerting.publishRetained(plan, "");
    } finally {
      rights(People.all());
    }
  }

  private static void rights(List<Account> accounts) throws Exception {
    Files.writeString(folder.resolve("acl"), MosquittoAcl.of(Accounts.of(accounts)));
    Process hangup =
        new ProcessBuilder("kill", "-HUP", Long.toString(mosquitto.pid())).inheritIO().start();
    assertThat(hangup.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$share/spies/mw/v1/140921029999/orders", "$share/spies/#", "$SYS/#"})
  void neitherASharedSubscriptionNorSystemTopicsTellOfOthers(String filter) throws Exception {
    try (Client gateway = Client.at(port, A + ".gw-7");
        Client alerting = Client.at(port, "alerting-2")) {
      gateway.connect("gateway-a", PASSWORD);
      gateway.subscribe(filter);
      gateway.subscribe("mw/v1/" + A + "/plan");
      alerting.connect("alerting", PASSWORD);
      alerting.publishRetained("mw/v1/" + B + "/orders", "of another");
      alerting.publishRetained("mw/v1/" + A + "/plan", "its own");
      await().until(() -> gateway.received.contains("mw/v1/" + A + "/plan its own"));
      assertThat(gateway.received)
          .noneMatch(text -> text.contains("of another") || text.startsWith("$SYS"));
    }
  }
}
