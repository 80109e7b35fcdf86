package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From a finding to a closed incident, through the real service and its API. */
class TimelineTest extends Timeline {
  @Test
  void leadsAFindingToAnIncidentThatIsClosedOnEvidenceOnly() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    assertThat(plan().version()).isEqualTo(1);

    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    await().untilAsserted(() -> assertThat(bus.acknowledged).hasValue(1));
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1); // comes again
    await().untilAsserted(() -> assertThat(bus.acknowledged).hasValue(2));
    assertThat(incident().at("/findings")).hasSize(1);
    assertThat(incident().at("/findings/0/clause").asText()).contains("536");

    clock.move(Duration.ofMinutes(4)); // an orange call is to be acknowledged within 3
    await().untilAsserted(() -> assertThat(whats()).contains("ESCALATED"));
    await().untilAsserted(() -> assertThat(incident().at("/calls")).hasSize(2));
    assertThat(incident().at("/calls/0/outcome").asText()).isEqualTo("EXPIRED");
    assertThat(incident().at("/due/rung").asInt()).isEqualTo(2);

    refused("dispatcher", "{'act':'ACKNOWLEDGE','version':0}", "STALE");
    done("dispatcher", act("ACKNOWLEDGE"));
    assertThat(stage()).isEqualTo("ACKNOWLEDGED");
    done("dispatcher", "{'act':'RESPOND','version':0,'measures':'停止作业，断电'}");
    assertThat(stage()).isEqualTo("RESPONDING");
    refused("leader", act("CLOSE"), "NO_WITHDRAWAL_PROVEN");

    unknown(order("'face-0101','larder'"), "no zone larder");
    unknown(order("'face-0101','surface'"), "zone surface is not underground");
    unknown(order(""), "names no zone");
    done("dispatcher", order("'face-0101','return-0101'"));
    assertThat(stage()).isEqualTo("WITHDRAWING");
    await().untilAsserted(() -> assertThat(book()).isNotNull());
    assertThat(book().open()).hasSize(1);
    assertThat(book().open().get(0).insideSince()).isEqualTo(START);

    muster(3, book().version());
    await().untilAsserted(() -> assertThat(incident().at("/muster/remaining")).hasSize(3));
    refused("leader", act("CLOSE"), "PEOPLE_REMAIN");

    restart();
    assertThat(stage()).isEqualTo("WITHDRAWING");
    assertThat(incident().at("/muster/remaining")).hasSize(3);
    assertThat(incident().at("/calls")).hasSize(2);
    assertThat(api.get("regulator", "/api/incidents?open=true")).hasSize(1);

    clock.move(Duration.ofSeconds(30));
    muster(0, book().version());
    awaitStage("WITHDRAWN");
    refused("leader", act("CLOSE"), "READINGS_NOT_RESTORED");
    finding(1, FindingKind.CLEARED, Severity.ORANGE, 0.6);
    await().untilAsserted(() -> assertThat(incident().at("/missingForClose")).isEmpty());

    clock.move(Duration.ofSeconds(121));
    refused("leader", act("CLOSE"), "MUSTER_TOO_OLD");
    muster(0, book().version());
    await().untilAsserted(() -> assertThat(incident().at("/missingForClose")).isEmpty());

    refused("dispatcher", act("CLOSE"), "NEEDS_OTHER_PERSON");
    done("leader", act("CLOSE"));
    assertThat(stage()).isEqualTo("CLOSED");
    await().untilAsserted(() -> assertThat(book().open()).isEmpty());
    assertThat(api.get("regulator", "/api/incidents?open=true")).isEmpty();
    assertThat(whats())
        .containsSubsequence(
            "OPENED",
            "FINDING",
            "WARNED",
            "CALLED",
            "ESCALATED",
            "CALLED",
            "REFUSED",
            "ACKNOWLEDGED",
            "RESPONDED",
            "REFUSED",
            "ORDERED",
            "MUSTERED",
            "REFUSED",
            "EMPTIED",
            "RESTORED",
            "REFUSED",
            "CLOSED");
  }

  @Test
  void runsAStepThatFellDueWhileItWasDownOnceAndSaysSo() throws Exception {
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    service.close();
    clock.move(Duration.ofHours(1));
    service = Running.start(folder, clock, bus);
    api = new Api(service.port());
    await().untilAsserted(() -> assertThat(incident().at("/calls")).hasSize(2));
    assertThat(whats().stream().filter("ESCALATED"::equals)).hasSize(1);
    assertThat(incident().at("/timeline").toString()).contains("(3540 s overdue)");
  }

  @Test
  void publishesThePlanAgainUnderTheSameVersionWhenNothingHasChanged() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    bus.published.clear();
    restart();
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    assertThat(plan().version()).isEqualTo(1);
    assertThat(bus.published).allMatch(message -> message.isRetained());
  }
}
