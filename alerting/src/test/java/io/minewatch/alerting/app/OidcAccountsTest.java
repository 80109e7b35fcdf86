package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The accounts of those whom a provider vouches for. */
class OidcAccountsTest extends ByProvider {
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
    assertThat(ledger("SIGN_IN"))
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
    JsonNode me = Api.JSON.readTree(person.get("/api/me").body());
    assertThat(me.at("/until").asText()).isEqualTo(clock.instant().plus(SESSION).toString());
    clock.move(SESSION.minusSeconds(1));
    assertThat(person.get("/api/me").statusCode()).isEqualTo(200);
    clock.move(Duration.ofSeconds(1));
    assertThat(person.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionThatWasEndedStaysEndedWhenTheAccountIsMadeAgain() throws Exception {
    Browser stolen = browser();
    stolen.signIn();
    provider.says("王芳", "nothing", "1409");
    assertThat(browser().signIn()).isEqualTo("/?signin=not-granted");
    provider.says("王芳", "mw-inspect", "nation");
    Browser anew = browser();
    assertThat(anew.signIn()).isEqualTo("/");
    assertThat(stolen.get("/api/me").statusCode()).as("not asked in between").isEqualTo(401);
    assertThat(anew.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsBarredHereStaysOutWhateverTheProviderSaysUntilAdmittedAgain() throws Exception {
    Browser person = browser();
    person.signIn();
    Person guess = Person.at("10.7.7.7", service.port());
    for (String password : new String[] {"", "vouched: ", "barred: "}) {
      assertThat(guess.signIn(account(), password).statusCode()).isEqualTo(401);
    }
    Person root = Person.signedIn("administrator", "pw-administrator", service.port());
    String path = "/api/accounts/" + account();
    String body = "{\"role\":\"OPERATOR\",\"scope\":\"\",\"password\":\"long-enough-1\"}";
    assertThat(root.status("PUT", path, body)).as("its role is not ours to say").isEqualTo(400);
    String tag = tag(root);
    assertThat(root.status("DELETE", path, null)).as("without what was seen").isEqualTo(428);
    assertThat(root.with("If-Match", tag).status("DELETE", path, null)).isEqualTo(204);
    assertThat(person.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(root.with("If-Match", tag).status("DELETE", path, null))
        .as("sent twice, it admits nobody")
        .isEqualTo(412);
    assertThat(browser().signIn()).isEqualTo("/?signin=not-granted");
    assertThat(String.valueOf(root.get("/api/accounts"))).contains("\"way\":\"BARRED\"");
    assertThat(root.with("If-Match", tag(root)).status("DELETE", path, null)).isEqualTo(204);
    assertThat(browser().signIn()).isEqualTo("/");
    assertThat(ledger("ACCOUNT"))
        .anyMatch(row -> row.startsWith("administrator Barred"))
        .anyMatch(row -> row.startsWith("administrator Removed"))
        .anyMatch(row -> row.startsWith("system Saved") && row.contains(provider.issuer()));
  }

  private String tag(Person root) throws Exception {
    for (JsonNode each : root.get("/api/accounts")) {
      if (each.at("/name").asText().equals(account())) {
        return "\"" + each.at("/tag").asText() + "\"";
      }
    }
    throw new AssertionError("no account " + account());
  }

  @Test
  void whoIsRefusedAgainAndAgainIsOneRowAnHour() throws Exception {
    provider.says("王芳", "nothing", "1409");
    for (int i = 0; i < 3; i++) {
      assertThat(browser().signIn()).isEqualTo("/?signin=not-granted");
    }
    assertThat(ledger("SIGN_IN")).filteredOn(row -> row.contains("Refused")).hasSize(1);
    clock.move(Duration.ofHours(1));
    browser().signIn();
    assertThat(ledger("SIGN_IN")).filteredOn(row -> row.contains("Refused")).hasSize(2);
  }

  @Test
  void aScopeMayBeAMineWhereverItLies() throws Exception {
    provider.says("王芳", "mw-dispatch", "own");
    Browser person = browser();
    person.signIn();
    assertThat(Api.JSON.readTree(person.get("/api/me").body()).at("/scope").asText())
        .isEqualTo("14/1409/140921/140921021337");
  }

  @Test
  void theLastAdministratorWithAPasswordStays() throws Exception {
    provider.says("王芳", "mw-admin", "nation");
    Browser person = browser();
    person.signIn();
    person.get("/api/me");
    String path = "/api/accounts/administrator";
    assertThat(person.send("DELETE", path, person.token()).statusCode()).isEqualTo(400);
    assertThat(person.get("/api/accounts").body()).contains("\"administrator\"");
  }
}
