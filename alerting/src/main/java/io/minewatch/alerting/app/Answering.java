package io.minewatch.alerting.app;

import io.minewatch.alerting.bus.Bus;
import io.minewatch.alerting.bus.FindingsTaken;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.domain.wire.Outgoing;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the judge job, and says everything again to a broker that has forgotten: plans and order
 * books, which it should have retained, and the question for findings that nobody answered.
 */
final class Answering {
  /** In rounds after the broker's session began anew. */
  private static final Set<Integer> ASKED_AT = Set.of(0, 10, 60);

  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
  private final FindingsTaken taken;
  private final Bus bus;
  private final Store store;
  private final Mines mines;
  private boolean forgotten;
  private int rounds = Integer.MAX_VALUE;

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
      forgotten = false;
      rounds = 0;
      LOG.info("the broker had no session of ours: plans and orders are published again");
    }
    // The judge job may be back later than we are: a question that nobody heard is asked again.
    if (ASKED_AT.contains(rounds)) {
      taken.ask(mines.all().stream().map(mine -> mine.plan().mine()).toList());
    }
    rounds = rounds == Integer.MAX_VALUE ? rounds : rounds + 1;
    taken.tell(this::offer);
  }

  private void offer(Outgoing message) {
    var unused = bus.offer(message); // a finding whose answer is lost comes again
  }
}
