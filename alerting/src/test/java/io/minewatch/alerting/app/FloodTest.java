package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two thousand findings at once: few incidents, nothing dropped, and people are told so. */
class FloodTest extends Timeline {
  private static final int COUNT = 2_000;

  @Test
  void becomesFewIncidentsInWhichNothingIsMissing() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    List<ZoneId> zones =
        plan().zones().stream().filter(zone -> zone.underground()).map(zone -> zone.id()).toList();
    List<Measure> measures = List.of(Measure.METHANE, Measure.CARBON_MONOXIDE, Measure.INFLOW);
    long began = System.nanoTime();
    for (int i = 0; i < COUNT; i++) {
      bus.finding(
          Timeline.FINDINGS,
          flood(i, zones.get(i % zones.size()), measures.get(i % measures.size())));
    }
    bus.finding(Timeline.FINDINGS, distress());
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(bus.acknowledged).hasValue(COUNT + 1));
    System.out.printf("%d findings taken in %.1f s%n", COUNT, (System.nanoTime() - began) / 1e9);

    clock.move(Duration.ofSeconds(1));
    JsonNode open = api.get("regulator", "/api/incidents?open=true");
    assertThat(open).as("gas, water, and the person by himself").hasSize(3);
    Set<String> ids = new HashSet<>();
    for (JsonNode incident : open) {
      assertThat(incident.at("/calls").size()).as("one call, not one a finding").isLessThan(10);
      ids.addAll(all(incident.at("/id").asText()));
    }
    assertThat(ids).hasSize(COUNT + 1);

    JsonNode load = api.get("regulator", "/api/alarm-load").at("/load");
    assertThat(load.at("/inFlood").asBoolean()).isTrue();
    assertThat(load.at("/now").asInt()).isEqualTo(COUNT + 1);
    assertThat(load.at("/top")).hasSize(10);
    assertThat(api.text("administrator", "/actuator/prometheus"))
        .contains("minewatch_alarms_flooded 1.0")
        .contains("minewatch_alarms_peak " + (COUNT + 1) + ".0")
        .containsPattern("minewatch_alarms_flood_share 2\\.7\\d*E-4") // one second of an hour
        .contains("minewatch_alarms_most_frequent 1.0")
        .contains("minewatch_alarms_chattering 0.0")
        .contains("minewatch_alarms_stale 0.0");
    clock.move(Duration.ofHours(25));
    assertThat(api.text("administrator", "/actuator/prometheus"))
        .as("a day later nothing comes and three incidents stand")
        .contains("minewatch_alarms_peak 0.0")
        .contains("minewatch_alarms_stale 3.0");
  }

  private Set<String> all(String incident) throws Exception {
    Set<String> ids = new HashSet<>();
    for (int from = 0; ; from += 500) {
      JsonNode page =
          api.get("regulator", "/api/incidents/" + incident + "/findings?limit=500&from=" + from);
      ids.addAll(page.findValuesAsText("id").stream().collect(Collectors.toSet()));
      if (page.size() < 500) {
        return ids;
      }
    }
  }

  private Finding flood(int i, ZoneId zone, Measure measure) {
    return finding(
        "%08x".formatted(i), Subject.of(new PointId("flood-" + i)), zone, Check.LIMIT, measure);
  }

  private Finding distress() {
    return finding(
        "ffffffff",
        new Subject(Subject.Kind.CARD, "c-7"),
        new ZoneId("face-0101"),
        Check.PEOPLE,
        null);
  }

  private Finding finding(String id, Subject subject, ZoneId zone, Check check, Measure measure) {
    Instant at = clock.instant();
    return new Finding(
        new FindingId(id + "f7f1c0a54f2d6f0d9f1c2b3a"),
        0,
        FindingKind.OPENED,
        MINE,
        subject,
        zone,
        measure,
        "",
        check,
        "cn-coal-2025:536-2",
        Severity.ORANGE,
        START,
        at,
        at,
        at,
        1.1,
        Quality.GOOD,
        1.0,
        1.2,
        START,
        1,
        Map.of());
  }
}
