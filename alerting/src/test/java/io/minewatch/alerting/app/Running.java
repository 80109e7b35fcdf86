package io.minewatch.alerting.app;

import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.series.store.SeriesStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Starts the real service on the product's own rules and demo mine. */
final class Running {
  static final Map<String, String> PASSWORDS =
      Map.of(
          "dispatcher", "pw-dispatcher",
          "leader", "pw-leader",
          "regulator", "pw-regulator",
          "administrator", "pw-administrator");

  private Running() {}

  static AlertingSettings settings(Path folder) {
    return new AlertingSettings(
        AlertingSettings.DatabaseAt.file(folder.resolve("alerting.db")),
        MqttSettings.of(URI.create("tcp://127.0.0.1:1"), "minewatch-alerting", "", ""),
        Path.of("../rules"),
        Path.of("../deploy/demo"),
        AlertingSettings.Http.ANY_LOCAL,
        PASSWORDS);
  }

  /** A mine in another province, otherwise the demo mine. */
  static final String OTHER_MINE = "150921021337";

  /**
   * The same with two mines, in the provinces 14 and 15, behind a reverse proxy at 127.0.0.1: a
   * test comes from the address that it writes into {@code X-Forwarded-For}.
   */
  static AlertingService startTwoMines(Path folder, Clock clock, MemoryBus bus) throws IOException {
    return startTwoMines(folder, clock, null, bus);
  }

  /** The same with a series store. */
  static AlertingService startTwoMines(
      Path folder, Clock clock, @Nullable SeriesStore series, MemoryBus bus) throws IOException {
    Path mines = Files.createDirectories(folder.resolve("mines"));
    String demo = Files.readString(Path.of("../deploy/demo/model-colliery.yaml"));
    Files.writeString(mines.resolve("a.yaml"), demo);
    String other = demo.replace("140921021337", OTHER_MINE);
    Files.writeString(
        mines.resolve("b.yaml"),
        other.replace("[\"14\", \"1409\", \"140921\"]", "[\"15\", \"1509\", \"150921\"]"));
    AlertingSettings one = settings(folder);
    return AlertingService.start(
        new AlertingSettings(
            one.database(),
            one.broker(),
            one.rules(),
            mines,
            new AlertingSettings.Http("127.0.0.1", 0, "127[.]0[.]0[.]1"),
            PASSWORDS),
        clock,
        null,
        series,
        bus);
  }

  /** The same with another class of place in the packs, under which neither registry is sound. */
  static AlertingService startUnsound(Path folder, Clock clock, MemoryBus bus) throws IOException {
    return startWith(folder, clock, bus, text -> text.replace("heading-return", "heading-way-out"));
  }

  /** The same with other packs. */
  static AlertingService startWith(
      Path folder, Clock clock, MemoryBus bus, UnaryOperator<String> packs) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    try (var all = Files.list(Path.of("../rules"))) {
      for (Path each : all.toList()) {
        Files.writeString(rules.resolve(each.getFileName()), packs.apply(Files.readString(each)));
      }
    }
    AlertingSettings one = settings(folder);
    return AlertingService.start(
        new AlertingSettings(
            one.database(), one.broker(), rules, folder.resolve("mines"), one.http(), PASSWORDS),
        clock,
        null,
        bus);
  }

  static AlertingService start(Path folder, Clock clock, MemoryBus bus) {
    return start(settings(folder), clock, bus);
  }

  static AlertingService start(AlertingSettings settings, Clock clock, MemoryBus bus) {
    return AlertingService.start(settings, clock, null, bus);
  }
}
