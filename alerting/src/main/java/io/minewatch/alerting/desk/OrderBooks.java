package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderReceipt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order book of a mine: the open orders of all its incidents, put out when they change; and
 * what the systems underground say they did with them.
 */
final class OrderBooks {
  private final Store store;
  private final OpenIncidents openIncidents;

  OrderBooks(Store store, OpenIncidents openIncidents) {
    this.store = store;
    this.openIncidents = openIncidents;
  }

  /** Puts out a new version if the orders of an incident have changed. */
  void publish(Incident before, Incident after, long version) {
    if (orders(before).equals(orders(after))) {
      return;
    }
    List<Order> all = new ArrayList<>(orders(after));
    for (Incident other : openIncidents.all(after.mine())) {
      if (!other.id().equals(after.id())) {
        all.addAll(orders(other));
      }
    }
    store
        .outbox()
        .orderBook(
            Topic.of(Topic.Kind.ORDERS, after.mine()).toString(),
            new OrderBook(after.mine(), version, all));
  }

  /** Keeps what a system says it did with an order. Answers the incident, null if it is no news. */
  static @Nullable String take(Store store, OrderReceipt receipt) {
    for (String id : store.incidents().open(receipt.mine().value())) {
      Incident incident = store.journal().incident(id);
      if (incident != null
          && incident.orders().stream()
              .anyMatch(standing -> standing.order().id().equals(receipt.order()))) {
        return store.receipts().keep(receipt) ? id : null;
      }
    }
    return null;
  }

  private static List<Order> orders(Incident incident) {
    return incident.openOrders().map(Incident.Standing::order).toList();
  }
}
