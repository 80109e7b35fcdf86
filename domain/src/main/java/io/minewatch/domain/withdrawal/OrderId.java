package io.minewatch.domain.withdrawal;

import io.minewatch.domain.reading.Name;

/** Names one order to withdraw. */
public record OrderId(String value) implements Comparable<OrderId> {
  public OrderId {
    Name.require("an order id", value);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
