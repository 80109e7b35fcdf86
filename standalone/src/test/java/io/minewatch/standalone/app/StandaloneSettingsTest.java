package io.minewatch.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StandaloneSettingsTest {
  @Test
  void noPageOfMetricsIsOpenUnlessItsPortIsTold() {
    assertThat(StandaloneSettings.read(Map.of()).metricsPort()).isNull();
    assertThat(StandaloneSettings.read(Map.of("MINEWATCH_METRICS_PORT", "9249")).metricsPort())
        .isEqualTo(9_249);
  }

  @Test
  void whatIsNoPortOrNoSettingIsRefusedByName() {
    Map<String, String> wrong =
        Map.of("MINEWATCH_METRICS_PORT", "many", "MINEWATCH_HTTP_PORT", "-1", "MINEWATCH_X", "1");
    assertThatThrownBy(() -> StandaloneSettings.read(wrong))
        .hasMessageContaining("MINEWATCH_METRICS_PORT: a port is 0 to 65535, was 'many'")
        .hasMessageContaining("MINEWATCH_HTTP_PORT: a port is 0 to 65535, was '-1'")
        .hasMessageContaining("MINEWATCH_X: no such setting");
  }
}
