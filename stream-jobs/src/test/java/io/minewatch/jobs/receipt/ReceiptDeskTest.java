package io.minewatch.jobs.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.judge.feed.Gateways;
import io.minewatch.judge.feed.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptDeskTest {
  private static final String MINE = "140921021337";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ReceiptDesk desk = new ReceiptDesk(Topic.Kind.RECEIPT_KEPT);
  private final Gateways gateways = new Gateways();

  private void take(String gateway, String session, long sequence) {
    gateways.isNew(new Origin("t", new GatewayId(gateway), session, sequence, Lane.LIVE, 1));
    desk.touched(MINE, gateways);
  }

  private List<String> handedOut() throws WireException {
    List<Outgoing> messages = new ArrayList<>();
    desk.handOut(MINE, messages::add);
    List<String> all = new ArrayList<>();
    for (Outgoing message : messages) {
      assertThat(message.isRetained()).isTrue();
      Receipt receipt = Messages.read(message.payload(), Receipt.class);
      assertThat(message.topic())
          .isEqualTo("mw/v1/" + MINE + "/" + receipt.gateway() + "/receipt/kept");
      all.add(receipt.gateway() + " " + receipt.session() + " " + receipt.through());
    }
    return all;
  }

  @Test
  void nothingIsToldBeforeItsCheckpointHasCompleted() throws Exception {
    take("g1", "s1", 0);
    assertThat(handedOut()).isEmpty();
    desk.snapshot(1, NOW);
    take("g1", "s1", 1);
    assertThat(handedOut()).isEmpty();
    desk.completed(1);

    assertThat(handedOut()).containsExactly("g1 s1 0");
    assertThat(handedOut()).as("once").isEmpty();
  }

  @Test
  void aCheckpointThatFailedLeavesItsReceiptsToTheNext() throws Exception {
    take("g1", "s1", 0);
    desk.snapshot(1, NOW);
    take("g2", "s1", 0);
    desk.snapshot(2, NOW);
    desk.completed(2);

    assertThat(handedOut()).containsExactlyInAnyOrder("g1 s1 0", "g2 s1 0");
  }

  @Test
  void ofSeveralCheckpointsTheNewestReceiptIsTold() throws Exception {
    for (int i = 0; i < 3; i++) {
      take("g1", "s1", i);
      desk.snapshot(i, NOW);
      desk.completed(i);
    }

    assertThat(handedOut()).containsExactly("g1 s1 2");
  }

  @Test
  void manyFailedCheckpointsLoseNothingAndAreNotKeptApart() throws Exception {
    take("g1", "s1", 0);
    for (int i = 1; i <= 100; i++) {
      desk.snapshot(i, NOW);
    }
    take("g1", "s1", 1);
    desk.snapshot(101, NOW);
    desk.completed(100 - ReceiptDesk.MOST_PENDING);
    assertThat(handedOut()).isEmpty();
    desk.completed(100);
    assertThat(handedOut()).containsExactly("g1 s1 0");
    desk.completed(101);

    assertThat(handedOut()).containsExactly("g1 s1 1");
  }

  @Test
  void onlyWhoSentSomethingIsAnsweredAndADoubleIsSomething() throws Exception {
    take("g1", "s1", 0);
    take("g2", "s1", 0);
    desk.snapshot(1, NOW);
    desk.completed(1);
    assertThat(handedOut()).hasSize(2);
    take("g2", "s1", 0);
    desk.snapshot(2, NOW);
    desk.completed(2);

    assertThat(handedOut()).containsExactly("g2 s1 0");
  }

  @Test
  void theRunningSessionHasTheLastWordBecauseThatIsRetained() throws Exception {
    take("g1", "s1", 0);
    take("g1", "s2", 0);
    take("g1", "s1", 1);
    desk.snapshot(1, NOW);
    desk.completed(1);

    assertThat(handedOut()).containsExactly("g1 s1 1", "g1 s2 0");
  }
}
