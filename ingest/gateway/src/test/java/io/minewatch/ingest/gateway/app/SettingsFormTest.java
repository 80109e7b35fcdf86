package io.minewatch.ingest.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.table.Field;
import io.minewatch.ingest.gateway.forward.ForwardRules;
import io.minewatch.ingest.gateway.forward.Needed;
import io.minewatch.ingest.gateway.input.DeviceInput;
import io.minewatch.ingest.gateway.input.TopicFilter;
import io.minewatch.ingest.gateway.relay.RelaySettings;
import io.minewatch.ingest.mqtt.ClientKey;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFormTest extends SettingsForms {
  @Test
  void hasTheseDefaults() throws Exception {
    GatewaySettings settings = read(LEAST, Map.of());
    assertThat(settings.site()).hasToString("140921021337/gw-01");
    assertThat(settings.broker().clientId()).isEqualTo("140921021337.gw-01");
    assertThat(settings.broker().timing().sessionExpiry()).isZero();
    assertThat(settings.broker().publishWindow()).isEqualTo(72);
    assertThat(settings.broker().user()).isEmpty();
    assertThat(settings.folders()).isEmpty();
    assertThat(settings.formats().of("RYCS").fields())
        .isEqualTo(Tables.formats().of("RYCS").fields());
    assertThat(settings.devices()).isNull();
    assertThat(settings.relay())
        .isEqualTo(
            new RelaySettings(
                new ForwardRules(
                    Needed.BOTH,
                    Duration.ofSeconds(30),
                    64,
                    16,
                    20,
                    new ForwardRules.Again(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        100,
                        Duration.ofSeconds(10))),
                2L << 30,
                Duration.ofMillis(20),
                1L << 20,
                Duration.ofSeconds(30),
                "minewatch-gateway 0.1"));
  }

  @Test
  void takesEveryKey() throws Exception {
    Path own = Files.writeString(temp.resolve("own.formats"), OWN_ORDER);
    GatewaySettings settings =
        read(
            """
            mine: "140921021337"
            gateway: gw-01
            queue: /q
            queue-bytes: 16777216
            receipts: judged
            live-for: PT10S
            window: 32
            backfill-window: 4
            backfill-rate: 2.5
            gap-patience: PT20S
            receipt-stall: PT30S
            receipt-stall-cap: PT40M
            probe: 7
            receipt-wait: PT5S
            commit-interval: PT0.05S
            commit-bytes: 1000
            status-every: PT15S
            broker-uri: ssl://broker.example:8883
            broker-user: gw
            broker-trust-store: /etc/ca.p12
            broker-key-store: /etc/own.jks
            folders: /drop/aqjk, /drop/rydw
            folder-settle: PT3S
            folder-formats: FORMATS
            folder-end-mark: PT5M
            folder-file-bytes: 1000000
            folder-after: delete
            folder-keep-done: P1D
            folder-keep-refused: P2D
            devices-uri: ssl://127.0.0.1:8884
            devices-user: reader
            devices-trust-store: /etc/local.p12
            devices-key-store: /etc/reader.p12
            devices-readings: plc/+/gas, plc/+/water
            devices-positions: tags/#
            """
                .replace("FORMATS", own.toString()),
            Map.of(
                "MINEWATCH_GATEWAY_BROKER_PASSWORD", "p1",
                "MINEWATCH_GATEWAY_BROKER_TRUST_STORE_PASSWORD", "p2",
                "MINEWATCH_GATEWAY_BROKER_KEY_STORE_PASSWORD", "p3",
                "MINEWATCH_GATEWAY_DEVICES_PASSWORD", "p4",
                "MINEWATCH_GATEWAY_DEVICES_TRUST_STORE_PASSWORD", "p5",
                "MINEWATCH_GATEWAY_DEVICES_KEY_STORE_PASSWORD", "p6",
                "MINEWATCH_GATEWAY_STDIN", "true"));
    RelaySettings relay = settings.relay();
    assertThat(relay.rules())
        .isEqualTo(
            new ForwardRules(
                Needed.JUDGED,
                Duration.ofSeconds(10),
                32,
                4,
                2.5,
                new ForwardRules.Again(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(40),
                    7,
                    Duration.ofSeconds(5))));
    assertThat(relay.queueLimitBytes()).isEqualTo(16L << 20);
    assertThat(relay.commitInterval()).isEqualTo(Duration.ofMillis(50));
    assertThat(relay.commitBytes()).isEqualTo(1_000);
    assertThat(relay.statusEvery()).isEqualTo(Duration.ofSeconds(15));
    assertThat(settings.stdin()).isEqualTo(GatewaySettings.Stdin.READ);
    assertThat(settings.broker().server()).isEqualTo(URI.create("ssl://broker.example:8883"));
    assertThat(settings.broker().password()).isEqualTo("p1");
    assertThat(settings.broker().trustStore())
        .isEqualTo(new MqttSettings.TrustStore("/etc/ca.p12", "p2", "PKCS12"));
    assertThat(settings.broker().clientKey()).isEqualTo(new ClientKey("/etc/own.jks", "p3", "JKS"));
    assertThat(settings.formats().of("RYCS").fields())
        .extracting(Field::name)
        .containsExactly("begin", "code");
    assertThat(settings.formats().of("RYSS")).isEqualTo(Tables.formats().of("RYSS"));
    assertThat(settings.folders()).containsExactly(folder("/drop/aqjk"), folder("/drop/rydw"));
    GatewaySettings.Devices devices = settings.devices();
    assertThat(devices.broker().clientId()).isEqualTo("140921021337.gw-01.devices");
    assertThat(devices.broker().timing().sessionExpiry()).isPositive();
    assertThat(devices.broker().user()).isEqualTo("reader");
    assertThat(devices.broker().password()).isEqualTo("p4");
    assertThat(devices.broker().trustStore().password()).isEqualTo("p5");
    assertThat(devices.broker().clientKey().password()).isEqualTo("p6");
    assertThat(devices.topics())
        .isEqualTo(
            new DeviceInput.Topics(
                List.of(new TopicFilter("plc/+/gas"), new TopicFilter("plc/+/water")),
                List.of(new TopicFilter("tags/#"))));
  }

  @Test
  void tellsAllProblemsAtOnceAndNamesTheirKeys() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    mine: short
                    broker-uri: http://x
                    broker-password: in-the-file
                    window: 3
                    queue-bytes: 5
                    receipts: some
                    devices-readings: a/#/b
                    colour: red
                    """,
                    Map.of()))
        .message()
        .contains(
            "mine: 'short' does not fit",
            "gateway: is missing",
            "queue: is missing",
            "broker-uri: need tcp:// or ssl://",
            "broker-password: a secret belongs in the environment or in broker-password-file",
            "window, backfill-window",
            "queue-bytes: is at least",
            "receipts: 'some' does not fit",
            "devices-readings: 'a/#/b' does not fit",
            "colour: no such setting");
  }

  @Test
  void wantsSomethingToReadFromAndDevicesWithTheirTopics() {
    assertThatThrownBy(() -> read(LEAST.replace("stdin: true", ""), Map.of()))
        .hasMessageContaining("nothing to read from");
    assertThatThrownBy(() -> read(LEAST + "devices-uri: tcp://127.0.0.1:1\n", Map.of()))
        .hasMessageContaining("devices-uri: needs devices-readings or devices-positions");
    assertThatThrownBy(() -> read(LEAST + "devices-positions: a\n", Map.of()))
        .hasMessageContaining("devices-uri: is missing");
    assertThatThrownBy(() -> read(LEAST + "broker-key-store: a.p12\n", Map.of()))
        .hasMessageContaining("broker-key-store: is of no use without ssl://");
  }

  @Test
  void readsASecretFromAFileOfItsOwn() throws Exception {
    Path secret = Files.writeString(temp.resolve("password"), "from-a-file\n");
    GatewaySettings settings = read(LEAST + "broker-password-file: " + secret + "\n", Map.of());
    assertThat(settings.broker().password()).isEqualTo("from-a-file");
    assertThat(settings.toString()).doesNotContain("from-a-file");
  }
}
