package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    await().untilAsserted(() -> assertThat(saying("/voice")).hasSize(1));
    assertThat(saying("/voice").get(0)).contains("13812345678", "叫应通道中断：sms");
    assertThat(saying("/sms")).as("not by itself").isEmpty();
    assertThat(api.get("regulator", "/api/platform").findValuesAsText("kind")).contains("CHANNEL");
    assertThat(call("sms").at("/outcome").asText()).isEqualTo("FAILED");

    finding(1, FindingKind.RAISED, Severity.RED, 1.9); // rounds go by
    await().until(() -> incident().at("/findings/0/kind").asText().equals("RAISED"));
    assertThat(saying("/voice")).hasSize(1);
  }

  private List<String> saying(String path) {
    return gateway.requests.stream()
        .filter(request -> request.path().equals(path))
        .map(HttpEnd.Request::body)
        .filter(body -> body.contains("叫应通道中断"))
        .toList();
  }
}
