package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever an endpoint refuses leaves as a problem document, and no nonsense is a fault of ours.
 */
class ProblemsTest extends Timeline {
  /** It answers with a stream that does not end. */
  private static final Set<String> ENDLESS = Set.of("/api/stream");

  private static final List<String> BODIES = List.of("{", "{}", "{\"act\":7}");

  private static final String[] READERS = {null, "leader"};
  private static final String[] WRITERS = {null, "leader", "administrator"};

  private record Operation(String method, String path) {
    boolean takesABody() {
      return method.equals("POST") || method.equals("PUT");
    }
  }

  private List<Operation> operations() throws Exception {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        api.get("regulator", "/api/openapi.json").at("/paths").properties()) {
      String one = path.getKey().replaceAll("\\{[^}]*}", "none");
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> all.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), one)));
    }
    all.removeIf(each -> ENDLESS.contains(each.path()));
    assertThat(all).hasSizeGreaterThan(50);
    return all;
  }

  @Test
  void everyRefusalOfEveryEndpointIsAProblemDocument() throws Exception {
    int refusals = 0;
    for (Operation each : operations()) {
      List<String> bodies = each.takesABody() ? BODIES : java.util.Collections.singletonList(null);
      for (String body : bodies) {
        for (String user : each.takesABody() ? WRITERS : READERS) { // a password costs its time
          HttpResponse<String> answer = api.send(user, each.method(), each.path(), body);
          refusals += isProblem(answer, each + " by " + user + " with " + body) ? 1 : 0;
        }
      }
    }
    assertThat(refusals).as("nearly all of it is nonsense").isGreaterThan(150);
  }

  @Test
  void soIsWhatNoEndpointTakes() throws Exception {
    for (String[] each :
        new String[][] {
          {"PATCH", "/api/incidents"},
          {"GET", "/api/nothing"},
          {"DELETE", "/api/mines"},
          {"GET", "/api/counters?from=yesterday"},
          {"GET", "/api/counters?mine=none&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z"},
          {"GET", "/api/incidents?after=1~2"},
          {"GET", "/api/incidents?limit=many"},
          {"GET", "/api/mines/" + MINE + "/history?point=none&from=x"},
          {"GET", "/api/ledger?from=-1"}
        }) {
      HttpResponse<String> answer = api.send("administrator", each[0], each[1], null);
      isProblem(answer, each[0] + " " + each[1]);
    }
    theDetailIsInTheLanguageThatIsAskedFor();
  }

  /** Whether it is refused; then it is a document that says so. */
  private static boolean isProblem(HttpResponse<String> answer, String what) throws Exception {
    int status = answer.statusCode();
    String told = what + " is answered " + status + " " + answer.body();
    assertThat(status).as(told).isLessThan(500);
    if (status < 400) {
      return false;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    assertThat(type).as(told).startsWith("application/problem+json");
    assertThat(Api.JSON.readTree(answer.body()).at("/status").asInt()).as(told).isEqualTo(status);
    JsonNode problem = Api.JSON.readTree(answer.body());
    assertThat(problem.at("/words").asText()).as(told).matches("(?s).*\\p{IsHan}.*");
    assertThat(problem.at("/english").asText())
        .as(told)
        .isEqualTo(problem.at("/detail").asText(""));
    assertThat(problem.at("/code").asText()).as(told).isNotEmpty();
    return true;
  }

  private void theDetailIsInTheLanguageThatIsAskedFor() throws Exception {
    for (String user : new String[] {null, "leader"}) {
      HttpResponse<String> answer =
          api.send(user, "GET", "/api/mines/none", null, "Accept-Language", "zh-CN,en;q=0.5");
      JsonNode problem = Api.JSON.readTree(answer.body());
      assertThat(problem.at("/detail").asText()).isEqualTo(user == null ? "请先登录" : "没有矿井 none");
      assertThat(problem.at("/english").asText())
          .isEqualTo(user == null ? "sign in first" : "no mine none");
    }
  }
}
