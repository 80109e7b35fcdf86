package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String STORE_PASSWORD = ServerKey.PASSWORD;

  @TempDir Path dir;

  @Test
  void speaksEncryptedToWhoTrustsItAndToNobodyElse() throws Exception {
    Path keyStore = ServerKey.make(dir);
    var tls = new TlsSettings(BrokerSettings.LOOPBACK, 0, keyStore, STORE_PASSWORD);
    var settings = BrokerSettings.of(dir.resolve("broker"), 0).withTls(tls);
    try (var broker = EmbeddedBroker.start(settings, People.all())) {
      assertThat(broker.tlsPort()).isNotEqualTo(broker.port());
      String server = "ssl://127.0.0.1:" + broker.tlsPort();
      try (var trusting = new Client(server, A + ".gw-1")) {
        Properties trust = new Properties();
        trust.setProperty("com.ibm.ssl.trustStore", keyStore.toString());
        trust.setProperty("com.ibm.ssl.trustStorePassword", STORE_PASSWORD);
        trust.setProperty("com.ibm.ssl.trustStoreType", "PKCS12");
        trusting.options().setSSLProperties(trust);
        trusting.connect("gateway-a", PASSWORD);
        assertThat(trusting.publish("mw/v1/" + A + "/gw-1/readings", "1")).isZero();
      }
      try (var doubting = new Client(server, A + ".gw-2")) {
        assertThatThrownBy(() -> doubting.connect("gateway-a", PASSWORD))
            .hasRootCauseMessage("unable to find valid certification path to requested target");
      }
    }
    assertThat(settings.toString()).doesNotContain(STORE_PASSWORD);
  }

  @Test
  void doesNotStartWithAKeyStoreItCannotOpen() throws Exception {
    var tls = new TlsSettings(BrokerSettings.LOOPBACK, 0, ServerKey.make(dir), "wrong");
    var settings = BrokerSettings.of(dir.resolve("broker"), 0).withTls(tls);
    assertThatThrownBy(() -> EmbeddedBroker.start(settings, People.all()).close())
        .hasMessageContaining("did not start");
  }
}
