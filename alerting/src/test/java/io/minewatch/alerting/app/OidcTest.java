package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.alerting.app.IdentityProvider.Lie;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.oidc.Claims;
import io.minewatch.alerting.oidc.OidcSettings;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in by a provider of identities, spoken to over HTTP as it is. */
class OidcTest {
  private static final Map<String, Role> ROLES =
      Map.of("mw-dispatch", Role.DISPATCHER, "mw-inspect", Role.REGULATOR);
  private static final Map<String, String> SCOPES =
      Map.of("1409", "14/1409", "14", "14", "nation", "", "99", "99");
  private static final Duration SESSION = Duration.ofHours(12);

  @TempDir static Path folder;
  private static final MovedClock CLOCK = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
  private static IdentityProvider provider;
  private static AlertingService service;

  @BeforeAll
  static void start() throws Exception {
    provider = new IdentityProvider(CLOCK);
    OidcSettings settings =
        new OidcSettings(
            URI.create(provider.issuer()),
            IdentityProvider.CLIENT,
            new Secret(IdentityProvider.SECRET),
            URI.create(Browser.CONSOLE),
            "RS256",
            SESSION,
            new Claims("realm_access.roles", ROLES, "area", SCOPES, "name"));
    service = Running.start(Running.settings(folder).withOidc(settings), CLOCK, new MemoryBus());
  }

  @AfterAll
  static void stop() {
    service.close();
    provider.close();
  }

  @BeforeEach
  void anHonestProviderOfADispatcher() {
    provider.lie = Lie.NONE;
    provider.away = false;
    provider.subject = "2482";
    provider.says("王芳", "offline_access,mw-dispatch", "1409");
    CLOCK.move(Duration.ofMinutes(1));
  }

  private static Browser browser() {
    return new Browser(service.port());
  }

  private static String account() {
    return provider.subject + "@127.0.0.1_3a" + URI.create(provider.issuer()).getPort() + ":realm";
  }

  /** What the ledger says of those who signed in, or tried to. */
  private static List<String> signIns() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        Statement ask = db.createStatement();
        ResultSet row =
            ask.executeQuery(
                "select actor || ' ' || type || ' ' || content from ledger where kind = 'SIGN_IN'")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  @Test
  void aPersonIsSignedInWithTheRoleAndScopeThatTheClaimsGive() throws Exception {
    Browser person = browser();
    assertThat(person.get("/api/session").body()).isEqualTo("{\"provider\":\"127.0.0.1\"}");
    assertThat(person.signIn()).isEqualTo("/");
    assertThat(person.cookies())
        .anyMatch(
            each ->
                each.startsWith("MINEWATCH=")
                    && each.contains("HttpOnly")
                    && each.contains("SameSite=Strict"))
        .anyMatch(
            each ->
                each.startsWith("MINEWATCH_OIDC=")
                    && each.contains("HttpOnly")
                    && each.contains("SameSite=Lax"));
    JsonNode me = Api.JSON.readTree(person.get("/api/me").body());
    assertThat(me.at("/user").asText()).isEqualTo(account());
    assertThat(me.at("/name").asText()).isEqualTo("王芳");
    assertThat(me.at("/role").asText()).isEqualTo("DISPATCHER");
    assertThat(me.at("/scope").asText()).isEqualTo("14/1409");
    assertThat(person.get("/api/accounts").statusCode()).isEqualTo(403);

    String token = person.token();
    assertThat(person.send("POST", "/api/attendance", "").statusCode()).as("CSRF").isEqualTo(403);
    assertThat(person.send("POST", "/api/attendance", token).statusCode()).isEqualTo(204);

    assertThat(signIns())
        .anyMatch(
            row ->
                row.startsWith(account() + " SignedIn ")
                    && row.contains("\"issuer\":\"" + provider.issuer() + "\"")
                    && row.contains("\"subject\":\"2482\""));
  }

  @Test
  void whoSignsOutIsShownTheWayOutOfTheProviderToo() throws Exception {
    Browser person = browser();
    person.signIn();
    String leave =
        Api.JSON
            .readTree(person.send("DELETE", "/api/session", person.token()).body())
            .at("/leave")
            .asText();
    assertThat(leave)
        .startsWith(provider.issuer() + "/logout?ui=zh&id_token_hint=ey")
        .contains("client_id=minewatch")
        .contains("post_logout_redirect_uri=http");
    assertThat(person.get("/api/me").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void noTokenButTheProvidersOwnForThisSignInOpens(Lie lie) throws Exception {
    provider.subject = "victim-" + lie.name().replace('_', '-');
    provider.lie = lie;
    Browser person = browser();
    assertThat(person.signIn()).isEqualTo("/?signin=not-trusted");
    assertThat(person.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(new Api(service.port()).text("administrator", "/api/accounts"))
        .doesNotContain(provider.subject);
  }

  @Test
  void aSignInComesBackToTheBrowserThatBeganItOnceAndInTime() throws Exception {
    Browser person = browser();
    String back = person.followed(person.followed("/api/oidc/start"));
    assertThat(browser().followed(back)).as("another browser").isEqualTo("/?signin=expired");
    assertThat(person.followed(back)).isEqualTo("/");
    assertThat(person.followed(back)).as("twice").isEqualTo("/?signin=expired");

    Browser other = browser();
    String mine = other.followed(other.followed("/api/oidc/start"));
    assertThat(other.followed(mine.replaceAll("state=[^&]*", "state=another")))
        .isEqualTo("/?signin=not-trusted");

    Browser slow = browser();
    String late = slow.followed(slow.followed("/api/oidc/start"));
    CLOCK.move(Duration.ofMinutes(11));
    assertThat(slow.followed(late)).isEqualTo("/?signin=expired");

    Browser unwilling = browser();
    String asked = unwilling.followed("/api/oidc/start");
    String state = asked.replaceAll(".*[?&]state=([^&]*).*", "$1");
    assertThat(unwilling.followed("/api/oidc/back?error=access_denied&state=" + state))
        .isEqualTo("/?signin=refused");
  }

  @Test
  void nothingIsGrantedForAClaimThatIsUnknownAndWhatWasGrantedBeforeEnds() throws Exception {
    Browser before = browser();
    assertThat(before.signIn()).isEqualTo("/");
    assertThat(before.get("/api/me").statusCode()).isEqualTo(200);

    provider.says("王芳", "administrator", "1409");
    assertThat(browser().signIn()).isEqualTo("/?signin=not-granted");
    assertThat(before.get("/api/me").statusCode()).as("the session elsewhere").isEqualTo(401);
    for (String[] said :
        new String[][] {
          {"mw-dispatch", "no-such"}, {"mw-dispatch,mw-inspect", "14"}, {"mw-dispatch", "99"}
        }) {
      provider.says("王芳", said[0], said[1]);
      assertThat(browser().signIn()).as(String.join(" ", said)).isEqualTo("/?signin=not-granted");
    }
    assertThat(signIns())
        .anyMatch(row -> row.startsWith(account() + " Refused ") && row.contains("gives no role"));
  }

  @Test
  void everySessionHasTheRoleThatWasSaidLast() throws Exception {
    Browser first = browser();
    first.signIn();
    provider.says("王芳", "mw-inspect", "nation");
    assertThat(browser().signIn()).isEqualTo("/");
    JsonNode me = Api.JSON.readTree(first.get("/api/me").body());
    assertThat(me.at("/role").asText()).isEqualTo("REGULATOR");
    assertThat(me.at("/scope").asText()).isEmpty();
  }

  @Test
  void theWordHasToBeGivenAnewHoweverBusyAPersonIs() throws Exception {
    Browser person = browser();
    person.signIn();
    CLOCK.move(SESSION.minusSeconds(1));
    assertThat(person.get("/api/me").statusCode()).isEqualTo(200);
    CLOCK.move(Duration.ofSeconds(1));
    assertThat(person.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aProviderThatIsAwayLeavesTheLocalAccountsAsTheyAre() throws Exception {
    CLOCK.move(Duration.ofHours(2)); // what was known of it is old
    AlertingService other =
        Running.start(
            Running.settings(Files.createDirectories(folder.resolve("other")))
                .withOidc(
                    new OidcSettings(
                        URI.create("http://127.0.0.1:1/realm"),
                        "minewatch",
                        new Secret("x"),
                        URI.create(Browser.CONSOLE),
                        "RS256",
                        SESSION,
                        new Claims("r", ROLES, "a", SCOPES, "name"))),
            CLOCK,
            new MemoryBus());
    try (other) {
      Browser person = new Browser(other.port());
      assertThat(person.followed("/api/oidc/start")).isEqualTo("/?signin=unreachable");
      Person leader = Person.signedIn("leader", "pw-leader", other.port());
      assertThat(leader.get("/api/me").at("/role").asText()).isEqualTo("OPERATOR");
    }
    Browser begun = browser();
    String back = begun.followed(begun.followed("/api/oidc/start"));
    provider.away = true;
    assertThat(begun.followed(back)).as("no token").startsWith("/?signin=");
    assertThat(begun.get("/api/me").statusCode()).isEqualTo(401);
    provider.away = false;
    assertThat(browser().signIn()).isEqualTo("/");
  }

  @Test
  void anAccountOfTheProviderIsNoWayInByAPasswordAndCanBeTakenAway() throws Exception {
    Browser person = browser();
    person.signIn();
    Person guess = Person.at("10.7.7.7", service.port());
    for (String password : new String[] {"", "none: signs in by the provider of identities"}) {
      assertThat(guess.signIn(account(), password).statusCode()).isEqualTo(401);
    }
    Person root = Person.signedIn("administrator", "pw-administrator", service.port());
    String path = "/api/accounts/" + account();
    String body = "{\"role\":\"OPERATOR\",\"scope\":\"\",\"password\":\"long-enough-1\"}";
    assertThat(root.status("PUT", path, body)).as("its role is not ours to say").isEqualTo(400);
    assertThat(root.status("DELETE", path, null)).isEqualTo(204);
    assertThat(person.get("/api/me").statusCode()).isEqualTo(401);
  }
}
