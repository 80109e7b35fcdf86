package io.minewatch.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product as {@code docker compose --profile demo up} runs it: broker with TLS, a Flink cluster
 * with both jobs, InfluxDB, PostgreSQL, alerting and the simulated mine, each in a container.
 */
class ComposeTest {
  private static final String MINE = "/api/mines/140921021337";
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void anIncidentIsCalledAndItsSeriesIsKept() throws Exception {
    Optional<Compose> there = Compose.runnable(Path.of("..").toRealPath(), folder);
    assumeTrue(there.isPresent(), "no container engine with the images");
    try (Compose compose = there.get()) {
      compose.up("alerting", "taskmanager", "judge", "archive", "influxdb", "simulator");
      try {
        await("the first call")
            .atMost(LONG)
            .pollInterval(Duration.ofSeconds(1))
            .ignoreExceptionsInstanceOf(IOException.class) // alerting is not up yet
            .until(() -> isCalled(get(compose, "/api/incidents")));
        await("what InfluxDB keeps").atMost(LONG).until(() -> samples(compose) > 1);
      } catch (ConditionTimeoutException e) {
        System.out.println(compose.logs());
        throw e;
      }
      assertThat(get(compose, MINE + "/live")).isNotEmpty();
    }
  }

  @Test
  void theFileIsOneThatComposeTakesAndAsksForNoPrivilege() throws Exception {
    Optional<Compose> there = Compose.laidOut(Path.of("..").toRealPath(), folder);
    assumeTrue(there.isPresent(), "no docker-compose");
    // Not closed: nothing was started.
    String config = there.get().config();
    assertThat(config).contains("no-new-privileges:true").contains("read_only: true");
    assertThat(config).as("the profile is in it").contains("mosquitto_passwords");
    assertThat(config).doesNotContain("privileged: true").doesNotContain(":latest");
    assertThat(config).doesNotContain("docker.sock").doesNotContain("network_mode: host");
  }

  private static boolean isCalled(JsonNode incidents) {
    return incidents.size() > 0 && incidents.get(0).path("calls").size() > 0;
  }

  private int samples(Compose compose) throws IOException, InterruptedException {
    String whole = "&from=2026-01-01T00:00:00Z&to=2100-01-01T00:00:00Z";
    return get(compose, MINE + "/history?point=T1-0101" + whole).path("v").size();
  }

  private JsonNode get(Compose compose, String path) throws IOException, InterruptedException {
    String who = "dispatcher:" + compose.secret("dispatcher_password");
    String basic = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + compose.http() + path))
            .header("Authorization", "Basic " + basic)
            .timeout(Duration.ofSeconds(10))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
