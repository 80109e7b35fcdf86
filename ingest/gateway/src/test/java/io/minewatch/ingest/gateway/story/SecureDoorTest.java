package io.minewatch.ingest.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.broker.hive.TlsSettings;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.gateway.message.Site;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through the encrypted door, and what the program says when it is asked wrongly. */
@Timeout(120)
class SecureDoorTest {
  private static final Site SITE = new Site(new MineCode("140921021337"), new GatewayId("gw-01"));
  private static final String PASSWORD = "only-in-this-test";
  private static final String STORE_PASSWORD = "key-store-in-this-test";

  @TempDir Path temp;

  private Map<String, String> environment(String server) {
    Map<String, String> environment = new HashMap<>();
    environment.put("MINEWATCH_GATEWAY_MINE", "140921021337");
    environment.put("MINEWATCH_GATEWAY_GATEWAY", "gw-01");
    environment.put("MINEWATCH_GATEWAY_QUEUE", temp.resolve("queue").toString());
    environment.put("MINEWATCH_GATEWAY_FOLDERS", temp.resolve("drop").toString());
    environment.put("MINEWATCH_GATEWAY_BROKER_URI", server);
    environment.put("MINEWATCH_GATEWAY_BROKER_USER", "gateway");
    return environment;
  }

  @Test
  void sendsThroughTheEncryptedDoorWithSecretsOutOfFiles() throws Exception {
    Path keyStore = keyStore();
    SecureRandom random = new SecureRandom();
    List<Account> accounts =
        List.of(
            new Account("gateway", Passwords.hash(PASSWORD, random), Role.GATEWAY, SITE.mine()),
            new Account("judge", Passwords.hash(PASSWORD, random), Role.JUDGE, null),
            new Account("archive", Passwords.hash(PASSWORD, random), Role.ARCHIVE, null));
    BrokerSettings settings =
        BrokerSettings.of(temp.resolve("broker"), 0)
            .withTls(new TlsSettings(BrokerSettings.LOOPBACK, 0, keyStore, STORE_PASSWORD));
    try (EmbeddedBroker broker = EmbeddedBroker.start(settings, accounts);
        Jobs jobs = new Jobs(SITE, URI.create("tcp://127.0.0.1:" + broker.port()), PASSWORD)) {
      Map<String, String> environment = environment("ssl://127.0.0.1:" + broker.tlsPort());
      environment.put("MINEWATCH_GATEWAY_BROKER_PASSWORD_FILE", secret("gateway", PASSWORD));
      environment.put("MINEWATCH_GATEWAY_BROKER_TRUST_STORE", keyStore.toString());
      environment.put(
          "MINEWATCH_GATEWAY_BROKER_TRUST_STORE_PASSWORD_FILE", secret("trust", STORE_PASSWORD));
      Files.createDirectories(temp.resolve("drop"));
      Files.writeString(
          temp.resolve("drop/a.csv"), "time,point,value\n2026-01-01T00:00:00Z,T1,0.5\n");
      try (GatewayProcess gateway = GatewayProcess.start(temp.resolve("log"), environment)) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !jobs.heard.isEmpty());
        assertThat(gateway.said()).doesNotContain(PASSWORD).doesNotContain(STORE_PASSWORD);
      }
    }
  }

  @Test
  void checksItsSettingsAndEnds() throws Exception {
    Path log = temp.resolve("log");
    Map<String, String> environment = environment("tcp://127.0.0.1:1");
    assertThat(GatewayProcess.start(log, environment, "--check").awaitEnd()).isZero();
    assertThat(Files.readString(log)).contains("140921021337/gw-01 are in order");
    assertThat(temp.resolve("queue")).doesNotExist();

    environment.remove("MINEWATCH_GATEWAY_MINE");
    environment.put("MINEWATCH_GATEWAY_WINDOW", "none");
    assertThat(GatewayProcess.start(log, environment, "--check").awaitEnd()).isEqualTo(2);
    assertThat(Files.readString(log)).contains("mine: is missing", "window: 'none'");
    assertThat(GatewayProcess.start(log, environment, "--what").awaitEnd()).isEqualTo(2);
  }

  private String secret(String name, String value) throws Exception {
    return Files.writeString(temp.resolve(name + ".secret"), value + "\n").toString();
  }

  private Path keyStore() throws Exception {
    Path file = temp.resolve("broker.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "broker",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=ip:127.0.0.1,dns:localhost",
            "-validity",
            "2",
            "-keystore",
            file.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            STORE_PASSWORD);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(said).isZero();
    return file;
  }
}
