package io.minewatch.ingest.crew;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open orders as people underground take them. */
final class Orders {
  private final List<Order> open;
  private final Set<ZoneId> closed = new HashSet<>();

  Orders(@Nullable OrderBook book) {
    this.open = book == null ? List.of() : book.open();
    open.forEach(order -> closed.addAll(order.zones()));
  }

  /** Zones that nobody may enter. */
  Set<ZoneId> closed() {
    return closed;
  }

  /** The order that sends people out of this zone, or null. */
  @Nullable Order covering(ZoneId zone) {
    for (Order order : open) {
      if (order.zones().contains(zone)) {
        return order;
      }
    }
    return null;
  }

  /** The order of this id if it is still open, else null: it is lifted. */
  @Nullable Order stillOpen(@Nullable OrderId id) {
    if (id == null) {
      return null;
    }
    for (Order order : open) {
      if (order.id().equals(id)) {
        return order;
      }
    }
    return null;
  }

  /** Whether one who follows this order may stop here. */
  boolean isRefuge(Order order, ZoneId zone, ZoneGraph graph) {
    if (!graph.isUnderground(zone)) {
      return true;
    }
    boolean surface = order.grade() == Grade.SURFACE && !graph.surface().isEmpty();
    return !surface && !closed.contains(zone);
  }
}
