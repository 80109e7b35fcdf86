package io.minewatch.alerting.app;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.FindingsTaken;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.registry.Mines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the judge job, and says everything again to a broker that has forgotten: plans and order
 * books, which it should have retained, and the question for findings that nobody answered.
 */
final class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
  private final FindingsTaken taken;
  private final Bus bus;
  private final Store store;
  private final Mines mines;
  private boolean forgotten;

  Answering(FindingsTaken taken, Bus bus, Store store, Mines mines) {
    this.taken = taken;
    this.bus = bus;
    this.store = store;
    this.mines = mines;
  }

  /** To be called every second or so, by one thread. */
  void round() {
    forgotten |= bus.wasForgotten();
    if (forgotten) {
      // Stays due while the database fails.
      store
          .database()
          .write(
              () -> {
                store.outbox().sendAllAgain();
                return true;
              });
      taken.ask(mines.all().stream().map(mine -> mine.plan().mine()).toList());
      forgotten = false;
      LOG.info("the broker had no session of ours: plans and orders are published again");
    }
    taken.tell(bus::offer);
  }
}
