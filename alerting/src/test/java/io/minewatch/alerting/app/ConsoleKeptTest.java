package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser may keep of the console, asked of the real service. */
class ConsoleKeptTest {
  private static final Pattern MODULE = Pattern.compile("rel=\"modulepreload\" href=\"([^\"]+)\"");
  private static final Pattern APP = Pattern.compile("src=\"(/[0-9a-f]{16}/js/app[.]js)\"");
  private static final String FUTURE = "Fri, 01 Jan 2100 00:00:00 GMT";
  private static final String KEPT = "max-age=31536000, public, immutable";

  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    headers.forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aBrowserKeepsWhatCannotChangeAndAsksForTheRestByItsContent(@TempDir Path folder)
      throws Exception {
    try (AlertingService service =
        Running.startTwoMines(folder, Clock.systemUTC(), new MemoryBus())) {
      port = service.port();
      HttpResponse<String> page = get("/", Map.of("If-Modified-Since", FUTURE));
      assertThat(page.statusCode()).as("a console of another day is not kept").isEqualTo(200);
      assertThat(header(page, "Last-Modified")).isEmpty();
      assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
      String tag = header(page, "ETag");
      assertThat(get("/", Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
      assertThat(get("/", Map.of("If-None-Match", "W/\"other\"")).statusCode()).isEqualTo(200);

      List<String> modules =
          MODULE.matcher(page.body()).results().map((MatchResult one) -> one.group(1)).toList();
      assertThat(modules).hasSizeGreaterThan(50);
      for (String module : modules) {
        HttpResponse<String> answer = get(module, Map.of("If-Modified-Since", FUTURE));
        assertThat(answer.statusCode()).as(module).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).as(module).isEqualTo(KEPT);
      }

      String app = APP.matcher(page.body()).results().findFirst().orElseThrow().group(1);
      HttpResponse<String> ours = get(app, Map.of());
      assertThat(header(ours, "Cache-Control")).isEqualTo(KEPT);
      HttpResponse<String> other = get("/0123456789abcdef/js/app.js", Map.of());
      assertThat(other.statusCode()).as("of another instance's page").isEqualTo(200);
      assertThat(other.body()).isEqualTo(ours.body());
      assertThat(header(other, "Cache-Control")).isEqualTo("no-cache");
      assertThat(get("/0123456789abcdef/js/none.js", Map.of()).statusCode()).isEqualTo(404);
      assertThat(get("/0123456789abcdef/index.html", Map.of()).statusCode()).isEqualTo(404);
    }
  }
}
