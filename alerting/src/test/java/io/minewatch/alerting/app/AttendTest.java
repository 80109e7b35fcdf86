package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a call at the console is heard, and that it is told where nobody would hear one. */
class AttendTest extends Timeline {
  private String console() throws Exception {
    for (JsonNode call : incident().at("/calls")) {
      if (call.at("/channel").asText().equals("console")) {
        return call.at("/outcome").asText();
      }
    }
    return "";
  }

  private List<String> unattended(String user) throws Exception {
    for (JsonNode trouble : api.get(user, "/api/platform").at("/troubles")) {
      if (trouble.at("/kind").asText().equals("UNATTENDED")) {
        return List.of(trouble.at("/about/0").asText());
      }
    }
    return List.of();
  }

  private int attend(String user) throws Exception {
    return api.send(user, "POST", "/api/attendance", "").statusCode();
  }

  private void calledAndSeenBy(String outcome) {
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    await().ignoreExceptions().pollInSameThread().until(() -> console().equals(outcome));
  }

  @Test
  void aRegulatorsOpenPageDeliversNoCall() throws Exception {
    assertThat(attend("regulator")).isEqualTo(403);
    Person regulator = Person.signedIn("regulator", "pw-regulator", service.port());
    try (var stream = regulator.stream()) {
      assertThat(stream.findFirst()).isPresent();
      calledAndSeenBy("PLACED");
    }
  }

  @Test
  void aDispatchersPageThatSoundsDeliversIt() throws Exception {
    assertThat(attend("dispatcher")).isEqualTo(204);
    calledAndSeenBy("DELIVERED");
  }

  @Test
  void aCallThatWaitsIsDeliveredWhenSomebodyBeginsToAttend() throws Exception {
    calledAndSeenBy("PLACED");
    assertThat(attend("dispatcher")).isEqualTo(204);
    assertThat(console()).isEqualTo("DELIVERED");
  }

  @Test
  void aMineThatNobodyAttendsIsATroubleUntilSomebodyComes() throws Exception {
    assertThat(unattended("dispatcher")).isEmpty();
    clock.move(Duration.ofMinutes(6));
    await()
        .pollInSameThread()
        .untilAsserted(() -> assertThat(unattended("dispatcher")).containsExactly(MINE.value()));
    assertThat(attend("dispatcher")).isEqualTo(204);
    clock.move(Duration.ofSeconds(11));
    await().pollInSameThread().untilAsserted(() -> assertThat(unattended("dispatcher")).isEmpty());
  }
}
