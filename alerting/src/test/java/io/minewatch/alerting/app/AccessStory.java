package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A service with people of every role in every scope, who are signed in. */
abstract class AccessStory {
  static final List<String> ROLES = List.of("DISPATCHER", "OPERATOR", "REGULATOR", "ADMINISTRATOR");

  /** Scopes that hold the mine, and two that do not. */
  static final List<String> INSIDE =
      List.of("", "14", "14/1409", "14/1409/140921", "14/1409/140921/140921021337");

  static final List<String> OUTSIDE = List.of("15", "15/1509/150921/150921021337");

  static final String MINE = "140921021337";
  static final String INCIDENT = "i-20260101-ae3b0dd7-0";
  static final String SCOPE = "14/1409/140921/" + MINE;
  static final String ROSTER = "/api/roster?scope=" + SCOPE;
  private static final String SOMEBODY =
      """
      {"zone":"Asia/Shanghai","people":[{"id":"zhang","name":"张三丰","account":"","contacts":[]}],
       "slots":[]}
      """;
  @TempDir static Path folder;
  static AlertingService service;
  static final Map<String, Map<String, Person>> PEOPLE = new LinkedHashMap<>();

  @BeforeAll
  static void start() throws Exception {
    MemoryBus bus = new MemoryBus();
    MovedClock clock = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
    service = Running.startTwoMines(folder, clock, bus);
    Person root = Person.signedIn("administrator", "pw-administrator", service.port());
    int number = 0;
    PEOPLE.clear();
    for (String scope : List.of(INSIDE, OUTSIDE).stream().flatMap(List::stream).toList()) {
      PEOPLE.put(scope, new LinkedHashMap<>());
      for (String role : ROLES) {
        String name = "person-" + ++number;
        String body =
            "{\"role\":\"%s\",\"scope\":\"%s\",\"password\":\"%s-password\"}"
                .formatted(role, scope, name);
        assertThat(root.status("PUT", "/api/accounts/" + name, body)).isEqualTo(200);
        PEOPLE.get(scope).put(role, Person.signedIn(name, name + "-password", service.port()));
      }
    }
    assertThat(
            new Api(service.port())
                .send("administrator", "PUT", ROSTER, SOMEBODY, "If-None-Match", "*")
                .statusCode())
        .isEqualTo(200);
    bus.raw("mw/v1/" + MINE + "/findings", Samples.bytes("finding-opened.json"));
    bus.raw(
        "mw/v1/" + Running.OTHER_MINE + "/findings",
        new String(Samples.bytes("finding-opened.json"), StandardCharsets.UTF_8)
            .replace(MINE, Running.OTHER_MINE)
            .replace("ae3b0dd7", "be3b0dd7")
            .getBytes(StandardCharsets.UTF_8));
    await().untilAsserted(() -> assertThat(root.get("/api/incidents")).hasSize(2));
  }

  @AfterAll
  static void stop() {
    service.close();
  }
}
