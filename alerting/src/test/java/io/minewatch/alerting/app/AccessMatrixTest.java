package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.AccountRows;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint meets every role, and nobody. */
class AccessMatrixTest {
  @TempDir static Path folder;
  static AlertingService service;
  static Api api;
  static final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));

  @BeforeAll
  static void start() {
    service = Running.start(folder, clock, new MemoryBus());
    api = new Api(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyRoleMayExactlyThis() throws Exception {
    String mine = "/api/mines/140921021337";
    // dispatcher, leader, regulator, administrator, nobody
    row("GET", "/api/me", 200, 200, 200, 200, 401);
    row("GET", "/api/mines", 200, 200, 200, 200, 401);
    row("GET", mine, 200, 200, 200, 200, 401);
    row("GET", "/api/mines/999999999999", 404, 404, 404, 404, 401);
    row("GET", mine + "/live", 200, 200, 200, 200, 401);
    row("GET", mine + "/muster", 404, 404, 404, 404, 401);
    row("GET", "/api/incidents", 200, 200, 200, 200, 401);
    row("GET", "/api/incidents/i-none", 404, 404, 404, 404, 401);
    row("POST", "/api/incidents/i-none/acts", 404, 404, 403, 403, 401);
    row("GET", "/api/nothing-such", 403, 403, 403, 403, 401);
    row("DELETE", "/api/incidents/i-none", 403, 403, 403, 403, 401);
    row("GET", "/actuator/health", 200, 200, 200, 200, 200);
    row("GET", "/actuator/prometheus", 403, 403, 403, 200, 401);
    row("GET", "/actuator/env", 403, 403, 403, 403, 401);
  }

  private static void row(String method, String path, int... expected) throws Exception {
    List<String> users = List.of("dispatcher", "leader", "regulator", "administrator", "");
    for (int i = 0; i < users.size(); i++) {
      String user = users.get(i).isEmpty() ? null : users.get(i);
      String body = method.equals("POST") ? "{\"act\":\"ACKNOWLEDGE\",\"version\":1}" : null;
      // A program without credentials has no token either, so a write of nobody is 401 or 403.
      int status = api.send(user, method, path, body).statusCode();
      int wanted = expected[i];
      boolean same = status == wanted || (user == null && wanted == 401 && status == 403);
      assertThat(same).as("%s %s by '%s' answered %s", method, path, user, status).isTrue();
    }
  }

  @Test
  void writesWithASessionNeedTheToken() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpResponse<String> in =
        send(
            http,
            "POST",
            "/api/session",
            "{\"user\":\"dispatcher\",\"password\":\"pw-dispatcher\"}");
    assertThat(in.statusCode()).isEqualTo(204);
    String cookie =
        in.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith("MINEWATCH="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
    String session = cookie.substring(0, cookie.indexOf(';'));
    HttpResponse<String> me = send(http, "GET", "/api/me", null, "Cookie", session);
    assertThat(me.body()).contains("DISPATCHER");
    String acts = "/api/incidents/i-none/acts";
    String body = "{\"act\":\"ACKNOWLEDGE\",\"version\":1}";
    assertThat(send(http, "POST", acts, body, "Cookie", session).statusCode()).isEqualTo(403);
    String token =
        me.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith("XSRF-TOKEN="))
            .findFirst()
            .orElseThrow();
    token = token.substring("XSRF-TOKEN=".length(), token.indexOf(';'));
    HttpResponse<String> with =
        send(
            http,
            "POST",
            acts,
            body,
            "Cookie",
            session + "; XSRF-TOKEN=" + token,
            "X-XSRF-TOKEN",
            token);
    assertThat(with.statusCode()).isEqualTo(404);
    assertThat(me.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void locksAnAccountAfterRepeatedFailures() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    String wrong = "{\"user\":\"leader\",\"password\":\"no\"}";
    for (int i = 0; i < 5; i++) {
      assertThat(send(http, "POST", "/api/session", wrong).statusCode()).isEqualTo(401);
    }
    String right = "{\"user\":\"leader\",\"password\":\"pw-leader\"}";
    assertThat(send(http, "POST", "/api/session", right).body()).contains("locked until");
    clock.move(AccountRows.LOCKED_FOR.plusSeconds(1));
    assertThat(send(http, "POST", "/api/session", right).statusCode()).isEqualTo(204);
  }

  private static HttpResponse<String> send(
      HttpClient http, String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
