package io.minewatch.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.wire.Outgoing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {
  private static final MqttSettings SETTINGS =
      MqttSettings.of(URI.create("tcp://127.0.0.1:1883"), "judge-0", "judge", "secret");

  @Test
  void hasTheseDefaults() {
    assertThat(SETTINGS.receiveMaximum()).isEqualTo(2_000);
    assertThat(SETTINGS.publishWindow()).isEqualTo(1_000);
    assertThat(SETTINGS.trustStore()).isNull();
    assertThat(SETTINGS.clientKey()).isNull();
    assertThat(SETTINGS.will()).isNull();
    assertThat(SETTINGS.timing().keepAlive()).isEqualTo(Duration.ofSeconds(15));
    assertThat(SETTINGS.timing().sessionExpiry()).isEqualTo(Duration.ofDays(7));
    assertThat(SETTINGS.timing().connect()).isEqualTo(Duration.ofSeconds(10));
    assertThat(SETTINGS.timing().confirm()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void changesOneThingAtATime() {
    Outgoing will = Outgoing.event("t", new byte[0], "");
    MqttSettings changed =
        SETTINGS
            .withClientId("judge-1")
            .withReceiveMaximum(7)
            .withPublishWindow(8)
            .withSessionExpiry(Duration.ofHours(1))
            .withTrustStore(MqttSettings.TrustStore.of(Path.of("ca.jks"), "changeit"))
            .withClientKey(ClientKey.of(Path.of("own.p12"), "secret"))
            .withWill(will);
    assertThat(changed.clientId()).isEqualTo("judge-1");
    assertThat(changed.receiveMaximum()).isEqualTo(7);
    assertThat(changed.publishWindow()).isEqualTo(8);
    assertThat(changed.timing().sessionExpiry()).isEqualTo(Duration.ofHours(1));
    assertThat(changed.timing().keepAlive()).isEqualTo(SETTINGS.timing().keepAlive());
    assertThat(changed.trustStore())
        .isEqualTo(new MqttSettings.TrustStore("ca.jks", "changeit", "JKS"));
    assertThat(changed.clientKey()).isEqualTo(new ClientKey("own.p12", "secret", "PKCS12"));
    assertThat(changed.will()).isSameAs(will);
    assertThat(changed.user()).isEqualTo("judge");
  }

  @Test
  void saysEverythingToPahoThatItWouldLeaveOpen() {
    MqttConnectionOptions options = PahoOptions.of(SETTINGS, SocketFactory.getDefault());
    assertThat(options.isCleanStart()).isFalse();
    assertThat(options.getSessionExpiryInterval()).isEqualTo(7 * 24 * 3600L);
    assertThat(options.getReceiveMaximum()).isEqualTo(2_000);
    assertThat(options.getMaximumPacketSize()).isEqualTo(4L * 1024 * 1024);
    assertThat(options.isAutomaticReconnect()).isFalse();
    assertThat(options.isHttpsHostnameVerificationEnabled()).isTrue();
    assertThat(options.getKeepAliveInterval()).isEqualTo(15);
  }

  @Test
  void aLinkThatKeepsNothingStartsClean() {
    MqttConnectionOptions options =
        PahoOptions.of(SETTINGS.withSessionExpiry(Duration.ZERO), SocketFactory.getDefault());
    assertThat(options.isCleanStart()).isTrue();
    assertThat(options.getSessionExpiryInterval()).isZero();
  }

  @Test
  void neverPrintsASecret() {
    assertThat(SETTINGS.toString()).isEqualTo("judge-0 at tcp://127.0.0.1:1883");
    assertThat(MqttSettings.TrustStore.of(Path.of("ca.p12"), "changeit").toString())
        .isEqualTo("PKCS12 ca.p12");
    assertThat(ClientKey.of(Path.of("own.jks"), "changeit").toString()).isEqualTo("JKS own.jks");
  }

  @Test
  void travelsToAnotherProcess() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(SETTINGS);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(SETTINGS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a:1", "tcp://a", "tcp:a", "ws://a:80"})
  void refusesAServerItCannotReach(String uri) {
    assertThatThrownBy(() -> MqttSettings.of(URI.create(uri), "c", "", ""))
        .hasMessageContaining("need ");
  }

  @Test
  void refusesTheImpossible() {
    Map.<Runnable, String>of(
            () -> SETTINGS.withClientId(" "), "client id",
            () -> SETTINGS.withReceiveMaximum(0), "receiveMaximum",
            () -> SETTINGS.withReceiveMaximum(65_536), "receiveMaximum",
            () -> SETTINGS.withPublishWindow(0), "publishWindow",
            () -> SETTINGS.withSessionExpiry(Duration.ofSeconds(-1)), "sessionExpiry")
        .forEach((act, what) -> assertThatThrownBy(act::run).hasMessageContaining(what));
  }
}
