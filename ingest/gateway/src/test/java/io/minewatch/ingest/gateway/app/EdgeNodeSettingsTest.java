package io.minewatch.ingest.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.ingest.sparkplug.message.NodeId;
import io.minewatch.ingest.sparkplug.names.NodeFilter;
import io.minewatch.ingest.sparkplug.names.PointNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdgeNodeSettingsTest extends SettingsForms {
  @Test
  void edgeNodesAreNamedByFilterAndByRows() throws Exception {
    Path points =
        Files.writeString(
            temp.resolve("points.csv"), "node,device,metric,point,unit\ng/e,,CH4,T1,/100\n");
    GatewaySettings settings =
        read(
            LEAST
                + "sparkplug-uri: tcp://127.0.0.1:1884\nsparkplug-nodes: g/e, h/+\n"
                + "sparkplug-host: minewatch\nsparkplug-points: "
                + points
                + "\n",
            Map.of());
    assertThat(settings.sparkplug()).isNotNull();
    assertThat(settings.sparkplug().broker().clientId()).isEqualTo("140921021337.gw-01.sparkplug");
    assertThat(settings.sparkplug().rules().nodes())
        .extracting(NodeFilter::single)
        .containsExactly(new NodeId("g", "e"), null);
    assertThat(settings.sparkplug().rules().backfillAge()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.sparkplug().rules().names().point(new NodeId("g", "e"), "", "CH4").point())
        .isEqualTo(new PointNames.Point("T1", "/100"));
  }

  @Test
  void edgeNodesThatCannotBeMeantAreRefused() {
    assertThatThrownBy(() -> read(LEAST + "sparkplug-nodes: g/e\n", Map.of()))
        .hasMessageContaining("sparkplug-uri: goes with sparkplug-nodes");
    assertThatThrownBy(
            () ->
                read(
                    LEAST + "sparkplug-uri: tcp://127.0.0.1:1884\nsparkplug-nodes: g/#\n",
                    Map.of()))
        .hasMessageContaining("sparkplug-nodes: 'g/#' does not fit");
  }
}
