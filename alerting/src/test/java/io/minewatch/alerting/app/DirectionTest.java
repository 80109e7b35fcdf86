package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which way those go who are still inside, in the muster list of the real service. */
class DirectionTest extends Timeline {
  private void counted(String out, String in) throws Exception {
    Instant now = clock.instant();
    List<Remaining> inside = List.of(inside("card-out", out), inside("card-in", in));
    OrderMuster order = new OrderMuster(new OrderId("o-" + ID + "-1"), 2, inside, null, null);
    long book = book().version();
    bus.live(
        MUSTER, Messages.write(new Muster(MINE, now, now, book, List.of(), 0, List.of(order))));
  }

  private Remaining inside(String card, String zone) {
    return new Remaining(
        new CardId(card), Remaining.State.MOVING, new ZoneId(zone), START, clock.instant());
  }

  private JsonNode headings() throws Exception {
    return api.get("dispatcher", "/api/incidents/" + ID).at("/muster/headings");
  }

  @Test
  void whoGoesDeeperIsToldFromWhoComesOut() throws Exception {
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    done("dispatcher", order("'face-0101','intake-0101','return-0101'"));
    await().untilAsserted(() -> assertThat(book()).isNotNull());
    counted("face-0101", "return-0101");
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(incident().at("/muster/remaining").size()).isEqualTo(2));
    assertThat(headings()).as("one zone is no direction").isEmpty();

    clock.move(Duration.ofSeconds(30));
    counted("intake-0101", "face-0101");
    await().ignoreExceptions().untilAsserted(() -> assertThat(headings()).hasSize(2));
    assertThat(headings().toString())
        .contains(
            "{\"card\":\"card-out\",\"from\":\"face-0101\",\"exit\":\"CLOSER\",\"danger\":\"FARTHER\"}")
        .contains(
            "{\"card\":\"card-in\",\"from\":\"return-0101\",\"exit\":\"FARTHER\",\"danger\":\"CLOSER\"}");
    assertThat(api.get("regulator", "/api/incidents/" + ID).at("/muster/headings").toString())
        .as("cards are masked outside the chain")
        .doesNotContain("card-out");
  }
}
