package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.LeaseRows;
import io.minewatch.alerting.journal.LeaseRows.Lease;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of several instances is connected to the broker: two with one client id would push each
 * other off the line for ever. The others serve the API and run due steps all the same. A round is
 * a plain method, worked by one thread.
 */
public final class Lead {
  private static final String NAME = "broker";
  private static final Logger LOG = LoggerFactory.getLogger(Lead.class);
  private final Store store;
  private final String self;
  private final Duration patience;
  private final LongSupplier nanos;
  private boolean leading;
  private @Nullable Lease seen;
  private long seenAt;

  /**
   * Makes one.
   *
   * @param self tells this instance from all others, also from itself before a restart
   * @param patience how long the beat of another may stand still; zero where no other can be
   * @param nanos a clock that only goes on, in nanoseconds
   */
  public Lead(Store store, String self, Duration patience, LongSupplier nanos) {
    this.store = store;
    this.self = self;
    this.patience = patience;
    this.nanos = nanos;
  }

  /** Answers whether this instance leads now. While the database fails it stays what it was. */
  public boolean round() {
    if (patience.isZero()) {
      return true; // nobody else can have the database open
    }
    boolean before = leading;
    LeaseRows leases = store.leases();
    leading = store.database().write(() -> leading ? leases.beat(NAME, self) : takes(leases));
    if (leading != before) {
      LOG.info("this instance {} the line to the broker", leading ? "takes" : "has lost");
    }
    return leading;
  }

  private boolean takes(LeaseRows leases) {
    Lease lease = leases.find(NAME);
    if (lease == null) {
      return leases.take(NAME, self);
    }
    if (!lease.equals(seen)) {
      seen = lease;
      seenAt = nanos.getAsLong();
    }
    boolean still = nanos.getAsLong() - seenAt >= patience.toNanos();
    return still && leases.takeOver(NAME, lease, self);
  }

  /**
   * Gives the lead back, so that another takes it at once; else it is taken over a little later.
   */
  public void close() {
    if (!leading) {
      return;
    }
    leading = false;
    try {
      store
          .database()
          .write(
              () -> {
                store.leases().giveBack(NAME, self);
                return true;
              });
    } catch (RuntimeException e) {
      LOG.warn("the lead could not be given back: {}", e.getMessage());
    }
  }
}
