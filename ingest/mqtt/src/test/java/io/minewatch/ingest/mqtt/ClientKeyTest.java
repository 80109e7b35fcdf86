package io.minewatch.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a Mosquitto that lets nobody in without a certificate that it knows. */
@Timeout(90)
class ClientKeyTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void aBrokerThatAsksForACertificateLetsInWhoShowsOneAndNobodyElse() throws Exception {
    Path server = Certificates.keyStore(folder, "broker");
    Path gateway = Certificates.keyStore(folder, "gateway");
    String tls =
        "cafile "
            + Certificates.certificatePem(gateway, "gateway")
            + "\ncertfile "
            + Certificates.certificatePem(server, "broker")
            + "\nkeyfile "
            + Certificates.keyPem(server, "broker")
            + "\nrequire_certificate true\n";
    try (TestBroker broker = TestBroker.start(folder, tls)) {
      URI door = URI.create("ssl://127.0.0.1:" + broker.uri().getPort());
      MqttSettings without =
          MqttSettings.of(door, "g1", "", "")
              .withTrustStore(MqttSettings.TrustStore.of(server, Certificates.PASSWORD));
      Heard refused = new Heard();
      try (MqttLink link = MqttLink.open(without, List.of(), refused, Clock.systemUTC())) {
        await().atMost(LONG).until(() -> refused.losses.get() > 0);
        assertThat(link.stats().connects()).isZero();
      }
      MqttSettings with = without.withClientKey(ClientKey.of(gateway, Certificates.PASSWORD));
      try (MqttLink link = MqttLink.open(with, List.of(), new Heard(), Clock.systemUTC())) {
        await().atMost(LONG).until(link::isConnected);
      }
    }
  }
}
