package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.plan.Plan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two mines of a running service, whose packs change under them. */
abstract class HeldMines {
  static final String MINE = "140921021337";
  static final String PATH = "/api/mines/" + MINE + "/registry";
  @TempDir Path folder;
  final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
  final MemoryBus bus = new MemoryBus();
  AlertingService service;
  Api api;

  @BeforeEach
  void start() throws Exception {
    service = Running.startTwoMines(folder, clock, bus);
    api = new Api(service.port());
    await()
        .untilAsserted(
            () ->
                assertThat(bus.newest("mw/v1/" + MINE + "/plan", Plan.class))
                    .as("told")
                    .isNotNull());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  HttpResponse<String> send(String pair, String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> edit(String version, JsonNode document) throws Exception {
    ObjectNode body = Api.JSON.createObjectNode().put("why", "because");
    body.set("document", document);
    return send(
        "leader:pw-leader",
        "PUT",
        PATH,
        body.toString(),
        "Content-Type",
        "application/json",
        "If-Match",
        version);
  }

  ObjectNode document() throws Exception {
    return (ObjectNode) api.get("leader", PATH).get("document");
  }

  JsonNode get(String pair) throws Exception {
    return Api.JSON.readTree(send(pair, "GET", "/api/platform", "").body());
  }

  static List<String> troubled(JsonNode platform) {
    return troubled(platform, "REGISTRY");
  }

  static List<String> troubled(JsonNode platform, String kind) {
    List<String> mines = new ArrayList<>();
    for (JsonNode trouble : platform.at("/troubles")) {
      if (trouble.at("/kind").asText().equals(kind)) {
        trouble.at("/about").forEach(about -> mines.add(about.asText()));
      }
    }
    return mines;
  }
}
