package io.minewatch.alerting.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.plan.Plan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The registry over its API, on the real service and a real SQLite file. */
abstract class RegistryStory {
  static final String MINE = "140921021337";
  static final String PATH = "/api/mines/" + MINE + "/registry";
  @TempDir Path folder;
  final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T08:00:00Z"));
  final MemoryBus bus = new MemoryBus();
  AlertingService service;
  Api api;

  @BeforeEach
  void start() throws Exception {
    restart();
  }

  void restart() throws Exception {
    if (service != null) {
      service.close();
    }
    service = Running.startTwoMines(folder, clock, bus);
    api = new Api(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  ObjectNode document() throws Exception {
    return (ObjectNode) api.get("leader", PATH).get("document");
  }

  static ObjectNode zone(JsonNode document, String id) {
    for (JsonNode zone : document.get("zones")) {
      if (zone.get("id").asText().equals(id)) {
        return (ObjectNode) zone;
      }
    }
    throw new AssertionError("no zone " + id);
  }

  HttpResponse<String> put(String user, String match, JsonNode document, String why)
      throws Exception {
    return put(user, match, document, why, null);
  }

  HttpResponse<String> put(
      String user, String match, JsonNode document, String why, String backTest) throws Exception {
    ObjectNode body = Api.JSON.createObjectNode().put("why", why).put("backTest", backTest);
    body.set("document", document);
    String pair = user + ":pw-" + user;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + PATH))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .PUT(BodyPublishers.ofString(body.toString()));
    if (match != null) {
      request.header("If-Match", match);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> decide(String user, String id, String decision) throws Exception {
    String body = "{\"decision\":\"%s\",\"reason\":\"because\"}".formatted(decision);
    return api.send(user, "POST", PATH + "/changes/" + id, body);
  }

  Plan published() throws Exception {
    return bus.newest("mw/v1/" + MINE + "/plan", Plan.class);
  }
}
