package io.minewatch.alerting.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Speaks to the API as a program does. */
final class Api {
  static final JsonMapper JSON = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  Api(int port) {
    this.port = port;
  }

  HttpResponse<String> send(String user, String method, String path, String body) throws Exception {
    return send(user, method, path, body, "Accept", "*/*");
  }

  /** The same with one header more; an empty one is not sent. */
  HttpResponse<String> send(
      String user, String method, String path, String body, String header, String value)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!value.isEmpty()) {
      request.header(header, value);
    }
    if (user != null) {
      String pair = user + ":pw-" + user;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode get(String user, String path) throws Exception {
    HttpResponse<String> answer = send(user, "GET", path, null);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  String text(String user, String path) throws Exception {
    return send(user, "GET", path, null).body();
  }

  HttpResponse<String> act(String user, String incident, String body) throws Exception {
    return send(user, "POST", "/api/incidents/" + incident + "/acts", body);
  }
}
