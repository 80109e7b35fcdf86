package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two mines in two provinces, each with one incident. */
class CountersTest extends Timeline {
  @Test
  void theyAreByMineCountyCityProvinceAndNationAndByPeriod() throws Exception {
    service.close();
    service = Running.startTwoMines(folder.resolve("two"), clock, bus);
    api = new Api(service.port());
    String sample = new String(Samples.bytes("finding-opened.json"), StandardCharsets.UTF_8);
    raw(Samples.MINE, sample);
    raw(Running.OTHER_MINE, sample.replace("ae3b0dd7", "be3b0dd7"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        api.get("regulator", "/api/incidents?open=true").findValuesAsText("stage"))
                    .containsExactly("CALLED", "CALLED"));

    clock.move(Duration.ofSeconds(1)); // a period ends before its end
    assertThat(warnings("by=NATION")).isEqualTo(Map.of("", 2));
    assertThat(warnings("by=PROVINCE")).isEqualTo(Map.of("14", 1, "15", 1));
    assertThat(warnings("by=CITY")).isEqualTo(Map.of("14/1409", 1, "15/1509", 1));
    assertThat(warnings("by=COUNTY")).isEqualTo(Map.of("14/1409/140921", 1, "15/1509/150921", 1));
    assertThat(warnings("by=MINE")).isEqualTo(Map.of(Samples.MINE, 1, Running.OTHER_MINE, 1));

    Instant now = clock.instant();
    Duration hour = Duration.ofHours(1);
    assertThat(warnings("from=" + now.minus(hour) + "&to=" + now.plus(hour)))
        .isEqualTo(Map.of("", 2));
    assertThat(warnings("from=" + now.minus(hour.multipliedBy(2)) + "&to=" + now.minus(hour)))
        .as("another period")
        .isEqualTo(Map.of("", 0));
  }

  private void raw(String mine, String sample) {
    byte[] payload = sample.replace(Samples.MINE, mine).getBytes(StandardCharsets.UTF_8);
    bus.raw("mw/v1/" + mine + "/findings", payload);
  }

  /** Warnings by place. */
  private Map<String, Integer> warnings(String query) throws Exception {
    Map<String, Integer> all = new TreeMap<>();
    for (JsonNode row : api.get("regulator", "/api/counters?" + query).at("/rows")) {
      all.put(row.at("/place").asText(), row.at("/counters/warnings").asInt());
    }
    return all;
  }
}
