package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.access.Access;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every endpoint meets every role in every scope, and nobody. */
class AccessMatrixTest extends AccessStory {
  /** What answers anybody. */
  private static final Set<String> OPEN =
      Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

  private static final String ACKNOWLEDGE = "{\"act\":\"ACKNOWLEDGE\",\"version\":0}";
  private static final String NEW_ACCOUNT =
      "{\"role\":\"REGULATOR\",\"scope\":\"14\",\"password\":\"long-enough-1\"}";

  @Test
  void everyRoleInEveryScopeMayExactlyThis() throws Exception {
    String mine = "/api/mines/" + MINE;
    String incident = "/api/incidents/" + INCIDENT;
    // dispatcher, operator, regulator, administrator; with the mine in scope, then without
    row("GET", "/api/me", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/mines", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/overview?area=14", 200, 200, 200, 200, 200, 200, 200, 200);
    row("POST", "/api/attendance", 204, 204, 403, 403, 204, 204, 403, 403);
    row("GET", mine, 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", mine + "/live", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", mine + "/muster", 404, 404, 404, 404, 404, 404, 404, 404);
    String past = "/history?point=T1-0101&from=2026-01-01T00:00:00Z&to=2026-01-01T01:00:00Z";
    row("GET", mine + past, 400, 400, 400, 400, 404, 404, 404, 404);
    row("GET", mine + "/registry", 200, 200, 200, 200, 404, 404, 404, 404);
    row("PUT", mine + "/registry", 403, 428, 403, 428, 403, 404, 403, 404);
    row("GET", mine + "/registry/versions", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", mine + "/registry/versions/1", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", mine + "/registry/changes", 200, 200, 200, 200, 404, 404, 404, 404);
    row("POST", mine + "/registry/changes/none", 403, 404, 404, 404, 403, 404, 404, 404);
    row("POST", mine + "/registry/files?name=x", 403, 415, 403, 415, 403, 415, 403, 415);
    row("GET", mine + "/backtests", 200, 200, 200, 200, 404, 404, 404, 404);
    row("POST", mine + "/backtests", 403, 400, 400, 400, 403, 404, 404, 404);
    row("GET", mine + "/backtests/none", 404, 404, 404, 404, 404, 404, 404, 404);
    row("DELETE", mine + "/backtests/none", 403, 404, 404, 404, 403, 404, 404, 404);
    row("GET", "/api/findings/none/rederive", 404, 404, 404, 404, 404, 404, 404, 404);
    row("GET", mine + "/duty", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", ROSTER, 200, 200, 200, 200, 404, 404, 404, 404);
    row("PUT", ROSTER, 403, 428, 403, 428, 403, 404, 403, 404);
    row("POST", "/api/roster/tests", 200, 200, 403, 200, 404, 404, 403, 404);
    // What is no warning is refused for what it is, wherever who brings it sees.
    row("POST", "/api/warnings", 422, 403, 422, 422, 422, 403, 422, 422);
    row("GET", "/api/stream", 200, 200, 200, 200, 200, 200, 200, 200); // of what each sees
    row("GET", "/api/channels", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/cap", 200, 200, 200, 200, 200, 200, 200, 200);
    row("POST", "/api/cap/tests", 404, 404, 403, 404, 404, 404, 403, 404);
    row("GET", "/api/cap/none", 404, 404, 404, 404, 404, 404, 404, 404);
    row("GET", "/api/incidents", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", incident, 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", incident + "/findings", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", incident + "/calls", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", incident + "/report", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", "/api/archive", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/archive.csv", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/archive.xlsx", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/bulletins", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", mine + "/guidance", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", "/api/shifts", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/shifts/now", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/shifts/none", 404, 404, 404, 404, 404, 404, 404, 404);
    row("GET", "/api/shifts/none/report", 404, 404, 404, 404, 404, 404, 404, 404);
    row("POST", "/api/shifts", 201, 409, 403, 403, 201, 409, 403, 403); // one waits already
    row("POST", "/api/shifts/none/take", 404, 404, 403, 403, 404, 404, 403, 403);
    row("POST", "/api/shifts/none/withdraw", 404, 404, 403, 403, 404, 404, 403, 403);
    row("GET", "/api/alarm-load", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/drills", 200, 200, 200, 200, 200, 200, 200, 200);
    row("POST", "/api/drills", 404, 404, 404, 404, 404, 404, 404, 404);
    row("POST", "/api/drills/none/end", 404, 404, 404, 404, 404, 404, 404, 404);
    row("GET", "/api/drills/none/report", 404, 404, 404, 404, 404, 404, 404, 404);
    row("GET", "/api/four-lines", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/four-lines.csv", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/four-lines.xlsx", 200, 200, 200, 200, 200, 200, 200, 200);
    String outages = "/api/four-lines/outages?mine=" + MINE;
    row("GET", outages, 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", "/api/clues", 403, 403, 200, 403, 403, 403, 200, 403);
    row("GET", "/api/clues/counts", 403, 403, 200, 403, 403, 403, 200, 403);
    row("POST", "/api/clues", 403, 403, 404, 403, 403, 403, 404, 403);
    row("GET", "/api/clues/none", 403, 403, 404, 403, 403, 403, 404, 403);
    row("POST", "/api/clues/none/acts", 403, 403, 400, 403, 403, 403, 400, 403);
    row("GET", mine + "/seal", 403, 403, 200, 403, 403, 403, 404, 403);
    row("POST", mine + "/seal", 403, 403, 415, 403, 403, 403, 415, 403); // no table
    row("GET", mine + "/books", 403, 403, 200, 403, 403, 403, 404, 403);
    row("POST", mine + "/books", 403, 403, 422, 403, 403, 403, 404, 403); // no rows
    row("POST", mine + "/books.csv", 403, 403, 415, 403, 403, 403, 415, 403); // no table
    row("GET", "/api/counters", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/counters.csv", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/counters.xlsx", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", mine + "/gateways", 200, 200, 200, 200, 404, 404, 404, 404);
    String day = "?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";
    row("GET", mine + "/rewrites" + day, 400, 400, 400, 400, 404, 404, 404, 404);
    String point = day + "&point=T1-0101";
    row("GET", mine + "/statistics" + point, 400, 400, 400, 400, 404, 404, 404, 404);
    row("GET", mine + "/feed-health", 400, 400, 400, 400, 404, 404, 404, 404);
    row("GET", mine + "/past-findings", 200, 200, 200, 200, 404, 404, 404, 404);
    row("GET", "/api/exceptions", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", incident + "/evidence", 403, 200, 200, 200, 403, 404, 404, 404);
    row("GET", "/api/openapi.json", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/ledger", 200, 200, 200, 200, 200, 200, 200, 200);
    row("POST", incident + "/acts", 409, 409, 403, 403, 404, 404, 403, 403);
    row("POST", incident + "/accident", 409, 409, 403, 403, 404, 404, 403, 403);
    row("POST", incident + "/accident/reports", 409, 409, 403, 403, 404, 404, 403, 403);
    row("GET", "/api/accidents", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/registry/keys", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/platform", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/api/parked", 403, 403, 403, 200, 403, 403, 403, 200);
    row("POST", "/api/parked/none/retry", 403, 403, 403, 404, 403, 403, 403, 404);
    row("GET", "/api/accounts", 403, 403, 403, 200, 403, 403, 403, 200);
    row("PUT", "/api/accounts/newcomer", 403, 403, 403, -1, 403, 403, 403, 404);
    row("DELETE", "/api/accounts/no-such", 403, 403, 403, 404, 403, 403, 403, 404);
    row("GET", "/api/nothing-such", 403, 403, 403, 403, 403, 403, 403, 403);
    row("DELETE", incident, 403, 403, 403, 403, 403, 403, 403, 403);
    row("GET", "/actuator/health", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/actuator/health/liveness", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/actuator/health/readiness", 200, 200, 200, 200, 200, 200, 200, 200);
    row("GET", "/actuator/health/other", 403, 403, 403, 403, 403, 403, 403, 403);
    row("GET", "/actuator/prometheus", 403, 403, 403, 200, 403, 403, 403, 200);
    row("GET", "/actuator/env", 403, 403, 403, 403, 403, 403, 403, 403);
    noEndpointIsLeftOut();
  }

  private static void row(String method, String path, int... expected) throws Exception {
    int query = path.indexOf('?');
    ASKED.add(method + " " + (query < 0 ? path : path.substring(0, query)));
    for (Map.Entry<String, Map<String, Person>> scope : PEOPLE.entrySet()) {
      for (int i = 0; i < ROLES.size(); i++) {
        int wanted = expected[OUTSIDE.contains(scope.getKey()) ? i + ROLES.size() : i];
        int status = scope.getValue().get(ROLES.get(i)).begins(method, path, body(method, path));
        if (wanted < 0) { // hangs on the scope: a county does not see an account of its province
          wanted = List.of("", "14").contains(scope.getKey()) ? 200 : 404;
        }
        String what = "%s %s by %s of '%s'".formatted(method, path, ROLES.get(i), scope.getKey());
        assertThat(status).as(what).isEqualTo(wanted);
      }
    }
    int nobody = Person.at("10.9.9.9", service.port()).begins(method, path, body(method, path));
    // Without credentials there is no token either, so a write of nobody is 401 or 403.
    assertThat(nobody)
        .as(method + " " + path + " by nobody")
        .isIn(OPEN.contains(path) ? List.of(200) : List.of(401, 403));
    assertThat(nobody == 403 && method.equals("GET")).isFalse();
  }

  private static String body(String method, String path) {
    return switch (method) {
      case "POST" -> post(path);
      case "PUT" -> NEW_ACCOUNT;
      default -> null;
    };
  }

  private static String post(String path) {
    return switch (path) {
      case "/api/roster/tests" -> "{\"scope\":\"" + SCOPE + "\",\"person\":\"zhang\"}";
      case "/api/warnings" -> "<alert/>";
      default -> path.endsWith("/acts") ? ACKNOWLEDGE : "{}";
    };
  }

  /** What this test asks, with the parts of a path that are no names of ours left open. */
  private static final Set<String> ASKED = new TreeSet<>();

  private static void noEndpointIsLeftOut() {
    Set<String> elsewhere = // sessions: SessionTest; what has a signature of its own: CallingTest
        Set.of(
            "GET /api/session",
            "POST /api/session",
            "DELETE /api/session",
            "GET /api/oidc/start", // OidcTest
            "GET /api/oidc/back",
            "POST /api/calls/receipts",
            "POST /api/calls/texts");
    for (String row : Access.rows()) {
      String pattern = row.replace("*", "[^/?]+");
      assertThat(elsewhere.contains(row) || ASKED.stream().anyMatch(a -> a.matches(pattern)))
          .as("the matrix does not ask " + row)
          .isTrue();
    }
  }
}
