package io.minewatch.domain.plan;

import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to judge one mine, resolved by {@code alerting} and published retained. Refuses
 * a plan that refers to what it does not hold.
 *
 * @param name of the mine, in Chinese
 * @param nameEnglish of the mine, in English
 * @param version grows with every change; each finding names the version it was judged by
 * @param effectiveFrom measured time from which it applies
 * @param status what the mine is declared to do
 * @param tagPeriod how often a person's card is expected to be seen
 * @param rules all effective rules: those that the points refer to, those of the mine as a whole,
 *     and exactly one {@link SilenceRule}, which says when a point or a card counts as dark
 */
public record Plan(
    MineCode mine,
    String name,
    String nameEnglish,
    long version,
    Instant effectiveFrom,
    MineStatus status,
    ShiftPlan shifts,
    Duration tagPeriod,
    List<ZonePlan> zones,
    List<PointPlan> points,
    List<Rule> rules) {
  /** Most points of one mine; the largest have some thousands. Judging counts on it. */
  public static final int MAX_POINTS = 50_000;

  public Plan {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(effectiveFrom, "effectiveFrom");
    // Plans that were kept before these two were told do not say them.
    status = Objects.requireNonNullElse(status, MineStatus.WORKING);
    shifts = Objects.requireNonNullElse(shifts, ShiftPlan.NOT_TOLD);
    zones = List.copyOf(zones);
    points = List.copyOf(points);
    rules = List.copyOf(rules);
    if (version < 1) {
      throw new IllegalArgumentException("a plan's version starts at 1, was " + version);
    }
    if (points.size() > MAX_POINTS) {
      throw new IllegalArgumentException(
          "a plan holds at most " + MAX_POINTS + " points, was " + points.size());
    }
    if (tagPeriod.isNegative() || tagPeriod.isZero()) {
      throw new IllegalArgumentException("a plan needs a tag period, was " + tagPeriod);
    }
    checkZones(mine, zones);
    checkPoints(mine, zones, points, rules);
  }

  /** The same content under another version. */
  public Plan as(long newVersion, Instant from) {
    return new Plan(
        mine, name, nameEnglish, newVersion, from, status, shifts, tagPeriod, zones, points, rules);
  }

  /** The same mine at the same version with other places, points and rules. */
  public Plan with(List<ZonePlan> newZones, List<PointPlan> newPoints, List<Rule> newRules) {
    return new Plan(
        mine,
        name,
        nameEnglish,
        version,
        effectiveFrom,
        status,
        shifts,
        tagPeriod,
        newZones,
        newPoints,
        newRules);
  }

  /** All rules of one kind, in the order of the plan. */
  public <T extends Rule> List<T> rulesOf(Class<T> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The effective limit rules that the points refer to. */
  public List<LimitRule> limits() {
    return rulesOf(LimitRule.class);
  }

  /** When a point or a card counts as dark. */
  public SilenceRule silence() {
    return rulesOf(SilenceRule.class).get(0);
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
      if (!known.containsAll(zone.neighbours()) || !known.containsAll(zone.downwind())) {
        throw new IllegalArgumentException(
            "plan of " + mine + ": zone " + zone.id() + " has a neighbour that is no zone");
      }
    }
  }

  private static void checkPoints(
      MineCode mine, List<ZonePlan> zones, List<PointPlan> points, List<Rule> rules) {
    Set<ZoneId> knownZones = zoneIds(zones);
    Map<String, Rule> known = rules(mine, rules);
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
      for (String id : point.rules()) {
        if (!fits(known.get(id), point)) {
          throw new IllegalArgumentException(
              "plan of " + mine + ": point " + point.id() + " has no fitting rule " + id);
        }
      }
    }
  }

  private static Map<String, Rule> rules(MineCode mine, List<Rule> rules) {
    Map<String, Rule> known = new HashMap<>();
    int silences = 0;
    Set<PeopleRule.Asks> asked = EnumSet.noneOf(PeopleRule.Asks.class);
    Set<OwnAlarm.Kind> own = EnumSet.noneOf(OwnAlarm.Kind.class);
    for (Rule rule : rules) {
      if (rule instanceof PeopleRule people && !asked.add(people.asks())) {
        throw new IllegalArgumentException("plan of " + mine + " asks twice: " + people.asks());
      }
      if (rule instanceof OwnAlarmRule alarm && !own.add(alarm.of())) {
        throw new IllegalArgumentException("plan of " + mine + " has twice: " + alarm.of());
      }
      silences += rule instanceof SilenceRule ? 1 : 0;
      if (known.put(rule.id(), rule) != null) {
        throw new IllegalArgumentException(
            "plan of " + mine + " holds rule " + rule.id() + " twice");
      }
    }
    if (silences != 1) {
      throw new IllegalArgumentException(
          "plan of " + mine + " needs one silence rule, has " + silences);
    }
    return known;
  }

  private static boolean fits(@Nullable Rule rule, PointPlan point) {
    return rule != null
        && (!(rule instanceof LimitRule limit) || limit.measure() == point.measure())
        && (!(rule instanceof PointRule of) || of.fits(point.measure()));
  }

  private static Set<ZoneId> zoneIds(List<ZonePlan> zones) {
    Set<ZoneId> ids = new HashSet<>();
    zones.forEach(zone -> ids.add(zone.id()));
    return ids;
  }
}
