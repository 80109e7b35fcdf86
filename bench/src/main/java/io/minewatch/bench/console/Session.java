package io.minewatch.bench.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Somebody who has signed in as a page does.
 *
 * @param cookie of the session
 */
record Session(String url, String cookie) {
  static final String COOKIE = "MINEWATCH";

  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Signs in. */
  static Session begin(String url, String user, String password)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(url + "/api/session"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password)))
                .build(),
            BodyHandlers.ofString());
    String start = COOKIE + "=";
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(each -> each.startsWith(start))
        .findFirst()
        .map(each -> new Session(url, each.substring(start.length(), each.indexOf(';'))))
        .orElseThrow(() -> new IllegalStateException("no session: " + answer.statusCode()));
  }

  HttpRequest ask(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Cookie", COOKIE + "=" + cookie)
        .build();
  }

  /** The answer to a question. */
  String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(ask(path), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }
}
