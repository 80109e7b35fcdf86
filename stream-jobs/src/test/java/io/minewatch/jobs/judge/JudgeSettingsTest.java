package io.minewatch.jobs.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.source.MqttSlot;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which mines a slot hears. */
class JudgeSettingsTest {
  private static final MineCode A = new MineCode("140921021337");
  private static final MineCode B = new MineCode("140921029999");
  private static final String TESTS = Topic.filter(Topic.Kind.READINGS, MineCode.CANARY);

  private static List<MqttSlot> slots(List<List<MineCode>> mines) {
    MqttSettings broker = MqttSettings.of(URI.create("tcp://127.0.0.1:1883"), "jobs", "", "");
    return new JudgeSettings(broker, mines, JudgeSettings.USUAL_INTERVAL, 200, JudgeLimits.DEFAULTS)
        .mqttSlots();
  }

  @Test
  void theTestReadingsAreInTheLastSlotWhereNoneNamesTheirMine() {
    List<MqttSlot> slots = slots(List.of(List.of(A), List.of(B)));

    assertThat(slots)
        .extracting(MqttSlot::clientId)
        .containsExactly("jobs-judge-0", "jobs-judge-1");
    assertThat(slots.get(0).filters())
        .contains(Topic.filter(Topic.Kind.READINGS, A))
        .doesNotContain(TESTS);
    assertThat(slots.get(1).filters()).contains(Topic.filter(Topic.Kind.READINGS, B), TESTS);
  }

  @Test
  void whereASlotNamesItOrHasAllMinesNothingIsAdded() {
    assertThat(slots(List.of(List.of(A, MineCode.CANARY), List.of(B))).get(1).filters())
        .doesNotContain(TESTS);
    assertThat(slots(List.of(List.of())).get(0).filters())
        .contains(Topic.filter(Topic.Kind.READINGS))
        .doesNotContain(TESTS);
  }
}
