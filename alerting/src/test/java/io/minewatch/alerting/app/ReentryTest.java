package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReentryTest extends Timeline {
  @Test
  void nobodyGoesBackBeforeTheReadingsTheCountAndAPersonAllowIt() throws Exception {
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    done("dispatcher", act("ACKNOWLEDGE"));
    done("dispatcher", "{'act':'RESPOND','version':0,'measures':'停止作业，断电'}");
    assertThat(incident().at("/margin/withdrawals").asInt()).as("of this mine so far").isZero();
    done("dispatcher", order("'face-0101'"));
    await().untilAsserted(() -> assertThat(book()).isNotNull());
    muster(1, book().version());
    await().untilAsserted(() -> assertThat(incident().at("/muster/remaining")).hasSize(1));
    refused("leader", act("RELEASE"), "NOT_OPEN");

    clock.move(Duration.ofMinutes(20));
    muster(0, book().version());
    awaitStage("WITHDRAWN");
    refused("leader", act("RELEASE"), "READINGS_NOT_RESTORED");
    finding(1, FindingKind.CLEARED, Severity.ORANGE, 0.6);
    await().untilAsserted(() -> assertThat(incident().at("/missingForClose")).isEmpty());
    clock.move(Duration.ofSeconds(121));
    refused("leader", act("RELEASE"), "MUSTER_TOO_OLD");
    muster(0, book().version());
    await().untilAsserted(() -> assertThat(incident().at("/missingForClose")).isEmpty());
    assertThat(api.act("regulator", ID, act("RELEASE").replace('\'', '"')).statusCode())
        .as("who looks at mines from afar lets nobody in")
        .isEqualTo(403);
    assertThat(book().open()).as("it stands until then").hasSize(1);

    done("leader", act("RELEASE"));
    await().untilAsserted(() -> assertThat(book().open()).isEmpty());
    assertThat(incident().at("/orders/0/lifted").asText()).isNotEmpty();
    assertThat(whats()).contains("RELEASED");
    assertThat(incident().at("/margin/withdrawals").asInt()).isEqualTo(1);
    assertThat(Duration.parse(incident().at("/margin/toEmptyMedian").asText()))
        .as("what the next margin is reckoned with is what this mine took")
        .isEqualTo(Duration.ofMinutes(20));
  }
}
