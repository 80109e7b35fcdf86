package io.minewatch.alerting.app;

import io.minewatch.alerting.app.IdentityProvider.Lie;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.oidc.Claims;
import io.minewatch.alerting.oidc.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real service, a provider of identities that it asks over HTTP, and browsers between them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ByProvider {
  static final Duration SESSION = Duration.ofHours(12);
  private static final Claims CLAIMS =
      new Claims(
          "realm_access.roles",
          Map.of(
              "mw-dispatch", Role.DISPATCHER,
              "mw-inspect", Role.REGULATOR,
              "mw-admin", Role.ADMINISTRATOR),
          "area",
          Map.of("1409", "14/1409", "14", "14", "nation", "", "99", "99", "own", "140921021337"),
          "name");

  private static final AtomicInteger PEOPLE = new AtomicInteger(2482);
  private Path folder = Path.of("");
  final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
  IdentityProvider provider;
  AlertingService service;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    this.folder = folder;
    provider = new IdentityProvider(clock);
    service =
        Running.start(
            Running.settings(folder).withOidc(settings(provider.issuer())), clock, new MemoryBus());
  }

  @AfterAll
  void stop() {
    service.close();
    provider.close();
  }

  /** Another person for each test. */
  @BeforeEach
  void anHonestProviderOfADispatcher() {
    provider.lie = Lie.NONE;
    provider.away = false;
    provider.subject = String.valueOf(PEOPLE.incrementAndGet());
    provider.says("王芳", "offline_access,mw-dispatch", "1409");
  }

  static OidcSettings settings(String issuer) {
    return new OidcSettings(
        URI.create(issuer),
        IdentityProvider.CLIENT,
        new Secret(IdentityProvider.SECRET),
        URI.create(Browser.CONSOLE),
        "RS256",
        "login",
        SESSION,
        CLAIMS);
  }

  Browser browser() {
    return new Browser(service.port());
  }

  String account() {
    return provider.subject + "@127.0.0.1_3a" + URI.create(provider.issuer()).getPort() + ":realm";
  }

  /** Where another service can keep what it has. */
  Path elsewhere() throws IOException {
    return Files.createDirectories(folder.resolve("other"));
  }

  /** What was done of the person of this test, by whom, by the rows of the ledger of this kind. */
  List<String> ledger(String kind) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        Statement ask = db.createStatement();
        ResultSet row =
            ask.executeQuery(
                "select actor || ' ' || type || ' ' || content from ledger where kind = '%s' and subject = '%s'"
                    .formatted(kind, account()))) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
