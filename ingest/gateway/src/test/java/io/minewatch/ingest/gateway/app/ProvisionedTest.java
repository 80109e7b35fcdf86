package io.minewatch.ingest.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.AccountsFile;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.app.BrokerMain;
import io.minewatch.ingest.mqtt.ClientKey;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the one command of provisioning writes is what this program reads. */
class ProvisionedTest {
  private static final String MINE = "140921021337";

  @TempDir private Path folder;

  @Test
  void withAnAuthorityItMakesACertificateThatTheSettingsName() throws Exception {
    Path authority = folder.resolve("ca");
    BrokerMain.main(new String[] {"new-ca", authority.toString()});
    BrokerMain.main(
        new String[] {
          "new-gateway",
          folder.resolve("accounts").toString(),
          MINE,
          "gw-02",
          "ssl://platform.example:8883",
          folder.resolve("out").toString(),
          authority.toString()
        });

    Path own = folder.resolve("out").resolve(MINE + "-gw-02");
    Path settings = folder.resolve("copied.yaml");
    Files.writeString(
        settings,
        Files.readString(own.resolve("gateway.yaml")).replace("/etc/minewatch", own.toString()));
    GatewaySettings read = SettingsForm.read(settings, Map.of("MINEWATCH_GATEWAY_STDIN", "true"));
    ClientKey key = Objects.requireNonNull(read.broker().clientKey());
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(key.path()))) {
      store.load(in, key.password().toCharArray());
    }
    Certificate[] chain = store.getCertificateChain("client");
    assertThat(chain).hasSize(2);
    assertThat(((X509Certificate) chain[0]).getSubjectX500Principal().getName())
        .isEqualTo("CN=gateway-" + MINE + "-gw-02");
    chain[0].verify(chain[1].getPublicKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key.path()))))
        .isEqualTo("rw-------");
  }

  @Test
  void oneCommandMakesAnAccountAndSettingsThatFitTogether() throws Exception {
    Path accounts = folder.resolve("accounts");
    BrokerMain.main(
        new String[] {
          "new-gateway",
          accounts.toString(),
          MINE,
          "gw-01",
          "ssl://platform.example:8883",
          folder.resolve("out").toString()
        });

    Path own = folder.resolve("out").resolve(MINE + "-gw-01");
    Path secret = own.resolve("broker.password");
    for (Path file : new Path[] {own.resolve("gateway.yaml"), secret}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    Path settings = folder.resolve("copied.yaml"); // to another place than on the real machine
    Files.writeString(
        settings,
        Files.readString(own.resolve("gateway.yaml")).replace("/etc/minewatch", own.toString()));
    GatewaySettings read = SettingsForm.read(settings, Map.of("MINEWATCH_GATEWAY_STDIN", "true"));
    assertThat(read.site().toString()).contains(MINE, "gw-01");

    Account account =
        Objects.requireNonNull(AccountsFile.read(accounts).find("gateway-" + MINE + "-gw-01"));
    assertThat(account.role()).isEqualTo(Role.GATEWAY);
    assertThat(String.valueOf(account.mine())).isEqualTo(MINE);
    assertThat(Passwords.matches(account.passwordHash(), Files.readString(secret).strip()))
        .isTrue();
    assertThat(Files.readString(own.resolve("gateway.yaml")))
        .doesNotContain(Files.readString(secret).strip());
  }
}
