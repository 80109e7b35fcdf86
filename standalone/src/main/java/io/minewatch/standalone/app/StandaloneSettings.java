package io.minewatch.standalone.app;

import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a standalone installation is told, all of it by the environment.
 *
 * @param home where everything is kept
 * @param rules folder of the rule packs
 * @param mines folder of the registry files
 * @param httpPort of the console, 0 for any free one
 * @param series where series go instead of the embedded store, or null for the embedded one
 * @param database where the journal is instead of an embedded file, or null for the file
 * @param metricsPort where Prometheus may read what Flink counts, on every address; null if nowhere
 */
public record StandaloneSettings(
    Path home,
    Path rules,
    Path mines,
    int httpPort,
    @Nullable SeriesServer series,
    AlertingSettings.@Nullable DatabaseAt database,
    @Nullable Integer metricsPort) {
  /** The variables that are read; any other that starts with {@code MINEWATCH_} is refused. */
  private static final List<String> KNOWN =
      List.of(
          "MINEWATCH_HOME",
          "MINEWATCH_RULES",
          "MINEWATCH_MINES",
          "MINEWATCH_HTTP_PORT",
          "MINEWATCH_METRICS_PORT",
          "MINEWATCH_SCRIPT", // of the demo's simulated mine
          "MINEWATCH_SERIES_URL",
          "MINEWATCH_SERIES_FLAVOUR",
          "MINEWATCH_SERIES_DATABASE",
          "MINEWATCH_SERIES_ORG",
          "MINEWATCH_SERIES_USER",
          "MINEWATCH_SERIES_SECRET",
          "MINEWATCH_DATABASE_URL",
          "MINEWATCH_DATABASE_USER",
          "MINEWATCH_DATABASE_PASSWORD");

  private static final int HTTP_PORT = 8080;

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException with one line for each problem
   */
  public static StandaloneSettings read(Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    environment.keySet().stream()
        .filter(name -> name.startsWith("MINEWATCH_") && !KNOWN.contains(name))
        .sorted()
        .forEach(name -> problems.add(name + ": no such setting"));
    Path home = Path.of(environment.getOrDefault("MINEWATCH_HOME", "var")).toAbsolutePath();
    Path rules = Path.of(environment.getOrDefault("MINEWATCH_RULES", "rules"));
    Path mines = Path.of(environment.getOrDefault("MINEWATCH_MINES", "deploy/demo"));
    int port = port(environment, "MINEWATCH_HTTP_PORT", HTTP_PORT, problems);
    Integer metrics =
        environment.containsKey("MINEWATCH_METRICS_PORT")
            ? port(environment, "MINEWATCH_METRICS_PORT", 0, problems)
            : null;
    SeriesServer series = series(environment, problems);
    String url = environment.get("MINEWATCH_DATABASE_URL");
    AlertingSettings.DatabaseAt database =
        url == null
            ? null
            : new AlertingSettings.DatabaseAt(
                url,
                environment.getOrDefault("MINEWATCH_DATABASE_USER", ""),
                environment.getOrDefault("MINEWATCH_DATABASE_PASSWORD", ""));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return new StandaloneSettings(home, rules, mines, port, series, database, metrics);
  }

  private static int port(
      Map<String, String> environment, String name, int usual, List<String> problems) {
    String text = environment.getOrDefault(name, String.valueOf(usual));
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, with what came
    }
    problems.add(name + ": a port is 0 to 65535, was '" + text + "'");
    return 0;
  }

  private static @Nullable SeriesServer series(
      Map<String, String> environment, List<String> problems) {
    String url = environment.get("MINEWATCH_SERIES_URL");
    if (url == null) {
      return null;
    }
    try {
      return new SeriesServer(
          URI.create(url),
          Flavour.valueOf(
              environment
                  .getOrDefault("MINEWATCH_SERIES_FLAVOUR", "AUTO")
                  .toUpperCase(Locale.ROOT)),
          environment.getOrDefault("MINEWATCH_SERIES_DATABASE", "minewatch"),
          environment.getOrDefault("MINEWATCH_SERIES_ORG", ""),
          environment.getOrDefault("MINEWATCH_SERIES_USER", ""),
          environment.getOrDefault("MINEWATCH_SERIES_SECRET", ""));
    } catch (IllegalArgumentException e) {
      problems.add("MINEWATCH_SERIES_…: " + e.getMessage());
      return null;
    }
  }
}
