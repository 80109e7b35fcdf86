package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A drill whose service is down when a step of it falls due. */
class LateDrillTest extends Timeline {
  private static final String DRILLS = "/api/drills?mine=" + MINE;

  private void awaitTold(int steps) {
    await()
        .ignoreExceptions()
        .pollInSameThread()
        .until(() -> api.get("regulator", DRILLS).at("/0/told").asInt() == steps);
  }

  private String timeline() throws Exception {
    String incident = api.get("regulator", DRILLS).at("/0/incident").asText();
    return api.get("regulator", "/api/incidents/" + incident).at("/timeline").toString();
  }

  @Test
  void theStepThatNobodyCouldTellInTimeIsToldAndSaysSo() throws Exception {
    await().untilAsserted(() -> assertThat(plan()).isNotNull());
    String starts = START.plus(Duration.ofMinutes(5)).toString();
    HttpResponse<String> answer =
        api.send(
            "dispatcher", "POST", "/api/drills", DrillTest.SCRIPT.formatted("ANNOUNCED", starts));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    clock.move(Duration.ofMinutes(5));
    awaitTold(1);
    assertThat(timeline()).as("in time").contains("FINDING").doesNotContain("s late", "补报");

    service.close();
    clock.move(Duration.ofHours(1));
    start();

    awaitTold(2);
    assertThat(timeline()).containsOnlyOnce("told 3480 s late").containsOnlyOnce("逾期 3480 秒补报");
  }
}
