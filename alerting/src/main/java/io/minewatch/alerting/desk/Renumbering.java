package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.journal.LedgerRows.Kind;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.OrderBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the numbers of plans and order books past those that a restored database does not know of.
 *
 * <p>Broker and judge job have lived on after the backup. They know versions that the database does
 * not, and pass over everything that is not newer: a stricter limit or a new order would not be
 * heard. So all is put out once more under the seconds of the restoring since 1970. No version that
 * was ever given is that high, for one change a second for years would be needed, and a later
 * restoring is higher still. It also is the least number from then on, for a mine whose first plan
 * or order is not in the backup has no number here and may have one there; and each mine of the
 * backup gets an order book, if an empty one, for it may have orders since that stand open there.
 */
public final class Renumbering {
  private Renumbering() {}

  /**
   * What was put out again.
   *
   * @param from the first number
   */
  public record Done(long from, int plans, int orderBooks, int openOrders) {}

  /**
   * Puts out everything again, in one transaction, with a row of the ledger that says so.
   *
   * @param head the ledger as it was restored
   */
  public static Done after(LedgerRows.Head head, Store store, Clock clock) {
    return store.database().write(() -> write(head, store, clock));
  }

  private static Done write(LedgerRows.Head head, Store store, Clock clock) {
    Instant now = clock.instant();
    // The clock of this machine may be behind that of an earlier restoring.
    long from = Math.max(now.getEpochSecond(), store.outbox().floor() + 1);
    List<Plan> plans = store.outbox().plans();
    List<OrderBook> books = books(plans, store);
    store.outbox().raiseFloor(from);
    Map<String, Object> what = Map.of("row", head.seq(), "hash", head.hash(), "from", from);
    store
        .ledger()
        .append(
            List.of(
                new Entry(
                    0,
                    now.toString(),
                    "",
                    Kind.RESTORE.name(),
                    "",
                    0,
                    LedgerRows.SYSTEM,
                    "Restored",
                    Canonical.json(what))));
    RegistryBook book = new RegistryBook(store, clock);
    plans.forEach(book::again);
    int open = 0;
    for (OrderBook each : books) {
      open += each.open().size();
      store
          .outbox()
          .orderBook(
              Topic.of(Topic.Kind.ORDERS, each.mine()).toString(),
              new OrderBook(each.mine(), store.outbox().next(each.version()), each.open()));
    }
    return new Done(from, plans.size(), books.size(), open);
  }

  /** Those that were put out last, and an empty one for each other mine. */
  private static List<OrderBook> books(List<Plan> plans, Store store) {
    Map<String, OrderBook> books = new TreeMap<>();
    plans.forEach(plan -> books.put(plan.mine().value(), new OrderBook(plan.mine(), 0, List.of())));
    store
        .registry()
        .heads()
        .keySet()
        .forEach(mine -> books.put(mine, new OrderBook(new MineCode(mine), 0, List.of())));
    store.outbox().orderBooks().forEach(book -> books.put(book.mine().value(), book));
    return List.copyOf(books.values());
  }
}
