package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A finding whose incident cannot be read, through the real service and its API. */
class PoisonTest {
  private static final String FINDINGS = "mw/v1/140921021337/findings";
  private static final String POISON = "ae3b0dd7f7f1c0a54f2d6f0d9f1c2b3a";
  @TempDir private Path folder;
  private final MemoryBus bus = new MemoryBus();
  private AlertingService service;
  private Api api;

  @BeforeEach
  void start() {
    service = Running.start(folder, new MovedClock(Instant.parse("2026-03-01T08:00:00Z")), bus);
    api = new Api(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private JdbcClient sql() {
    String url = "jdbc:sqlite:" + folder.resolve("alerting.db") + "?busy_timeout=5000";
    return JdbcClient.create(new DriverManagerDataSource(url));
  }

  @Test
  void isParkedAndToldWhileTheNextFindingIsCalledOutAndWorkedAfterAllWhenHealed() throws Exception {
    sql().sql("insert into finding_incident values (?, 'i-unreadable')").param(POISON).update();
    plantUnreadable();
    byte[] poison = Samples.bytes("finding-opened.json");
    String other = new String(poison, StandardCharsets.UTF_8).replace("ae3b0dd7", "be3b0dd7");

    bus.raw(FINDINGS, poison);
    bus.raw(FINDINGS, other.getBytes(StandardCharsets.UTF_8));
    await().untilAsserted(() -> assertThat(bus.acknowledged).hasValue(2));
    await()
        .untilAsserted(
            () ->
                assertThat(api.get("dispatcher", "/api/incidents/i-20260101-be3b0dd7-0"))
                    .isNotEmpty());
    JsonNode trouble = api.get("regulator", "/api/platform").at("/troubles/0");
    assertThat(trouble.at("/kind").asText()).isEqualTo("PARKED");
    assertThat(trouble.at("/count").asInt()).isEqualTo(1);
    JsonNode parked = api.get("administrator", "/api/parked").at("/0");
    assertThat(parked.at("/payload").asText()).contains(POISON);
    assertThat(parked.at("/reason").asText()).contains("newer program");
    assertThat(api.get("administrator", "/actuator/health")).isNotEmpty();
    assertThat(api.send("administrator", "GET", "/actuator/prometheus", null).body())
        .contains("minewatch_alerting_parked_waiting 1.0");

    String retry = "/api/parked/" + parked.at("/id").asText() + "/retry";
    assertThat(api.send("administrator", "POST", retry, "{}").statusCode()).isEqualTo(409);
    sql().sql("delete from finding_incident where id = ?").param(POISON).update();
    assertThat(api.send("administrator", "POST", retry, "{}").statusCode()).isEqualTo(200);
    assertThat(api.get("administrator", "/api/parked")).isEmpty();
    assertThat(api.get("regulator", "/api/platform").findValuesAsText("kind"))
        .doesNotContain("PARKED");
    assertThat(api.get("regulator", "/api/incidents").toString()).contains(POISON);
  }

  private void plantUnreadable() {
    sql()
        .sql(
            "insert into ledger values"
                + " (900, '2026-03-01T00:00:00Z', '', 'INCIDENT', 'i-unreadable', 1, '', 'Unheard',"
                + " '{}', '', '')")
        .update();
  }
}
