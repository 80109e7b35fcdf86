package io.minewatch.alerting.app;

import io.minewatch.ingest.mqtt.MqttSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

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

  static AlertingService start(Path folder, Clock clock, MemoryBus bus) {
    return AlertingService.start(settings(folder), clock, null, bus);
  }
}
