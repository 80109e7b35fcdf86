package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.withdrawal.Muster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, and what ends with a session or a change of its account. */
class SessionTest {
  private static final String MINE = "14/1409/140921/140921021337";
  @TempDir static Path folder;
  private static AlertingService service;
  private static Person root;
  private static final MovedClock CLOCK = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
  private static final MemoryBus BUS = new MemoryBus();

  @BeforeAll
  static void start() throws Exception {
    service = Running.startTwoMines(folder, CLOCK, BUS);
    root = Person.signedIn("administrator", "pw-administrator", service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Person made(String name, String role, String scope) throws Exception {
    change(name, role, scope, name + "-password");
    return Person.signedIn(name, name + "-password", service.port());
  }

  private static void change(String name, String role, String scope, String password)
      throws Exception {
    String given = password == null ? "" : ",\"password\":\"" + password + "\"";
    String body = "{\"role\":\"%s\",\"scope\":\"%s\"%s}".formatted(role, scope, given);
    HttpResponse<String> answer = root.send("PUT", "/api/accounts/" + name, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void writesWithASessionNeedTheToken() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpResponse<String> in =
        send(http, "/api/session", "{\"user\":\"dispatcher\",\"password\":\"pw-dispatcher\"}");
    assertThat(in.statusCode()).isEqualTo(204);
    String cookie =
        in.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith("MINEWATCH="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
    String session = cookie.substring(0, cookie.indexOf(';'));
    String acts = "/api/incidents/i-none/acts";
    String body = "{\"act\":\"ACKNOWLEDGE\",\"version\":1}";
    assertThat(send(http, acts, body, "Cookie", session).statusCode()).isEqualTo(403);
    Person dispatcher = Person.signedIn("dispatcher", "pw-dispatcher", service.port());
    assertThat(dispatcher.status("POST", acts, body)).isEqualTo(404);
    assertThat(dispatcher.send("GET", "/api/me", null).headers().map())
        .containsKey("content-security-policy");
  }

  private static HttpResponse<String> send(
      HttpClient http, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whoFailsRepeatedlyIsLockedThereAndNobodyElseIs() throws Exception {
    Person attacker = Person.at("10.66.6.6", service.port());
    for (int i = 0; i < 5; i++) {
      assertThat(attacker.signIn("leader", "no").statusCode()).isEqualTo(401);
    }
    assertThat(attacker.signIn("leader", "pw-leader").body()).contains("locked until");
    Person leader = Person.at("10.2.2.2", service.port());
    assertThat(leader.signIn("leader", "pw-leader").statusCode()).isEqualTo(204);
    CLOCK.move(Duration.ofSeconds(31));
    assertThat(attacker.signIn("leader", "pw-leader").statusCode()).isEqualTo(204);
  }

  @Test
  void everyRequestHasTheRoleAndScopeOfNow() throws Exception {
    Person person = made("changing", "REGULATOR", "");
    String acts = "/api/incidents/i-none/acts";
    String body = "{\"act\":\"ACKNOWLEDGE\",\"version\":1}";
    assertThat(person.status("POST", acts, body)).isEqualTo(403);
    assertThat(person.get("/api/mines")).hasSize(2);

    change("changing", "DISPATCHER", MINE, null);
    assertThat(person.status("POST", acts, body)).isEqualTo(404);
    assertThat(person.get("/api/mines")).hasSize(1);
    assertThat(person.get("/api/me").at("/scope").asText()).isEqualTo(MINE);

    change("changing", "DISPATCHER", MINE, "another-password");
    assertThat(person.status("GET", "/api/me", null)).isEqualTo(401);
    assertThat(person.signIn("changing", "another-password").statusCode()).isEqualTo(204);
    assertThat(root.status("DELETE", "/api/accounts/changing", null)).isEqualTo(204);
    assertThat(person.status("GET", "/api/me", null)).isEqualTo(401);
  }

  @Test
  void withoutAProviderOfIdentitiesThereIsNoWayToOne() throws Exception {
    Person nobody = Person.at("10.3.3.3", service.port());
    assertThat(nobody.get("/api/session").at("/provider").isNull()).isTrue();
    for (String way : new String[] {"start", "back"}) {
      assertThat(nobody.send("GET", "/api/oidc/" + way, null).body())
          .contains("\"status\":404")
          .contains("未配置统一身份认证服务");
    }
  }

  @Test
  void aStreamEndsWithItsSession() throws Exception {
    Person person = made("leaving", "OPERATOR", "");
    Listening stream = new Listening(person);
    assertThat(person.status("DELETE", "/api/session", null)).isEqualTo(204);
    await().untilAsserted(() -> assertThat(stream.ended).isDone());
  }

  @Test
  void aStreamEndsWhenItsAccountIsGoneOrHasAnotherPassword() throws Exception {
    Listening removed = new Listening(made("removed", "OPERATOR", ""));
    Listening renewed = new Listening(made("renewed", "OPERATOR", ""));
    assertThat(root.status("DELETE", "/api/accounts/removed", null)).isEqualTo(204);
    change("renewed", "OPERATOR", "", "another-password");
    await().untilAsserted(() -> assertThat(removed.ended).isDone());
    await().untilAsserted(() -> assertThat(renewed.ended).isDone());
  }

  @Test
  void aStreamFollowsTheScopeOfItsAccount() throws Exception {
    Listening stream = new Listening(made("moved", "OPERATOR", ""));
    String other = "mw/v1/" + Running.OTHER_MINE + "/muster";
    await()
        .untilAsserted(
            () -> {
              BUS.live(other, muster(Running.OTHER_MINE));
              assertThat(stream.lines).anyMatch(line -> line.contains(Running.OTHER_MINE));
            });
    change("moved", "OPERATOR", MINE, null);
    stream.lines.clear();
    BUS.live(other, muster(Running.OTHER_MINE));
    BUS.live("mw/v1/140921021337/muster", muster("140921021337"));
    await()
        .untilAsserted(
            () -> assertThat(stream.lines).anyMatch(line -> line.contains("140921021337")));
    assertThat(stream.lines).noneMatch(line -> line.contains(Running.OTHER_MINE));
    assertThat(stream.ended).isNotDone();
  }

  private static byte[] muster(String mine) {
    return Messages.write(
        new Muster(new MineCode(mine), CLOCK.instant(), null, 0, List.of(), 0, List.of()));
  }

  /** A stream that is being read. */
  private static final class Listening {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> ended;

    Listening(Person person) {
      ended =
          CompletableFuture.runAsync(
              () -> {
                try {
                  person.stream().forEach(lines::add);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              },
              task -> new Thread(task, "listening").start());
      await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains("tick")));
    }
  }
}
