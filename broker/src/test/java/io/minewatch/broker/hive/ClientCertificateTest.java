package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.B;
import static io.minewatch.broker.hive.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.broker.certificate.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates of clients at our own broker, with a real TLS client. */
class ClientCertificateTest {
  private static final int WRONG_USER_OR_PASSWORD = 0x86;
  private static final int NOT_AUTHORIZED = 0x87;
  private static final String OWN = "mw/v1/" + A + "/gw-1/readings";

  @TempDir private static Path folder;
  private static ClientCertificates certificates;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    certificates = ClientCertificates.make(folder);
    broker = broker("required", ClientTrust.Ask.REQUIRED);
  }

  private static EmbeddedBroker broker(String data, ClientTrust.Ask ask) throws Exception {
    TlsSettings tls =
        new TlsSettings(BrokerSettings.LOOPBACK, 0, certificates.serverKey, ServerKey.PASSWORD)
            .withClients(certificates.trust(ask));
    return EmbeddedBroker.start(
        BrokerSettings.of(folder.resolve(data), 0).withTls(tls), People.all());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aCertificateAloneOpensTheAccountOfItsNameAndNoMore() throws Exception {
    try (Client client =
        certificates.at(broker.tlsPort(), A + ".gw-1", certificates.trusted, "gateway-a")) {
      client.connect();
      assertThat(client.publish(OWN, "1")).isZero();
      assertThat(client.publish("mw/v1/" + B + "/gw-1/readings", "1")).isEqualTo(NOT_AUTHORIZED);
    }
  }

  @Test
  void aPasswordBesideItMustBeRightAsWell() throws Exception {
    try (Client client =
        certificates.at(broker.tlsPort(), A + ".gw-2", certificates.trusted, "gateway-a")) {
      assertThatThrownBy(() -> client.connect("gateway-a", "wrong"))
          .isInstanceOfSatisfying(
              MqttException.class,
              e -> assertThat(e.getReasonCode()).isEqualTo(WRONG_USER_OR_PASSWORD));
      client.connect("gateway-a", PASSWORD);
      assertThat(client.publish("mw/v1/" + A + "/gw-2/readings", "1")).isZero();
    }
  }

  /** The password of the other would be known: the certificate still says who comes. */
  @ParameterizedTest
  @CsvSource({"gateway-a, gateway-b", "judge, gateway-a", "gateway-a, somebody"})
  void theCertificateOfAnotherOpensNoAccount(String user, String certified) throws Exception {
    try (Client client =
        certificates.at(broker.tlsPort(), A + ".gw-3", certificates.trusted, certified)) {
      assertThatThrownBy(() -> client.connect(user, PASSWORD))
          .isInstanceOfSatisfying(
              MqttException.class,
              e -> assertThat(e.getReasonCode()).isEqualTo(WRONG_USER_OR_PASSWORD));
    }
  }

  @Test
  void withoutACertificateOrWithOneOfAnotherAuthorityNobodyComesIn() throws Exception {
    try (Client none = certificates.at(broker.tlsPort(), A + ".gw-4", null, "")) {
      assertThatThrownBy(() -> none.connect("gateway-a", PASSWORD))
          .isInstanceOfSatisfying(
              MqttException.class, e -> assertThat(e.getCause()).isInstanceOf(IOException.class));
    }
    try (Client foreign =
        certificates.at(broker.tlsPort(), A + ".gw-5", certificates.other, "gateway-a")) {
      assertThatThrownBy(() -> foreign.connect("gateway-a", PASSWORD))
          .isInstanceOf(MqttException.class);
      assertThat(foreign.isConnected()).isFalse();
    }
  }

  @Test
  void whereCertificatesAreOptionalAPasswordDoesWithoutOneAndNothingAtAllDoesNot()
      throws Exception {
    try (EmbeddedBroker open = broker("optional", ClientTrust.Ask.OPTIONAL);
        Client password = certificates.at(open.tlsPort(), A + ".gw-1", null, "");
        Client certificate =
            certificates.at(open.tlsPort(), A + ".gw-2", certificates.trusted, "gateway-a");
        Client nothing = certificates.at(open.tlsPort(), A + ".gw-3", null, "")) {
      password.connect("gateway-a", PASSWORD);
      assertThat(password.publish(OWN, "1")).isZero();
      certificate.connect();
      assertThat(certificate.publish("mw/v1/" + A + "/gw-2/readings", "1")).isZero();
      assertThatThrownBy(() -> nothing.connect("gateway-a", "")).isInstanceOf(MqttException.class);
    }
  }

  @Test
  void aNameMustBeOneAndAlone() {
    assertThat(CertifiedName.commonName("CN=gateway-a,O=mine")).isEqualTo("gateway-a");
    assertThat(CertifiedName.commonName("CN=gateway-a,CN=judge")).isEmpty();
    assertThat(CertifiedName.commonName("CN=gateway-a+OU=x")).isEmpty();
    assertThat(CertifiedName.commonName("CN=gateway-a,CN=judge+OU=x")).isEmpty();
    assertThat(CertifiedName.commonName("OU=x+cn=judge,CN=gateway-a")).isEmpty();
    assertThat(CertifiedName.commonName("CN=gateway-a+CN=judge")).isEmpty();
    assertThat(CertifiedName.commonName("O=mine")).isEmpty();
  }

  @Test
  void whatAnAuthorityMakesIsItsOwnersAlone() throws Exception {
    for (String name : new String[] {"ca.p12", "ca.password", "clients.p12"}) {
      assertThat(PosixFilePermissions.toString(permissions(name))).isEqualTo("rw-------");
    }
    assertThatThrownBy(() -> Authority.make(folder.resolve("ca"), new SecureRandom()))
        .hasMessageContaining("ca");
    assertThatThrownBy(() -> Authority.of(folder.resolve("nowhere")))
        .hasMessageContaining("is no authority");
    assertThatThrownBy(
            () -> certificates.trusted.issue("a, O=b", folder.resolve("x.p12"), new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<PosixFilePermission> permissions(String name) throws Exception {
    return Files.getPosixFilePermissions(folder.resolve("ca").resolve(name));
  }
}
