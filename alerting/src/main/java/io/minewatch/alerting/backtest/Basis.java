package io.minewatch.alerting.backtest;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.AppraisalRule;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.domain.plan.VelocityRule;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on: what has to be judged anew to find it again, and for how long before it.
 *
 * @param points whose readings it rests on; null for all of the mine
 * @param people whether it rests on positions
 * @param ahead how much record before the onset is judged first: one after the other is tried, the
 *     shortest first
 * @param neverCame whether it is about what never came
 * @param cannot why it cannot be found again from what is stored, empty where it can
 */
record Basis(
    @Nullable Set<PointId> points,
    boolean people,
    List<Duration> ahead,
    boolean neverCame,
    String cannot) {
  /** Enough for limits, holds and silence. */
  private static final Duration SHORT = Duration.ofMinutes(30);

  /** With the same shift of the day before. */
  private static final Duration DAY = Duration.ofHours(26);

  /** What is learnt of a point fades; after so long nothing of it is left. */
  private static final Duration LEARNT = Duration.ofDays(8);

  /** A slope is judged by its whole course. */
  static final Duration COURSE = Duration.ofDays(400);

  private static final String NO_GATEWAY =
      "which gateway sent what, and when it fell silent, is not stored";

  private static final String NOT_OURS =
      "a system of the mine's own raised it: nothing of it was computed here";

  static Basis of(Plan plan, Finding first) {
    Rule rule = rule(plan, first.rule());
    if (rule == null) {
      return none("the plan of version " + plan.version() + " has no rule " + first.rule());
    }
    if (rule instanceof OwnAlarmRule) {
      return none(NOT_OURS);
    }
    if (first.subject().kind() == Subject.Kind.GATEWAY) {
      return none(NO_GATEWAY);
    }
    if (rule instanceof PeopleRule) {
      return new Basis(Set.of(), true, List.of(SHORT, DAY, Duration.ofDays(2)), false, "");
    }
    if (rule instanceof AppraisalRule) {
      return new Basis(Set.of(), false, List.of(Duration.ZERO), false, "");
    }
    if (rule instanceof OutageRule outage) {
      boolean neverCame = outage.of() == OutageRule.Of.MISSING;
      return new Basis(null, false, List.of(SHORT, DAY), neverCame, "");
    }
    if (rule instanceof FlatRule) {
      return new Basis(
          around(plan, first), true, List.of(SHORT, DAY, Duration.ofDays(2)), false, "");
    }
    if (rule instanceof CompoundRule compound) {
      String cannot = unstored(plan, compound);
      return !cannot.isEmpty()
          ? none(cannot)
          : new Basis(null, true, List.of(SHORT, DAY, Duration.ofDays(2)), false, "");
    }
    boolean people = rule instanceof InterlockRule;
    return new Basis(points(plan, rule, first), people, ahead(plan, rule), false, "");
  }

  /** Why a mine's own condition cannot be found again, empty where it can. */
  private static String unstored(Plan plan, CompoundRule compound) {
    for (CompoundRule.Operand operand : compound.operands()) {
      Rule asked = rule(plan, operand.rule());
      if (asked instanceof OwnAlarmRule) {
        return "it asks for " + operand.rule() + ": " + NOT_OURS;
      }
      if (asked instanceof OutageRule outage && outage.of() == OutageRule.Of.NETWORK) {
        return "it asks for " + operand.rule() + ": " + NO_GATEWAY;
      }
    }
    return "";
  }

  private static Basis none(String why) {
    return new Basis(Set.of(), false, List.of(), false, why);
  }

  private static @Nullable Rule rule(Plan plan, String id) {
    return plan.rules().stream().filter(rule -> rule.id().equals(id)).findAny().orElse(null);
  }

  private static Set<PointId> points(Plan plan, Rule rule, Finding first) {
    Set<PointId> points = new HashSet<>(rule.points());
    if (first.subject().kind() == Subject.Kind.POINT) {
      plan.points().stream()
          .map(PointPlan::id)
          .filter(id -> first.subject().equals(Subject.of(id)))
          .forEach(points::add);
    }
    return points;
  }

  /** A sensor is flat by what moves where it is and beside it. */
  private static Set<PointId> around(Plan plan, Finding first) {
    Set<ZoneId> zones = new HashSet<>();
    for (ZonePlan zone : plan.zones()) {
      if (zone.id().equals(first.zone())) {
        zones.add(zone.id());
        zones.addAll(zone.neighbours());
      }
    }
    return plan.points().stream()
        .filter(point -> zones.contains(point.zone()))
        .map(PointPlan::id)
        .collect(Collectors.toSet());
  }

  /** How much of the past a rule remembers at most; a slope and its velocities the whole course. */
  static Duration remembers(Rule rule) {
    if (rule instanceof SlopeRule || rule instanceof VelocityRule) {
      return COURSE;
    } else if (rule instanceof TrendRule || rule instanceof PlausibleRule) {
      return LEARNT;
    } else if (rule instanceof ChangeRule change) {
      return DAY.plus(DAY).plus(change.rebaseAfter());
    } else if (rule instanceof RainRule rain) {
      return rain.within().multipliedBy(2);
    }
    return DAY;
  }

  private static List<Duration> ahead(Plan plan, Rule rule) {
    Duration longest = remembers(rule);
    if (longest.equals(DAY) && isLearning(plan)) {
      // A gate before it may have kept readings back, by what it had learnt.
      longest = LEARNT;
    }
    return Stream.of(SHORT, DAY, longest).distinct().sorted().toList();
  }

  private static boolean isLearning(Plan plan) {
    return plan.rules().stream().anyMatch(PlausibleRule.class::isInstance);
  }

  /** From when on it went, as far as the record is concerned. */
  Instant from(Finding first) {
    // What never came has no reading: its onset is when the plan began to ask for it.
    boolean judged = neverCame || first.judged().isBefore(first.onset());
    return judged ? first.judged() : first.onset();
  }

  /** Whether readings of a point belong to it. */
  boolean has(PointId point) {
    return points == null || points.contains(point);
  }
}
