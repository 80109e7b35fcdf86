package io.minewatch.series.questdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.SeriesException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** QuestDB's SQL over HTTP ({@code /exec}). */
final class QuestDbHttp {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();

  private final SeriesServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  QuestDbHttp(SeriesServer server) {
    this.server = server;
  }

  /**
   * Runs one statement.
   *
   * @return the rows, each an array; empty if the statement has none
   * @throws SeriesException if the server cannot be reached, refuses, or the thread is interrupted
   */
  JsonNode rows(String sql) {
    String query = "?query=" + URLEncoder.encode(sql, UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root() + "/exec" + query)).timeout(CALL);
    if (!server.user().isEmpty()) {
      byte[] pair = (server.user() + ":" + server.secret()).getBytes(UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        String said = new String(response.body(), UTF_8);
        throw new SeriesException(
            server + " answered " + response.statusCode() + ": " + said,
            null,
            response.statusCode());
      }
      return JSON.readTree(response.body()).path("dataset");
    } catch (IOException e) {
      throw new SeriesException(server + " did not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SeriesException("interrupted while waiting for " + server, e);
    }
  }

  private String root() {
    String url = server.url().toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
