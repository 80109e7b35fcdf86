package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.InstanceRows;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The other instances on the same database, as this one sees them: one lives whose beat has grown
 * within the patience. Its clock goes on only while it looks: what was not looked at did not stand
 * still. A row that was never seen to grow is what a killed one has left.
 */
final class Peers {
  /** After which the row of one that does not live any more is taken away. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);

  private final InstanceRows rows;
  private final String self;
  private final Duration patience;
  private final LongSupplier nanos;
  private final Map<String, Seen> seen = new HashMap<>();

  /**
   * How one was seen.
   *
   * @param at since when its beat stands there
   * @param grew whether it has ever grown
   */
  private record Seen(long beat, long at, boolean grew) {}

  Peers(InstanceRows rows, String self, Duration patience, LongSupplier nanos) {
    this.rows = rows;
    this.self = self;
    this.patience = patience;
    this.nanos = nanos;
  }

  /** Tells how this one is, and answers whether another lives that is connected. */
  boolean anotherIsConnected(InstanceRows.Line line) {
    rows.tell(self, line);
    long now = nanos.getAsLong();
    boolean connected = false;
    for (InstanceRows.Row row : rows.all()) {
      if (!row.name().equals(self)) {
        Seen each = look(row, now);
        long still = now - each.at();
        connected |=
            each.grew() && still < patience.toNanos() && row.line() == InstanceRows.Line.UP;
        if (still >= FORGOTTEN.toNanos()) {
          rows.remove(row.name());
          seen.remove(row.name());
        }
      }
    }
    return connected;
  }

  private Seen look(InstanceRows.Row row, long now) {
    Seen before = seen.get(row.name());
    if (before != null && before.beat() == row.beat()) {
      return before;
    }
    Seen grown = new Seen(row.beat(), now, before != null);
    seen.put(row.name(), grown);
    return grown;
  }

  /** This one ends. */
  void leave() {
    rows.remove(self);
  }
}
