package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Outgoing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A test reading that nobody finds, through the real service. */
class CanaryTest extends CallingStory {
  @Test
  void aCanaryThatDoesNotComeBackIsToldAndOneThatDoesIsNeverAnIncident() throws Exception {
    clock.move(Duration.ofSeconds(61));
    await()
        .until(
            () ->
                bus.published.stream()
                    .map(Outgoing::topic)
                    .anyMatch(
                        topic -> topic.equals("mw/v1/" + MineCode.CANARY + "/canary/readings")));
    clock.move(Duration.ofMinutes(3));
    await()
        .untilAsserted(
            () ->
                assertThat(api.get("regulator", "/api/platform").findValuesAsText("kind"))
                    .contains("CANARY"));
    assertThat(api.get("regulator", "/api/channels").at("/canary/seconds").asLong())
        .isGreaterThan(180);
    assertThat(api.get("regulator", "/api/mines").toString())
        .doesNotContain(MineCode.CANARY.value());
  }
}
