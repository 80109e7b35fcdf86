package io.minewatch.ingest.gateway.app;

import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.files.words.Vocabulary;
import io.minewatch.ingest.gateway.input.DeviceInput;
import io.minewatch.ingest.gateway.input.FolderSettings;
import io.minewatch.ingest.gateway.input.SparkplugRules;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.relay.RelaySettings;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set.
 *
 * @param broker the platform's
 * @param queue folder of the queue
 * @param devices a local broker, and what to hear there; null for none
 * @param sparkplug a local broker, and the edge nodes there; null for none
 * @param stdin whether standard input is read
 * @param formats of the national files, the mine's own orders over the built-in ones
 * @param words of the national files, the mine's own over the built-in ones
 */
record GatewaySettings(
    Site site,
    MqttSettings broker,
    Path queue,
    RelaySettings relay,
    List<FolderSettings> folders,
    @Nullable Devices devices,
    @Nullable EdgeNodes sparkplug,
    Stdin stdin,
    Formats formats,
    Vocabulary words) {
  /** Whether standard input is read. */
  enum Stdin {
    READ,
    IGNORED
  }

  /** A local broker, and what to hear there. */
  record Devices(MqttSettings broker, DeviceInput.Topics topics) {}

  /** A local broker, and the edge nodes there. */
  record EdgeNodes(MqttSettings broker, SparkplugRules rules) {}

  /** How long refused messages lie beside the queue: as long as refused files in their folders. */
  Duration keepRefused() {
    return folders.stream()
        .map(FolderSettings::keepRefused)
        .findFirst()
        .orElse(FolderSettings.of(queue).keepRefused());
  }

  GatewaySettings {
    folders = List.copyOf(folders);
    if (folders.isEmpty() && devices == null && sparkplug == null && stdin == Stdin.IGNORED) {
      throw new IllegalArgumentException(
          "nothing to read from: set folders, devices-uri, sparkplug-uri or stdin: true");
    }
  }
}
