package io.minewatch.ingest.gateway.app;

import io.minewatch.ingest.gateway.input.FolderSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Settings written into a file and read back. */
abstract class SettingsForms {
  @TempDir Path temp;

  GatewaySettings read(String yaml, Map<String, String> environment) throws Exception {
    return SettingsForm.read(Files.writeString(temp.resolve("gateway.yaml"), yaml), environment);
  }

  static final String LEAST =
      """
      mine: "140921021337"
      gateway: gw-01
      queue: /var/lib/gateway
      broker-uri: tcp://127.0.0.1:1883
      stdin: true
      """;

  static final String OWN_ORDER =
      """
      format RYCS ALARMS
      title  人员超时 | people overtime
      header mine name time
      field begin TIME NEEDED CONFIRMED own 开始 | begin
      field code CARD NEEDED CONFIRMED own 卡 | card
      alarm  OVERTIME
      """;

  static FolderSettings folder(String path) {
    return new FolderSettings(
        Path.of(path),
        Duration.ofSeconds(3),
        Duration.ofMinutes(5),
        1_000_000,
        FolderSettings.After.DELETE,
        Duration.ofDays(1),
        Duration.ofDays(2));
  }
}
