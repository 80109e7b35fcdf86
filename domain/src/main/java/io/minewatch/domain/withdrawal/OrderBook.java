package io.minewatch.domain.withdrawal;

import io.minewatch.domain.reading.MineCode;
import java.util.List;
import java.util.Objects;

/**
 * All open orders of one mine: the retained message on its orders topic. An order that is not in
 * the book is lifted.
 *
 * @param version grows with every change; an older book met later is ignored
 */
public record OrderBook(MineCode mine, long version, List<Order> open) {
  public OrderBook {
    Objects.requireNonNull(mine, "mine");
    open = List.copyOf(open);
  }
}
