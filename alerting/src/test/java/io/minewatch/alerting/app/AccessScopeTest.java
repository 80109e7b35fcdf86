package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of lists, shifts and accounts lies in a scope. */
class AccessScopeTest extends AccessStory {
  @Test
  void listsHoldExactlyWhatLiesInTheScope() throws Exception {
    for (String role : ROLES) {
      assertThat(mines("", role)).containsExactlyInAnyOrder(MINE, Running.OTHER_MINE);
      for (String scope : INSIDE.subList(1, INSIDE.size())) {
        assertThat(mines(scope, role)).as(scope).containsExactly(MINE);
      }
      for (String scope : OUTSIDE) {
        assertThat(mines(scope, role)).as(scope).containsExactly(Running.OTHER_MINE);
      }
    }
  }

  /** The mines of the overview and of both lists of incidents, which must be the same. */
  private static List<String> mines(String scope, String role) throws Exception {
    Person person = PEOPLE.get(scope).get(role);
    List<String> mines = person.get("/api/mines").findValuesAsText("mine");
    assertThat(person.get("/api/overview").at("/sum/known/mines").asInt()).isEqualTo(mines.size());
    for (String list : List.of("/api/incidents", "/api/incidents?open=true")) {
      List<String> seen = new ArrayList<>();
      person.get(list).forEach(each -> seen.add(each.at("/mine").asText()));
      assertThat(seen).containsExactlyInAnyOrderElementsOf(mines);
    }
    assertThat(person.get("/api/archive").at("/lines").findValuesAsText("mine"))
        .containsExactlyInAnyOrderElementsOf(mines);
    person
        .get("/api/shifts")
        .findValuesAsText("scope")
        .forEach(of -> assertThat(scope.isEmpty() || (of + "/").startsWith(scope + "/")).isTrue());
    return mines;
  }

  @Test
  void aShiftIsReadFromItsScopeUpwardsAndTakenByItsScopeAlone() throws Exception {
    String body = "{\"receiver\":\"李建国\",\"notes\":\"x\"}";
    assertThat(PEOPLE.get("14/1409").get("DISPATCHER").status("POST", "/api/shifts", body))
        .isEqualTo(201);
    String id = "";
    for (JsonNode each : PEOPLE.get("14/1409").get("REGULATOR").get("/api/shifts")) {
      assertThat(each.at("/scope").asText()).startsWith("14/1409");
      assertThat(each.at("/receiver").asText()).doesNotContain("建国");
      id = each.at("/scope").asText().equals("14/1409") ? each.at("/id").asText() : id;
    }
    for (String scope : List.of("", "14", "14/1409", "14/1409/140921", "15")) {
      boolean covers = scope.isEmpty() || "14/1409/".startsWith(scope + "/");
      Person reader = PEOPLE.get(scope).get("REGULATOR");
      for (String path : List.of("/api/shifts/" + id, "/api/shifts/" + id + "/report")) {
        assertThat(reader.status("GET", path, null))
            .as(path + " from '" + scope + "'")
            .isEqualTo(covers ? 200 : 404);
      }
      Person taker = PEOPLE.get(scope).get("OPERATOR");
      assertThat(taker.status("POST", "/api/shifts/" + id + "/take", "{}"))
          .as("taken from '" + scope + "'")
          .isEqualTo(covers ? 409 : 404); // of another scope, or by who has seen nothing
    }
    assertThat(
            PEOPLE
                .get("14/1409")
                .get("DISPATCHER")
                .status("POST", "/api/shifts/" + id + "/withdraw", "{}"))
        .isEqualTo(200);
  }

  @Test
  void anAdministratorSeesAndChangesOnlyAccountsOfItsOwnScope() throws Exception {
    Person county = PEOPLE.get("14/1409/140921").get("ADMINISTRATOR");
    List<String> scopes = county.get("/api/accounts").findValuesAsText("scope");
    assertThat(scopes).isNotEmpty().allMatch(scope -> scope.startsWith("14/1409/140921"));
    String take =
        "{\"role\":\"OPERATOR\",\"scope\":\"14/1409/140921\",\"password\":\"mine-now-123\"}";
    assertThat(county.status("PUT", "/api/accounts/administrator", take)).isEqualTo(404);
    assertThat(county.status("DELETE", "/api/accounts/administrator", null)).isEqualTo(404);
    String wide = "{\"role\":\"OPERATOR\",\"scope\":\"14\",\"password\":\"mine-now-123\"}";
    assertThat(county.status("PUT", "/api/accounts/wide", wide)).isEqualTo(400);
  }
}
