package io.minewatch.alerting.app;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.OutboxPublisher;
import io.minewatch.alerting.desk.Lead;

/** Our line to the broker: taken while this instance leads, and then the outbox is published. */
final class Line {
  private final Lead lead;
  private final Bus bus;
  private final OutboxPublisher outbox;
  private volatile boolean leading;

  Line(Lead lead, Bus bus, OutboxPublisher outbox) {
    this.lead = lead;
    this.bus = bus;
    this.outbox = outbox;
  }

  /** Looks who leads. */
  void look() {
    leading = lead.round();
    if (leading) {
      bus.lead();
    } else {
      bus.follow();
    }
  }

  boolean isLeading() {
    return leading;
  }

  /** Publishes what waits, as the one who leads. */
  void publish() throws InterruptedException {
    if (leading) {
      outbox.round();
    }
  }
}
