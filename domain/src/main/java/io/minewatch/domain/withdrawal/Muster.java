package io.minewatch.domain.withdrawal;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Head counts of one mine. Sent on every change that concerns an open order, and every few seconds.
 *
 * @param at when it was counted
 * @param lastFix when the newest position of this mine is from, by our clock: the earlier of its
 *     measured time and the time at which it reached us; null when there never was one: then a
 *     count of zero proves nothing
 * @param orderBook version of the order book it was counted for
 * @param unplaced people underground who are in none of these zones: never seen in one, or it is no
 *     longer in the plan
 */
public record Muster(
    MineCode mine,
    Instant at,
    @Nullable Instant lastFix,
    long orderBook,
    List<ZoneCount> zones,
    int unplaced,
    List<OrderMuster> orders) {
  /**
   * People in one zone.
   *
   * @param people all of them, silent tags included
   * @param silent of these, not heard for longer than the silence rule allows
   */
  public record ZoneCount(ZoneId zone, int people, int silent) {
    public ZoneCount {
      Objects.requireNonNull(zone, "zone");
    }
  }

  public Muster {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(at, "at");
    zones = List.copyOf(zones);
    orders = List.copyOf(orders);
    if (unplaced < 0) {
      throw new IllegalArgumentException("nobody or more are unplaced, was " + unplaced);
    }
  }
}
