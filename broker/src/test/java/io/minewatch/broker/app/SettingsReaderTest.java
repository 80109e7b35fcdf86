package io.minewatch.broker.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.broker.hive.BrokerLimits;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.ClientTrust;
import io.minewatch.broker.hive.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir Path dir;

  @Test
  void hasTheseDefaults() throws Exception {
    assertThat(SettingsReader.read(file("data-dir: /d", "accounts: /a"), Map.of()))
        .isEqualTo(
            new ProgramSettings(
                new BrokerSettings(
                    Path.of("/d"),
                    "127.0.0.1",
                    1883,
                    null,
                    new BrokerLimits(100_000, 20_000, 1_000, 4_194_304, 20_000, Duration.ofDays(7)),
                    BrokerSettings.Keeps.DISK),
                Path.of("/a")));
  }

  @Test
  void takesEveryKeyAndTheEnvironmentBeforeTheFile() throws Exception {
    Path password = Files.writeString(dir.resolve("password"), "secret\n");
    Path file =
        file(
            "data-dir: /d",
            "accounts: /a",
            "bind-address: 10.0.0.1",
            "port: 1",
            "tls-bind-address: 10.0.0.2",
            "tls-port: 2",
            "key-store: /k",
            "key-store-password-file: " + password,
            "client-trust-store: /c",
            "client-trust-store-password-file: " + password,
            "client-certificates: optional",
            "queued-messages: 3",
            "subscriber-window: 4",
            "publisher-window: 5",
            "packet-bytes: 6",
            "connections: 7",
            "session-expiry: PT8S",
            "keeps: memory");
    assertThat(SettingsReader.read(file, Map.of("MINEWATCH_BROKER_PORT", "9", "PATH", "/bin")))
        .isEqualTo(
            new ProgramSettings(
                new BrokerSettings(
                    Path.of("/d"),
                    "10.0.0.1",
                    9,
                    new TlsSettings("10.0.0.2", 2, Path.of("/k"), "secret")
                        .withClients(
                            new ClientTrust(Path.of("/c"), "secret", ClientTrust.Ask.OPTIONAL)),
                    new BrokerLimits(3, 4, 5, 6, 7, Duration.ofSeconds(8)),
                    BrokerSettings.Keeps.MEMORY),
                Path.of("/a")));
  }

  @Test
  void tellsAllProblemsAtOnce() throws Exception {
    Path file =
        file(
            "accounts: /a",
            "port: 70000x",
            "tls-port: 1",
            "packet-bytes: 0",
            "session-expiry: a week",
            "keeps: tape",
            "client-trust-store: /c",
            "client-certificates: perhaps",
            "speed: 9");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("data-dir: is needed")
        .hasMessageContaining("port: cannot be '70000x'")
        .hasMessageContaining("tls-port: needs key-store")
        .hasMessageContaining("client-trust-store: needs client-trust-store-password-file")
        .hasMessageContaining("client-certificates: cannot be 'perhaps'")
        .hasMessageContaining("packet bytes are 1 to 268435460, were 0")
        .hasMessageContaining("session-expiry: cannot be 'a week'")
        .hasMessageContaining("keeps: cannot be 'tape'")
        .hasMessageContaining("speed: is unknown; known are [accounts, bind-address");
  }

  @Test
  void queuesInMemoryNeedANumberThatSomebodyHasThoughtOf() throws Exception {
    Path file = file("data-dir: /d", "accounts: /a", "keeps: memory");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .hasMessageStartingWith("keeps: memory needs queued-messages");
    assertThat(
            SettingsReader.read(file, Map.of("MINEWATCH_BROKER_QUEUED_MESSAGES", "9"))
                .broker()
                .keeps())
        .isEqualTo(BrokerSettings.Keeps.MEMORY);
  }

  @Test
  void refusesASecretInTheSettingsFile() throws Exception {
    Path file =
        file(
            "data-dir: /d",
            "accounts: /a",
            "tls-port: 1",
            "key-store: /k",
            "key-store-password: secret");
    assertThatThrownBy(() -> SettingsReader.read(file, Map.of()))
        .hasMessageContaining("belongs in the environment or in a file")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> SettingsReader.read(dir.resolve("none"), Map.of()))
        .hasMessageContaining("none: cannot be read");
  }

  private Path file(String... lines) throws Exception {
    return Files.write(dir.resolve("broker.yaml"), List.of(lines));
  }
}
