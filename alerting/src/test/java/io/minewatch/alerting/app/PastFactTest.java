package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in data that came late, through the real service: recorded, shown, no call. */
class PastFactTest {
  private static final String FINDINGS = "mw/v1/140921021337/findings";
  private static final String PAST = "/api/mines/140921021337/past-findings";
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  @TempDir private Path folder;
  private final MemoryBus bus = new MemoryBus();
  private final MovedClock clock = new MovedClock(NOW);
  private AlertingService service;
  private Api api;

  @BeforeEach
  void start() {
    service = Running.start(folder, clock, bus);
    api = new Api(service.port());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /** The sample as it is told of the backfill lane. */
  private static byte[] past(String sample) throws Exception {
    String text = new String(Samples.bytes(sample), StandardCharsets.UTF_8);
    String late = text.replaceFirst("\"detail\" *: *\\{", "\"detail\":{\"lane\":\"BACKFILL\",");
    byte[] bytes =
        (late.equals(text)
                ? text.replaceFirst("\\{", "{\"detail\":{\"lane\":\"BACKFILL\"},")
                : late.replace(",}", "}"))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(Messages.read(bytes, Finding.class).lane()).isEqualTo(Lane.BACKFILL);
    return bytes;
  }

  @Test
  void isRecordedOnceAndShownAndOpensCallsAndOrdersNothing() throws Exception {
    bus.raw(FINDINGS, past("finding-opened.json"));
    bus.raw(FINDINGS, past("finding-opened.json"));
    await().untilAsserted(() -> assertThat(bus.acknowledged).hasValue(2));

    JsonNode shown = api.get("dispatcher", PAST);
    assertThat(shown).hasSize(1);
    Finding sent = Messages.read(past("finding-opened.json"), Finding.class);
    assertThat(shown.at("/0/id").asText()).isEqualTo(sent.id().value());
    assertThat(shown.at("/0/severity").asText()).isEqualTo(sent.severity().name());
    assertThat(shown.at("/0/onset").asText()).isEqualTo(sent.onset().toString());
    assertThat(shown.at("/0/ended").isNull()).isTrue();
    assertThat(api.get("regulator", PAST)).hasSize(1);
    clock.move(Duration.ofHours(1)); // whatever could fall due has fallen due
    bus.raw(FINDINGS, past("finding-opened.json"));
    await().untilAsserted(() -> assertThat(bus.acknowledged).hasValue(3));
    assertThat(api.get("dispatcher", "/api/incidents")).isEmpty();
    assertThat(bus.published).noneMatch(each -> each.topic().endsWith("/orders"));
    assertThat(bus.published).noneMatch(each -> each.topic().endsWith("/calls"));
  }

  @Test
  void joinsNoOpenIncidentAndKeepsNoneOpen() throws Exception {
    String live = new String(Samples.bytes("finding-opened.json"), StandardCharsets.UTF_8);
    bus.raw(FINDINGS, live.replace("ae3b0dd7", "be3b0dd7").getBytes(StandardCharsets.UTF_8));
    bus.raw(FINDINGS, past("finding-opened.json"));
    await().untilAsserted(() -> assertThat(bus.acknowledged).hasValue(2));

    JsonNode incidents = api.get("dispatcher", "/api/incidents");
    assertThat(incidents).hasSize(1);
    assertThat(incidents.at("/0/findings")).hasSize(1);
    assertThat(incidents.at("/0/findings/0/id").asText()).startsWith("be3b0dd7");
    assertThat(api.get("dispatcher", PAST)).hasSize(1);
  }
}
