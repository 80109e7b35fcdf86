package io.minewatch.ingest.gateway.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.ingest.sparkplug.names.PointNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An edge node by Tahu, a real Mosquitto at the mine, the gateway program, the platform's broker.
 */
class SparkplugStoryTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void anEdgeNodeIsAskedForItsBirthHeardNamedAndMissedWhenItDies() throws Exception {
    Path points =
        Files.writeString(
            folder.resolve("points.csv"),
            PointNames.HEAD + "\nplant/plc1,face3,CH4,T1-0101,/100\nplant/plc1,face3,maker,-,\n");
    Map<String, String> sparkplug =
        Map.of(
            "MINEWATCH_GATEWAY_SPARKPLUG_NODES", "plant/plc1",
            "MINEWATCH_GATEWAY_SPARKPLUG_POINTS", points.toString(),
            "MINEWATCH_GATEWAY_SPARKPLUG_HOST", "minewatch");
    try (Mosquitto local = Mosquitto.start(folder.resolve("local"));
        Mine mine = new Mine(folder);
        Jobs jobs = new Jobs(Mine.SITE, mine.uri(), Mine.PASSWORD);
        EdgeNode edge = new EdgeNode(local.uri())) {
      try (GatewayProcess gateway = mine.gateway(local.uri(), sparkplug)) {
        await().atMost(SOON).until(() -> heard(jobs, "\"n\":\"T1-0101\",\"u\":\"/100\",\"v\":0.1"));
        assertThat(heard(jobs, "\"n\":\"plc1:fan\",\"u\":\"\",\"v\":1")).isTrue();
        assertThat(edge.rebirths).hasValue(1);
        await().atMost(SOON).until(() -> edge.hostsOnline.get() >= 1);

        edge.methane(0.75);
        await().atMost(SOON).until(() -> heard(jobs, "\"v\":0.75"));

        gateway.kill();
      }
      try (GatewayProcess again = mine.gateway(local.uri(), sparkplug)) {
        await().atMost(SOON).until(() -> edge.rebirths.get() == 2);
        edge.methane(0.5);
        await().atMost(SOON).until(() -> heard(jobs, "\"v\":0.5"));

        edge.die();
        await()
            .atMost(SOON)
            .until(() -> heard(jobs, "\"n\":\"T1-0101\",\"u\":\"/100\",\"vs\":\"NaN\""));
        assertThat(heard(jobs, "\"q\":\"OFFLINE_GATEWAY\"")).isTrue();
        assertThat(heard(jobs, "maker")).isFalse();
        assertThat(again).isNotNull();
      }
    }
  }

  private static boolean heard(Jobs jobs, String part) {
    return List.copyOf(jobs.heard).stream()
        .anyMatch(message -> new String(message.payload(), UTF_8).contains(part));
  }
}
