package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gateways say of themselves can be read at the centre. */
class GatewaysTest {
  private static final String MINE = "/api/mines/140921021337/gateways";
  private static final String STATUS = "mw/v1/140921021337/%s/status";

  @TempDir private Path folder;
  private final MemoryBus bus = new MemoryBus();
  private AlertingService service;
  private Api api;

  @BeforeEach
  void start() {
    service = Running.start(folder, new MovedClock(Instant.parse("2026-03-01T08:00:00Z")), bus);
    api = new Api(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theQueueAndWhatWasRefusedAreShownAndOnlyUnderTheirOwnTopic() throws Exception {
    byte[] payload = Samples.bytes("status-health.json");
    GatewayStatus said = Messages.read(payload, GatewayStatus.class);
    bus.live(String.format(STATUS, "another"), payload);
    bus.live(String.format(STATUS, said.gateway()), payload);
    bus.live(String.format(STATUS, said.gateway()), new byte[0]);

    await().untilAsserted(() -> assertThat(api.get("regulator", MINE)).hasSize(1));
    JsonNode shown = api.get("regulator", MINE).get(0);
    assertThat(said.health()).isNotNull();
    assertThat(shown.at("/gateway").asText()).isEqualTo(said.gateway().value());
    assertThat(shown.at("/health/queuedMessages").asLong())
        .isEqualTo(said.health().queuedMessages());
    assertThat(shown.at("/health/refusedFiles").asLong()).isEqualTo(said.health().refusedFiles());
  }

  @Test
  void whatIsMissingBetweenWhenAndWhenAndWhatCameLaterIsShown() throws Exception {
    bus.live("mw/v1/140921021337/summary", Samples.bytes("summary.json"));

    await().untilAsserted(() -> assertThat(api.get("regulator", MINE)).isNotEmpty());
    JsonNode hole = api.get("regulator", MINE).get(0).at("/feed/holes/0");
    assertThat(hole.at("/until").asText()).isEqualTo("2026-01-01T00:00:21Z");
    assertThat(hole.at("/readings").asLong()).isEqualTo(1_290);
    assertThat(hole.at("/readingsCame").asLong()).isEqualTo(930);
  }
}
