package io.minewatch.ingest.station;

import static io.minewatch.ingest.ModelPlan.MINE;
import static io.minewatch.ingest.ModelPlan.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Receipt;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a simulated gateway does with receipts. */
class ReceiptsTest extends StationByHand {
  @Test
  void whatAReceiptMissesIsSentAgainAndWhatBothCoverIsForgotten() {
    deliverPlan();
    run(31); // seven messages, 0 to 6
    links.sent.clear();
    receipt(Topic.Kind.RECEIPT_JUDGED, 6, new Receipt.Gap(0, 1));
    receipt(Topic.Kind.RECEIPT_KEPT, 6);
    run(1);

    List<Outgoing> again = links.to("/gw-gas/readings");
    assertThat(again).extracting(Outgoing::sequence).containsExactly(0L, 1L);
    assertThat(again).allMatch(m -> m.lane() == Lane.BACKFILL);

    receipt(Topic.Kind.RECEIPT_JUDGED, 6); // now both cover all
    run(20);
    links.sent.clear();
    receipt(Topic.Kind.RECEIPT_KEPT, 6, new Receipt.Gap(3, 3)); // of an archive without memory
    run(1);
    assertThat(links.to("/gw-gas/readings")).noneMatch(m -> m.lane() == Lane.BACKFILL);
  }

  @Test
  void aMessageThatWasSentJustNowIsNotSentAgain() {
    deliverPlan();
    run(31);
    links.sent.clear();
    receipt(Topic.Kind.RECEIPT_JUDGED, 6, new Receipt.Gap(5, 5));
    run(1);

    assertThat(links.to("/gw-gas/readings")).isEmpty();
  }

  private void receipt(Topic.Kind kind, long through, Receipt.Gap... gaps) {
    GatewayId gas = new GatewayId("gw-gas");
    Receipt receipt = new Receipt(MINE, gas, START.toString(), through, List.of(gaps), clock.now);
    links.deliver(Topic.of(kind, MINE, gas).toString(), Messages.write(receipt));
  }
}
