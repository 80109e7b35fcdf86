package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.MosquittoConf;
import io.minewatch.broker.app.BrokerMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mosquitto as {@code docker-compose.yml} runs it under the profile {@code mosquitto}: its
 * settings, and its rights, passwords and key as {@code secrets.sh} has our program make them.
 */
class MosquittoPasswordsTest {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
  private static final Path COMMITTED = Path.of("../deploy/compose/mosquitto.conf");
  private static final int NOT_AUTHORIZED = 0x87;

  @TempDir private static Path folder;
  private static String password = "";
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
    String accounts = folder.resolve("accounts").toString();
    password = program("add-account", accounts, "gateway", "GATEWAY", A.value()).strip();
    Path word = Files.writeString(folder.resolve("word"), password + "\n");
    Path store = ServerKey.make(folder);
    ServerKey.writePem(store);
    Files.move(folder.resolve("broker.crt"), folder.resolve("broker_certificate"));
    Path storeWord = Files.writeString(folder.resolve("store"), ServerKey.PASSWORD);
    keep("mosquitto_acl", program("mosquitto-acl", accounts));
    keep("mosquitto_passwords", program("mosquitto-passwords", "gateway=" + word));
    keep("mosquitto_key", program("mosquitto-key", store.toString(), storeWord.toString()));
    String conf = MosquittoConf.withPasswords(folder.toString(), port, folder.toString());
    keep("mosquitto.conf", "user " + System.getProperty("user.name") + "\n" + conf);
    mosquitto =
        new ProcessBuilder(PROGRAM.toString(), "-c", folder.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(20)).until(() -> Client.isOpen(port));
  }

  private static void keep(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** What our program prints when it is called so. */
  private static String program(String... words) throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      BrokerMain.main(words);
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (mosquitto != null) {
      mosquitto.destroyForcibly();
      assertThat(mosquitto.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void theRightPasswordOpensWhatTheAccountMayDoAndNoMore() throws Exception {
    assertThat(published("mw/v1/" + A + "/gw-1/readings")).isZero();
    assertThat(published("mw/v1/" + B + "/gw-1/readings")).isEqualTo(NOT_AUTHORIZED);
    assertThat(published("mw/v1/" + A + "/plan")).isEqualTo(NOT_AUTHORIZED);
  }

  /** What the broker says to one message; by a line of its own, which a refusal may end. */
  private static int published(String topic) throws Exception {
    try (Client gateway = client()) {
      gateway.connect("gateway", password);
      return gateway.publish(topic, "1");
    }
  }

  @Test
  void neitherAWrongPasswordNorNoneNorAnotherNameComesIn() throws Exception {
    try (Client client = client()) {
      assertThatThrownBy(() -> client.connect("gateway", password + "x"))
          .isInstanceOf(MqttException.class);
      assertThatThrownBy(() -> client.connect("judge", password)).isInstanceOf(MqttException.class);
    }
    try (Client nobody = client()) {
      assertThatThrownBy(nobody::connect).isInstanceOf(MqttException.class);
    }
  }

  @Test
  void theCommittedSettingsAreTheGeneratedOnes() throws IOException {
    assertThat(Files.readString(COMMITTED))
        .isEqualTo(MosquittoConf.withPasswords("/run/secrets", 8883, "/mosquitto/data"));
  }

  /** Over TLS; whoever shows another certificate is not believed. */
  private static Client client() throws MqttException {
    Client client = new Client("ssl://127.0.0.1:" + port, A + ".gw-1");
    Properties trust = new Properties();
    trust.setProperty("com.ibm.ssl.trustStore", folder.resolve("broker.p12").toString());
    trust.setProperty("com.ibm.ssl.trustStorePassword", ServerKey.PASSWORD);
    trust.setProperty("com.ibm.ssl.trustStoreType", "PKCS12");
    client.options().setSSLProperties(trust);
    return client;
  }
}
