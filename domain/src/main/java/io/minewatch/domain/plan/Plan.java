package io.minewatch.domain.plan;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Everything needed to judge one mine, resolved by {@code alerting} and published retained. Refuses
 * a plan that refers to what it does not hold.
 *
 * @param name of the mine, in Chinese
 * @param nameEnglish of the mine, in English
 * @param version grows with every change; each finding names the version it was judged by
 * @param effectiveFrom measured time from which it applies
 * @param tagPeriod how often a person's card is expected to be seen
 * @param limits the effective limit rules that the points refer to
 * @param silence when a point or a card counts as dark
 */
public record Plan(
    MineCode mine,
    String name,
    String nameEnglish,
    long version,
    Instant effectiveFrom,
    Duration tagPeriod,
    List<ZonePlan> zones,
    List<PointPlan> points,
    List<LimitRule> limits,
    SilenceRule silence) {
  public Plan {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(effectiveFrom, "effectiveFrom");
    Objects.requireNonNull(silence, "silence");
    zones = List.copyOf(zones);
    points = List.copyOf(points);
    limits = List.copyOf(limits);
    if (version < 1) {
      throw new IllegalArgumentException("a plan's version starts at 1, was " + version);
    }
    if (tagPeriod.isNegative() || tagPeriod.isZero()) {
      throw new IllegalArgumentException("a plan needs a tag period, was " + tagPeriod);
    }
    checkZones(mine, zones);
    checkPoints(mine, zones, points, limits);
  }

  /** Whether this is a zone of the plan where people count as out. */
  public boolean isSurface(ZoneId zone) {
    return zones.stream().anyMatch(each -> each.id().equals(zone) && !each.underground());
  }

  private static void checkZones(MineCode mine, List<ZonePlan> zones) {
    Set<ZoneId> known = zoneIds(zones);
    if (known.size() < zones.size()) {
      throw new IllegalArgumentException("plan of " + mine + " holds a zone twice");
    }
    for (ZonePlan zone : zones) {
      if (!known.containsAll(zone.neighbours())) {
        throw new IllegalArgumentException(
            "plan of " + mine + ": zone " + zone.id() + " has a neighbour that is no zone");
      }
    }
  }

  private static void checkPoints(
      MineCode mine, List<ZonePlan> zones, List<PointPlan> points, List<LimitRule> limits) {
    Set<ZoneId> knownZones = zoneIds(zones);
    Map<String, LimitRule> knownLimits = new HashMap<>();
    limits.forEach(limit -> knownLimits.put(limit.id(), limit));
    Set<PointId> seen = new HashSet<>();
    for (PointPlan point : points) {
      if (!seen.add(point.id())) {
        throw new IllegalArgumentException(
            "plan of " + mine + " holds point " + point.id() + " twice");
      }
      if (!knownZones.contains(point.zone())) {
        throw new IllegalArgumentException(
            "plan of " + mine + ": point " + point.id() + " is in no known zone: " + point.zone());
      }
      for (String id : point.limits()) {
        LimitRule limit = knownLimits.get(id);
        if (limit == null || limit.measure() != point.measure()) {
          throw new IllegalArgumentException(
              "plan of " + mine + ": point " + point.id() + " has no fitting limit rule " + id);
        }
      }
    }
  }

  private static Set<ZoneId> zoneIds(List<ZonePlan> zones) {
    Set<ZoneId> ids = new HashSet<>();
    zones.forEach(zone -> ids.add(zone.id()));
    return ids;
  }
}
