package io.minewatch.series.connect;

import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.SeriesException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/** Asks a server by {@code /ping} what it is. */
final class Flavours {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Flavours() {}

  /**
   * The server with its flavour known.
   *
   * @throws SeriesException if it does not answer, or not as a series server does
   */
  static SeriesServer resolve(SeriesServer server) {
    if (server.flavour() != Flavour.AUTO) {
      return server;
    }
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    String url = server.url().toString();
    URI ping = URI.create((url.endsWith("/") ? url : url + "/") + "ping");
    try {
      HttpResponse<Void> answer =
          http.send(
              HttpRequest.newBuilder(ping).timeout(PATIENCE).build(), BodyHandlers.discarding());
      String version = answer.headers().firstValue("X-Influxdb-Version").orElse("");
      String product = answer.headers().firstValue("Server").orElse("");
      return server.as(of(version, product));
    } catch (IOException e) {
      throw new SeriesException(server + " did not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SeriesException("interrupted while waiting for " + server, e);
    }
  }

  /** QuestDB claims a version of InfluxDB 2; only its name gives it away. */
  static Flavour of(String version, String product) {
    if (product.toLowerCase(Locale.ROOT).startsWith("questdb")) {
      return Flavour.QUESTDB;
    }
    String number = version.startsWith("v") ? version.substring(1) : version;
    return number.startsWith("1.") || number.startsWith("0.") ? Flavour.V1 : Flavour.V2;
  }
}
