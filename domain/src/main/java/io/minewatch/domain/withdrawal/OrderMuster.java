package io.minewatch.domain.withdrawal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The muster of one open order.
 *
 * <p>Outside is another place for the grades that allow one, and out of the mine for {@link
 * Grade#SURFACE}. Who went to another place underground and is not heard there remains.
 *
 * @param listed how many people were inside at or after the order's {@code insideSince}, those
 *     underground whose place is unknown included
 * @param remaining those of them not yet seen outside, worst first
 * @param emptiedAt when the position was made by which the last of them was seen outside, by our
 *     clock; null while anyone remains, and null when nobody was ever inside
 * @param provenAt how old the proof is that nobody remains, by our clock: of the positions it rests
 *     on the oldest one, each dated by the earlier of its measured time and the time at which it
 *     reached us, where a clock that is known to be behind is put right. It rests on the newest
 *     position of the mine and on the last one of everybody listed who is elsewhere underground.
 *     Null while anyone remains, and while one of these is not newer than the order
 */
public record OrderMuster(
    OrderId order,
    int listed,
    List<Remaining> remaining,
    @Nullable Instant emptiedAt,
    @Nullable Instant provenAt) {
  public OrderMuster {
    Objects.requireNonNull(order, "order");
    remaining = List.copyOf(remaining);
    if (listed < remaining.size()) {
      throw new IllegalArgumentException(
          "order " + order + ": " + remaining.size() + " remain of " + listed);
    }
    if ((emptiedAt != null || provenAt != null) && !remaining.isEmpty()) {
      throw new IllegalArgumentException("order " + order + " is not empty");
    }
  }
}
