package io.minewatch.e2e.tour;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.station.StationSettings;
import io.minewatch.ingest.world.ModelSettings;
import io.minewatch.standalone.app.Standalone;
import io.minewatch.standalone.app.StandaloneSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of the demo in this process, with everything that happens in it squeezed into little
 * more than two minutes: gateways report more often, people walk shorter ways, the hold before
 * re-entry is short. The limits are the real ones.
 */
final class ShortDemo {
  static final MineCode MINE = new MineCode("140921021337");
  private static final long SEED = 20_260_101;
  private static final double ROADWAY_METRES = 8;

  private static final List<String> SCRIPT =
      List.of(
          "after 0s crowd face-0101 for 20m people 6",
          "after 0s linger 5 for 20m stays 15s",
          "after 30s drive T1-0101 to 1.8 within 10s hold 4m until withdrawn fall 8s",
          "after 120s drive T1-0201 to 1.3 within 12s hold 4m until withdrawn fall 8s",
          "after 134s cut T1-0201 for 5m as DISCONNECTED");

  private ShortDemo() {}

  /** Starts everything below a folder; the caller closes it. */
  static Standalone start(Path folder, Clock clock) throws IOException {
    Path rules = copy(Path.of("../rules"), folder.resolve("rules"));
    change(rules.resolve("platform.yaml"), "time: PT1M", "time: PT5S");
    Path mines = copy(Path.of("../deploy/demo"), folder.resolve("mines"));
    Path mine = mines.resolve("model-colliery.yaml");
    change(mine, "tagPeriod: PT30S", "tagPeriod: PT3S");
    change(mine, "period: PT10S", "period: PT2S");
    Standalone all =
        Standalone.start(
            new StandaloneSettings(folder.resolve("home"), rules, mines, 0, null, null, null),
            List.of(MINE),
            clock);
    all.simulate(StationSettings.of(MINE, model(), ScriptText.parse(SCRIPT)));
    return all;
  }

  private static ModelSettings model() {
    return new ModelSettings(
        SEED,
        24,
        ROADWAY_METRES,
        Duration.ofSeconds(1),
        Duration.ofSeconds(4),
        ZoneOffset.ofHours(8),
        Duration.ofSeconds(1));
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
    return to;
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(from)) {
      throw new IllegalStateException(file + " has no '" + from + "' any more");
    }
    Files.writeString(file, text.replace(from, to));
  }
}
