package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyRootTest extends Timeline {
  @Test
  void theRootOfEachDayThatIsOverStandsOnTheBrokerAsInTheLedger() throws Exception {
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    assertThat(roots()).as("the day is not over").isEmpty();
    clock.move(Duration.ofDays(1));
    await().untilAsserted(() -> assertThat(roots()).hasSize(1));

    Outgoing root = roots().get(0);
    assertThat(root.isRetained()).isTrue();
    JsonNode told = Api.JSON.readTree(root.payload());
    JsonNode kept = api.get("regulator", "/api/ledger").at("/roots/0");
    assertThat(told.at("/day").asText()).isEqualTo("2026-03-01");
    assertThat(told).isEqualTo(kept);
    service.close();
    String noted = told.at("/seq").asLong() + ":" + told.at("/hash").asText();
    assertThat(Recorded.verify(folder.resolve("alerting.db"), "--root", noted).words())
        .startsWith("intact: ");
  }

  private List<Outgoing> roots() {
    return bus.published.stream().filter(each -> each.topic().equals(Topic.LEDGER_ROOT)).toList();
  }
}
