package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.B;
import static io.minewatch.broker.hive.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Accounts;
import io.minewatch.broker.access.MosquittoAcl;
import io.minewatch.broker.access.MosquittoConf;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated listener and rights as a real Mosquitto carries them out. */
class MosquittoCertificateTest {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
  private static final int NOT_AUTHORIZED = 0x87;

  @TempDir private static Path folder;
  private static ClientCertificates certificates;
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
    certificates = ClientCertificates.make(folder);
    ServerKey.writePem(certificates.serverKey);
    Files.copy(certificates.trusted.certificate(), folder.resolve("ca.crt"));
    Files.writeString(folder.resolve("acl"), MosquittoAcl.of(Accounts.of(People.all())));
    Path conf =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            "user "
                + System.getProperty("user.name")
                + "\n"
                + MosquittoConf.of(folder.toString(), port));
    mosquitto =
        new ProcessBuilder(PROGRAM.toString(), "-c", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(20)).until(() -> Client.isOpen(port));
  }

  @AfterAll
  static void stop() {
    if (mosquitto != null) {
      mosquitto.destroyForcibly();
    }
  }

  @Test
  void theNameOfTheCertificateIsTheUserWhateverTheClientSays() throws Exception {
    try (Client client = certificates.at(port, A + ".gw-1", certificates.trusted, "gateway-a")) {
      client.connect("gateway-b", PASSWORD);
      assertThat(client.publish("mw/v1/" + A + "/gw-1/readings", "1")).isZero();
      assertThat(client.publish("mw/v1/" + B + "/gw-1/readings", "1")).isEqualTo(NOT_AUTHORIZED);
    }
    try (Client other = certificates.at(port, B + ".gw-1", certificates.trusted, "gateway-b")) {
      other.connect();
      assertThat(other.publish("mw/v1/" + A + "/gw-1/readings", "1")).isEqualTo(NOT_AUTHORIZED);
    }
  }

  @Test
  void withoutACertificateOrWithOneOfAnotherAuthorityNobodyComesIn() throws Exception {
    try (Client none = certificates.at(port, A + ".gw-2", null, "")) {
      assertThatThrownBy(() -> none.connect("gateway-a", PASSWORD))
          .isInstanceOf(MqttException.class);
    }
    try (Client foreign = certificates.at(port, A + ".gw-3", certificates.other, "gateway-a")) {
      assertThatThrownBy(foreign::connect).isInstanceOf(MqttException.class);
    }
  }
}
