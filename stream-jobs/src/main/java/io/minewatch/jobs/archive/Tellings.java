package io.minewatch.jobs.archive;

import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.jobs.receipt.ReceiptDesk;
import io.minewatch.judge.feed.Gateways;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;

/** What leaves once a checkpoint holds it: receipts for the gateways, and the data roots. */
final class Tellings {
  private final ReceiptDesk receipts = new ReceiptDesk(Topic.Kind.RECEIPT_KEPT);
  private final Sums sums;

  Tellings(Sums sums) {
    this.sums = sums;
  }

  /** Takes note of what is newest of the mine at hand; to be called after each message. */
  void touched(String mine, Gateways gateways) throws IOException {
    receipts.touched(mine, gateways);
    sums.touched(mine);
  }

  void snapshot(long checkpoint, long millis) {
    Instant at = Instant.ofEpochMilli(millis);
    receipts.snapshot(checkpoint, at);
    sums.snapshot(checkpoint, at);
  }

  void completed(long checkpoint) {
    receipts.completed(checkpoint);
    sums.completed(checkpoint);
  }

  void handOut(String mine, Consumer<Outgoing> to) {
    receipts.handOut(mine, to);
    sums.handOut(mine, to);
  }
}
