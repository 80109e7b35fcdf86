package io.minewatch.e2e.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.minewatch.series.server.SeriesServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an InfluxDB 1.x holds, asked by plain HTTP in InfluxQL: shares nothing with the product. */
final class Stored {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SeriesServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  Stored(SeriesServer server) {
    this.server = server;
  }

  /** One recorded value; two of one time, in whatever series, are two. */
  record Value(long millis, double value) {}

  /** Everything recorded of a point, by time. */
  List<Value> values(String measurement, String point) {
    List<Value> all = new ArrayList<>();
    for (JsonNode row : rows("SELECT value FROM \"" + measurement + '"' + of(point))) {
      all.add(new Value(row.get(0).longValue(), row.get(1).doubleValue()));
    }
    return all;
  }

  /** The server's own count of a point's values. */
  long count(String measurement, String point) {
    long count = 0;
    for (JsonNode row : rows("SELECT COUNT(value) FROM \"" + measurement + '"' + of(point))) {
      count += row.get(1).longValue();
    }
    return count;
  }

  /**
   * How many readings each measurement holds, {@code unregistered} among them if there is any;
   * {@code feed} and {@code hole} hold none, but how the gateways' lines stand.
   */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode name : rows("SHOW MEASUREMENTS")) {
      long count = 0;
      for (JsonNode row : rows("SELECT COUNT(*) FROM \"" + name.get(0).textValue() + '"')) {
        count += row.get(1).longValue(); // count_quality comes first: every row has a quality
      }
      counts.put(name.get(0).textValue(), count);
    }
    counts.remove("feed");
    counts.remove("statistic_5m"); // made of the rest, when its time comes
    counts.remove("hole");
    counts.remove("position");
    return counts;
  }

  private static String of(String point) {
    return " WHERE point = '" + point + "'";
  }

  private List<JsonNode> rows(String query) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode result : ask(query).path("results")) {
      for (JsonNode series : result.path("series")) {
        series.path("values").forEach(rows::add);
      }
    }
    return rows;
  }

  private JsonNode ask(String query) {
    String who = server.user() + ":" + server.secret();
    URI uri =
        URI.create(
            "%s/query?db=%s&epoch=ms&q=%s"
                .formatted(server.url(), server.database(), URLEncoder.encode(query, UTF_8)));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(who.getBytes(UTF_8)))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("InfluxDB answered " + answer.statusCode());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("InfluxDB does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
