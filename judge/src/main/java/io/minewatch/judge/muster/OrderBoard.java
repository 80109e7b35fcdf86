package io.minewatch.judge.muster;

import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.judge.tape.Tape;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The open orders of one mine. A book that is not newer than the one known changes nothing; an
 * order that is not in a newer book is lifted and forgotten; an order that was changed begins anew.
 */
public final class OrderBoard {
  private final TreeMap<OrderId, OrderWatch> open = new TreeMap<>();
  private long version = -1;

  /** Takes a book; tells whether it was newer. */
  public boolean onBook(OrderBook book, People people) {
    if (book.version() <= version) {
      return false;
    }
    version = book.version();
    Map<OrderId, OrderWatch> before = new TreeMap<>(open);
    open.clear();
    for (Order order : book.open()) {
      OrderWatch known = before.get(order.id());
      if (known == null || !known.order().equals(order)) {
        known = new OrderWatch(order);
        known.begin(people);
      }
      open.put(order.id(), known);
    }
    return true;
  }

  /** Takes the change of place of one card; tells whether an open order is concerned. */
  public boolean onMove(String card, People people) {
    Person person = people.of(card);
    boolean concerned = false;
    if (person != null) {
      for (OrderWatch watch : open.values()) {
        concerned |= watch.onMove(person);
      }
    }
    return concerned;
  }

  Collection<OrderWatch> open() {
    return open.values();
  }

  /** Version of the book, -1 before the first. */
  public long version() {
    return version;
  }

  /** Saves or brings back all open orders. */
  public void pass(Tape tape) {
    version = tape.whole(version);
    var passed = tape.list(open.values(), watch -> watch.record(tape), OrderWatch::play);
    if (tape.isPlaying()) {
      open.clear();
      passed.forEach(watch -> open.put(watch.order().id(), watch));
    }
  }
}
