package io.minewatch.e2e.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who works the chain over the HTTP API. */
final class Person {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(ANSWER).build();
  private final URI api;
  private final String credentials;

  Person(URI api, String user, String password) {
    this.api = api;
    this.credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** What the service said. */
  record Answer(int status, JsonNode body) {
    /** Why an act was refused; empty if it was not. */
    String refusal() {
      return status == 409 ? body.path("refusal").asString("") : "";
    }
  }

  /** All incidents, open and closed. */
  JsonNode incidents() {
    return get("/api/incidents");
  }

  JsonNode incident(String id) {
    return get("/api/incidents/" + id);
  }

  /** The one incident, as soon as there is one and it is at the stage. */
  JsonNode await(String stage) {
    return Awaitility.await("an incident is " + stage)
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
        .until(
            () -> {
              JsonNode all = incidents();
              return all.size() == 1 ? all.get(0) : JSON.createObjectNode();
            },
            one -> one.path("stage").asString("").equals(stage));
  }

  Answer act(JsonNode incident, String act, Map<String, Object> more) {
    Map<String, Object> body = new TreeMap<>(more);
    body.put("act", act);
    body.put("version", incident.path("version").asLong());
    String path = "/api/incidents/" + incident.path("id").asString() + "/acts";
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private JsonNode get(String path) {
    Answer answer = send(request(path).GET());
    if (answer.status() != 200) {
      throw new IllegalStateException(path + " answers " + answer);
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Basic " + credentials);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
