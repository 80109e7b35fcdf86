package io.minewatch.broker.hive;

import static io.minewatch.broker.hive.People.A;
import static io.minewatch.broker.hive.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
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
  void showsTheCertificateOfANewKeyStoreWithoutARestart() throws Exception {
    Path keyStore = ServerKey.make(dir);
    Path next = ServerKey.make(Files.createDirectory(dir.resolve("next")));
    var tls = new TlsSettings(BrokerSettings.LOOPBACK, 0, keyStore, STORE_PASSWORD);
    var settings = BrokerSettings.of(dir.resolve("broker"), 0).withTls(tls);
    try (var broker = EmbeddedBroker.start(settings, People.all())) {
      Certificate before = shown(broker.tlsPort());
      assertThat(before).isEqualTo(certificate(keyStore));
      Certificate after = certificate(next);
      Files.move(next, keyStore, StandardCopyOption.ATOMIC_MOVE);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(shown(broker.tlsPort())).isEqualTo(after));
    }
  }

  private static Certificate certificate(Path keyStore) throws Exception {
    KeyStore store = KeyStore.getInstance(keyStore.toFile(), STORE_PASSWORD.toCharArray());
    return store.getCertificate(store.aliases().nextElement());
  }

  /** Whatever certificate the door shows. */
  private static Certificate shown(int port) throws Exception {
    Certificate[] seen = new Certificate[1];
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        null,
        new TrustManager[] {
          new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String kind) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String kind) {
              seen[0] = chain[0];
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
              return new X509Certificate[0];
            }
          }
        },
        null);
    try (var socket =
        (SSLSocket) context.getSocketFactory().createSocket(BrokerSettings.LOOPBACK, port)) {
      socket.startHandshake();
    }
    return seen[0];
  }

  @Test
  void doesNotStartWithAKeyStoreItCannotOpen() throws Exception {
    var tls = new TlsSettings(BrokerSettings.LOOPBACK, 0, ServerKey.make(dir), "wrong");
    var settings = BrokerSettings.of(dir.resolve("broker"), 0).withTls(tls);
    assertThatThrownBy(() -> EmbeddedBroker.start(settings, People.all()).close())
        .hasMessageContaining("did not start");
  }
}
