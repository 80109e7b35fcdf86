package io.minewatch.domain.withdrawal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The muster of one open order.
 *
 * @param listed how many people were inside at or after the order's {@code insideSince}
 * @param remaining those of them not yet seen outside, worst first
 * @param emptiedAt measured time of the position by which the last of them was seen outside; null
 *     while anyone remains, and null when nobody was ever inside
 */
public record OrderMuster(
    OrderId order, int listed, List<Remaining> remaining, @Nullable Instant emptiedAt) {
  public OrderMuster {
    Objects.requireNonNull(order, "order");
    remaining = List.copyOf(remaining);
    if (listed < remaining.size()) {
      throw new IllegalArgumentException(
          "order " + order + ": " + remaining.size() + " remain of " + listed);
    }
    if (emptiedAt != null && !remaining.isEmpty()) {
      throw new IllegalArgumentException("order " + order + " is not empty");
    }
  }
}
