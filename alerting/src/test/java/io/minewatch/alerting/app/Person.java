package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** Speaks to the API as a browser does: with a session, its cookie and its token. */
final class Person {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final int port;
  private final String address;
  private String session = "";
  private String token = "";
  private String[] more = new String[0];

  private Person(int port, String address) {
    this.port = port;
    this.address = address;
  }

  /** Somebody who has not signed in, at this address. */
  static Person at(String address, int port) {
    return new Person(port, address);
  }

  static Person signedIn(String user, String password, int port) throws Exception {
    Person person = at("10.1.1.1", port);
    assertThat(person.signIn(user, password).statusCode()).as("sign-in of " + user).isEqualTo(204);
    return person;
  }

  HttpResponse<String> signIn(String user, String password) throws Exception {
    session = "";
    token = "";
    String body = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    HttpResponse<String> answer = send("POST", "/api/session", body);
    if (answer.statusCode() == 204) {
      session = cookie(answer, "MINEWATCH");
      token = cookie(send("GET", "/api/me", null), "XSRF-TOKEN");
    }
    return answer;
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    String all =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith(name + "="))
            .findFirst()
            .orElseThrow();
    return all.substring(name.length() + 1, all.indexOf(';'));
  }

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    return HTTP.send(request(method, path, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(
                "Content-Type",
                body != null && body.startsWith("<") ? "application/xml" : "application/json")
            .header("X-Forwarded-For", address)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!session.isEmpty()) {
      request.header("Cookie", "MINEWATCH=" + session + "; XSRF-TOKEN=" + token);
      request.header("X-XSRF-TOKEN", token);
    }
    if (more.length > 0) {
      request.headers(more);
      more = new String[0];
    }
    return request.build();
  }

  /** The same person, whose next request has a header more. */
  Person with(String header, String value) {
    more = new String[] {header, value};
    return this;
  }

  int status(String method, String path, String body) throws Exception {
    return send(method, path, body).statusCode();
  }

  /** The status alone: what is answered may have no end. */
  int begins(String method, String path, String body) throws Exception {
    HttpResponse<Stream<String>> answer =
        HTTP.send(request(method, path, body), BodyHandlers.ofLines());
    try (Stream<String> unread = answer.body()) {
      return answer.statusCode();
    }
  }

  JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.JSON.readTree(answer.body());
  }

  /** The lines of the event stream; ends when the server ends it. */
  Stream<String> stream() throws IOException, InterruptedException {
    return HTTP.send(request("GET", "/api/stream", null), BodyHandlers.ofLines()).body();
  }
}
