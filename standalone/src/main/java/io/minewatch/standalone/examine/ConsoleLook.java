package io.minewatch.standalone.examine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.standalone.doctor.Fact;
import io.minewatch.standalone.doctor.ProgramFact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks alerting how it is. */
final class ConsoleLook {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern CANARY =
      Pattern.compile("(?m)^minewatch_canary_age_seconds(?:\\{[^}]*\\})? ([0-9.E+-]+)$");

  private ConsoleLook() {}

  /**
   * Asks.
   *
   * @param within how old a test reading may be by the rule packs; null if they were not read
   */
  static void at(Installation.Console console, @Nullable Duration within, List<Fact> facts) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    try {
      HttpResponse<String> health = get(http, console.at().resolve("/actuator/health"), null);
      String problem =
          health.statusCode() == 200
              ? null
              : "says that it is not well: " + health.statusCode() + " " + health.body();
      facts.add(new ProgramFact.Running("alerting", problem));
      if (console.password() == null) {
        facts.add(
            new ProgramFact.Unseen(
                "test reading", "MINEWATCH_ALERTING_PASSWORD_ADMINISTRATOR is not told"));
        return;
      }
      if (health.body().contains("\"STANDS_BY\"")) {
        facts.add(
            new ProgramFact.Unseen(
                "test reading", "this instance stands by; ask the one that leads"));
        return;
      }
      HttpResponse<String> meters =
          get(http, console.at().resolve("/actuator/prometheus"), console.password());
      Matcher found = CANARY.matcher(meters.body());
      facts.add(
          found.find()
              ? new ProgramFact.Canary(Double.parseDouble(found.group(1)), within)
              : new ProgramFact.Unseen(
                  "test reading", "the metrics answer " + meters.statusCode() + " without it"));
    } catch (IOException e) {
      facts.add(new ProgramFact.Running("alerting", "does not answer: " + e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse<String> get(HttpClient http, URI at, @Nullable String password)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(at).timeout(PATIENCE);
    if (password != null) {
      byte[] pair = ("administrator:" + password).getBytes(UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
