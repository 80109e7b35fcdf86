package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.alerting.api.OidcController;
import io.minewatch.alerting.app.IdentityProvider.Lie;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Signing in by a provider of identities, spoken to over HTTP as it is. */
class OidcTest extends ByProvider {
  @Test
  void aPersonIsSignedInWithTheRoleAndScopeThatTheClaimsGive() throws Exception {
    Browser person = browser();
    assertThat(person.get("/api/session").body()).isEqualTo("{\"provider\":\"127.0.0.1\"}");
    String asked = person.followed("/api/oidc/start");
    assertThat(asked).as("on a shared screen").contains("prompt=login");
    assertThat(person.followed(person.followed(asked))).isEqualTo("/");
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

    assertThat(ledger("SIGN_IN"))
        .anyMatch(
            row ->
                row.startsWith(account() + " SignedIn ")
                    && row.contains("\"issuer\":\"" + provider.issuer() + "\"")
                    && row.contains("\"subject\":\"" + provider.subject + "\""));
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
    clock.move(Duration.ofMinutes(11));
    assertThat(slow.followed(late)).isEqualTo("/?signin=expired");

    Browser unwilling = browser();
    String asked = unwilling.followed("/api/oidc/start");
    String state = asked.replaceAll(".*[?&]state=([^&]*).*", "$1");
    assertThat(unwilling.followed("/api/oidc/back?error=access_denied&state=" + state))
        .isEqualTo("/?signin=refused");
  }

  @Test
  void whatComesBackWithoutACodeIsRefusedAndNothingIsAskedOfTheProvider() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(OidcController.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    for (String code : List.of("code=", "code=%20%09", "none=")) {
      Browser person = browser();
      String state = person.followed("/api/oidc/start").replaceAll(".*[?&]state=([^&]*).*", "$1");
      provider.away = true;
      assertThat(person.followed("/api/oidc/back?" + code + "&state=" + state))
          .as(code)
          .isEqualTo("/?signin=not-trusted");
      provider.away = false;
    }
    logger.detachAppender(log);
    assertThat(log.list).as("anybody can cause it").isEmpty();
  }

  @Test
  void aProviderThatIsAwayLeavesTheLocalAccountsAsTheyAre() throws Exception {
    AlertingService other =
        Running.start(
            Running.settings(elsewhere()).withOidc(settings("http://127.0.0.1:1/realm")),
            clock,
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
    assertThat(begun.followed(back)).as("no token").isEqualTo("/?signin=unreachable");
    assertThat(begun.get("/api/me").statusCode()).isEqualTo(401);
    provider.away = false;
    assertThat(browser().signIn()).isEqualTo("/");
  }

  @Test
  void whatWasSignedInBeforeEndsWithANewSignIn() throws Exception {
    Browser person = browser();
    person.signIn();
    String before = person.session();
    assertThat(person.signIn()).isEqualTo("/");
    assertThat(person.session()).isNotEqualTo(before);
    assertThat(person.getWith(before, "/api/me").statusCode()).isEqualTo(401);
    assertThat(person.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aForeignPageBeginsNoSignIn() throws Exception {
    assertThat(browser().followedFrom("cross-site", "/api/oidc/start")).isEqualTo("/");
    assertThat(browser().followedFrom("same-origin", "/api/oidc/start")).contains("/authorize?");
  }
}
