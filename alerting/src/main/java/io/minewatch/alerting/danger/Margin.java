package io.minewatch.alerting.danger;

import io.minewatch.domain.feed.Outlook;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Time to danger against time to empty. What is not known is null, never a figure of ours.
 *
 * @param outlook the point in these zones that is first at its next limit, null when no trend of
 *     theirs is shown
 * @param toDanger until then at the earliest, zero when that is over; null without an outlook
 * @param toEmptyMedian how long this mine's own withdrawals took, drills included, where somebody
 *     came out after the order
 * @param toEmptyNinetieth in nine of ten of them it took no longer
 * @param withdrawals how many they were
 * @param left what is left when nine of ten withdrawals would be over, below zero when danger comes
 *     first; null when a part is not known
 */
public record Margin(
    @Nullable Outlook outlook,
    @Nullable Duration toDanger,
    @Nullable Duration toEmptyMedian,
    @Nullable Duration toEmptyNinetieth,
    int withdrawals,
    @Nullable Duration left) {
  /**
   * From all known withdrawals of the mine.
   *
   * @param outlook as {@link #soonest} finds it
   */
  public static Margin of(@Nullable Outlook outlook, List<Duration> took, Instant now) {
    Duration toDanger = outlook == null ? null : until(outlook.earliest(), now);
    Duration ninetieth = Spread.of(took, Spread.NINETIETH);
    return new Margin(
        outlook,
        toDanger,
        Spread.of(took, Spread.MEDIAN),
        ninetieth,
        took.size(),
        toDanger == null || ninetieth == null ? null : toDanger.minus(ninetieth));
  }

  private static Duration until(Instant at, Instant now) {
    return now.isBefore(at) ? Duration.between(now, at) : Duration.ZERO;
  }

  /** Of the points in these zones the one that is first at its next limit; null when none is. */
  public static @Nullable Outlook soonest(List<Outlook> outlooks, Plan plan, Set<ZoneId> zones) {
    Set<Object> points = new HashSet<>();
    plan.points().stream()
        .filter(point -> zones.contains(point.zone()))
        .map(PointPlan::id)
        .forEach(points::add);
    return outlooks.stream()
        .filter(each -> points.contains(each.point()))
        .min(Comparator.comparing(Outlook::earliest))
        .orElse(null);
  }
}
