package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelDownTest extends CallingStory {
  @Test
  void aChannelThatIsDownIsItselfCalledOutThroughAnotherOnce() throws Exception {
    assertThat(roster(ROSTER, "If-None-Match", "*").statusCode()).isEqualTo(200);
    gateway.refuse("/sms");
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    await().untilAsserted(() -> assertThat(saying("/voice")).hasSize(1));
    assertThat(saying("/voice").get(0)).contains("13812345678", "叫应通道中断：sms");
    assertThat(saying("/sms")).as("not by itself").isEmpty();
    assertThat(api.get("regulator", "/api/platform").findValuesAsText("kind")).contains("CHANNEL");
    await().untilAsserted(() -> assertThat(failed()).isEqualTo(1));

    finding(1, FindingKind.RAISED, Severity.RED, 1.6); // whoever is on duty is called again
    await().untilAsserted(() -> assertThat(failed()).isEqualTo(2));
    await().untilAsserted(() -> assertThat(rung("/voice")).isEqualTo(3));
    assertThat(saying("/voice")).as("it was down before").hasSize(1);
  }

  /** Texts that went nowhere. */
  private int failed() throws Exception {
    int failed = 0;
    for (JsonNode call : incident().at("/calls")) {
      boolean text = call.at("/channel").asText().equals("sms");
      failed += text && call.at("/outcome").asText().equals("FAILED") ? 1 : 0;
    }
    return failed;
  }

  /** Telephone calls: of orange, of the channel, of red. */
  private long rung(String path) {
    return gateway.requests.stream()
        .filter(request -> request.path().equals(path) && request.body().contains("number"))
        .count();
  }

  private List<String> saying(String path) {
    return gateway.requests.stream()
        .filter(request -> request.path().equals(path))
        .map(HttpEnd.Request::body)
        .filter(body -> body.contains("叫应通道中断"))
        .toList();
  }
}
