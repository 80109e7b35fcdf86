package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderReceipt;
import io.minewatch.domain.withdrawal.OrderReceipt.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderReceiptTest extends Timeline {
  private static final MineCode OTHER = new MineCode(Running.OTHER_MINE);

  @Test
  void whatASystemSaysItDidWithAnOrderIsShownAtThatOrderAndOutlivesARestart() throws Exception {
    finding(0, FindingKind.OPENED, Severity.RED, 1.6);
    awaitStage("CALLED");
    done("dispatcher", order("'face-0101'"));
    OrderId order = new OrderId(incident().at("/orders/0/id").asText());
    tell(MINE, receipt(MINE, order, "broadcast-1", State.TAKEN));
    clock.move(Duration.ofSeconds(2));
    tell(MINE, receipt(MINE, order, "broadcast-1", State.FAILED));
    clock.move(Duration.ofSeconds(2));
    tell(OTHER, receipt(MINE, order, "broadcast-1", State.PLAYED));
    tell(OTHER, receipt(OTHER, order, "broadcast-1", State.PLAYED));
    tell(MINE, receipt(MINE, new OrderId("o-none"), "broadcast-1", State.PLAYED));
    tell(MINE, receipt(MINE, order, "siren-1", State.TAKEN)); // after all of these
    await().untilAsserted(() -> assertThat(receipts()).hasSize(2));

    JsonNode before = receipts();
    assertThat(before.at("/0/system").asText()).isEqualTo("broadcast-1");
    assertThat(before.at("/0/state").asText())
        .as("the newest of this system, and of no other mine")
        .isEqualTo("FAILED");
    assertThat(before.at("/0/detail").asText()).isEqualTo("扬声器3");
    restart();
    assertThat(receipts()).isEqualTo(before);
  }

  private JsonNode receipts() throws Exception {
    return incident().at("/orders/0/receipts");
  }

  private OrderReceipt receipt(MineCode mine, OrderId order, String system, State state) {
    return new OrderReceipt(
        mine, order, system, OrderReceipt.By.BROADCAST, state, clock.instant(), "扬声器3");
  }

  private void tell(MineCode topic, OrderReceipt receipt) {
    bus.live("mw/v1/" + topic + "/orders/receipt", Messages.write(receipt));
  }
}
