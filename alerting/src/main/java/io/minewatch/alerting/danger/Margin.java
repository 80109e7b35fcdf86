package io.minewatch.alerting.danger;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Time to danger against time to empty. What is not known is null, never a figure of ours.
 *
 * @param toDanger until the next level by the trend that is shown; null when none is
 * @param toEmptyMedian how long this mine's own withdrawals took, drills included
 * @param toEmptyNinetieth in nine of ten of them it took no longer
 * @param withdrawals how many they were
 */
public record Margin(
    @Nullable Duration toDanger,
    @Nullable Duration toEmptyMedian,
    @Nullable Duration toEmptyNinetieth,
    int withdrawals) {
  /** From all known withdrawals of the mine. */
  public static Margin of(@Nullable Duration toDanger, List<Duration> took) {
    return new Margin(
        toDanger, Spread.of(took, Spread.MEDIAN), Spread.of(took, Spread.NINETIETH), took.size());
  }

  /** What is left when nine of ten withdrawals would be over; null when a part is not known. */
  public @Nullable Duration left() {
    return toDanger == null || toEmptyNinetieth == null ? null : toDanger.minus(toEmptyNinetieth);
  }
}
