package io.minewatch.bench.nation;

import io.minewatch.bench.script.PointKind;
import io.minewatch.series.store.Series;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many readings a store holds, asked by its own query language. */
final class StoreRows {
  private static final Pattern QUESTDB = Pattern.compile("\"dataset\":\\[\\[([0-9]+)");
  private static final Pattern INFLUX = Pattern.compile("\"values\":\\[\\[[^,]*,([0-9]+)");

  private static final String USER = "minewatch";

  private final HttpClient http = HttpClient.newHttpClient();
  private final NationSettings.Store store;
  private final URI url;
  private final String signIn;

  /**
   * Asks a store.
   *
   * @param password of the embedded store; others ask for none
   */
  StoreRows(NationSettings.Store store, URI url, String password) {
    this.signIn =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    this.store = store;
    this.url = url;
  }

  /** Readings of all measures of the workload; what cannot be counted now counts nothing. */
  long count() {
    Set<String> tables = new LinkedHashSet<>();
    for (PointKind kind : PointKind.values()) {
      tables.add(Series.measurement(kind.measure()));
    }
    long rows = 0;
    for (String table : tables) {
      rows += count(table);
    }
    return rows;
  }

  private long count(String table) {
    boolean isQuestDb = store == NationSettings.Store.QUESTDB;
    String sql = isQuestDb ? "select count() from " : "select count(value) from ";
    String query = URLEncoder.encode(sql + '"' + table + '"', StandardCharsets.UTF_8);
    String path = isQuestDb ? "/exec?query=" : "/query?db=minewatch&q=";
    try {
      String answer =
          http.send(
                  HttpRequest.newBuilder(url.resolve(path + query))
                      .header("Authorization", signIn)
                      .build(),
                  BodyHandlers.ofString())
              .body();
      Matcher number = (isQuestDb ? QUESTDB : INFLUX).matcher(answer);
      return number.find() ? Long.parseLong(number.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
