package io.minewatch.domain.plan;

import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.reading.PointId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Operands that can never be true: what is asked of a rule that is not there, or that finds nothing
 * about what it is asked of, would look as if all were well. A plan that holds one is refused where
 * it is made and where it would take the place of another; one that is kept already, or that comes
 * where there is none, holds, and the condition is shown as not judged.
 */
public final class NeverTrue {
  private final Map<String, Rule> known = new HashMap<>();

  /** By rule: the points that it judges. */
  private final Map<String, Set<PointId>> judged = new HashMap<>();

  private final Set<PointId> points = new HashSet<>();

  private NeverTrue(List<PointPlan> points, List<Rule> rules) {
    for (Rule rule : rules) {
      known.put(rule.id(), rule);
      judged.computeIfAbsent(rule.id(), id -> new HashSet<>()).addAll(rule.points());
    }
    for (PointPlan point : points) {
      this.points.add(point.id());
      point.rules().forEach(id -> judges(id, point.id()));
    }
  }

  private void judges(String rule, PointId point) {
    judged.computeIfAbsent(rule, id -> new HashSet<>()).add(point);
  }

  /**
   * Refuses a plan that holds such an operand.
   *
   * @throws IllegalArgumentException naming rule, operand and reason
   */
  public static void refuse(Plan plan) {
    of(plan)
        .forEach(
            (rule, why) -> {
              throw new IllegalArgumentException(
                  "plan of " + plan.mine() + ": rule " + rule + ", " + why);
            });
  }

  /** Why conditions of a plan cannot be judged, by the id of the rule. */
  public static Map<String, String> of(Plan plan) {
    Map<String, String> all = new TreeMap<>();
    List<CompoundRule> compounds = plan.rulesOf(CompoundRule.class);
    if (!compounds.isEmpty()) {
      NeverTrue operands = new NeverTrue(plan.points(), plan.rules());
      for (CompoundRule compound : compounds) {
        for (Operand operand : compound.operands()) {
          String why = operands.why(operand);
          if (why != null) {
            all.putIfAbsent(
                compound.id(), "operand " + operand.name() + " can never be true: " + why);
          }
        }
      }
    }
    return all;
  }

  private @Nullable String why(Operand operand) {
    PointId point = operand.point();
    if (point != null && !points.contains(point)) {
      return "there is no point " + point;
    }
    if (operand.isValue()) {
      return null;
    }
    Rule asked = known.get(operand.rule());
    if (asked == null) {
      return "there is no rule " + operand.rule();
    }
    if (point == null) {
      return nothing(asked);
    }
    return findsOf(asked, point) ? null : "rule " + asked.id() + " finds nothing of point " + point;
  }

  /** Why a rule finds nothing at all, or null. */
  private @Nullable String nothing(Rule asked) {
    if (asked instanceof CompoundRule) {
      return "rule " + asked.id() + " is itself a condition over others";
    }
    if (asked instanceof SilenceRule) {
      return "rule " + asked.id() + " says when a point is dark, and finds nothing";
    }
    return isOfPoints(asked) && judged(asked).isEmpty()
        ? "no point is judged by rule " + asked.id()
        : null;
  }

  /** Whether a finding of a rule can be about a point; of many rules it is about something else. */
  private boolean findsOf(Rule asked, PointId point) {
    if (asked instanceof OutageRule outage) {
      return switch (outage.of()) {
        case LINE, MISSING, UNSEEN -> true;
        case NETWORK, SUBSTATION -> false;
      };
    }
    boolean names =
        asked instanceof LevelRule || asked instanceof RainRule || asked instanceof PondRule;
    return (names || isOfPoints(asked)) && judged(asked).contains(point);
  }

  /** Whether it is points that refer to a rule, and its findings are about them. */
  private static boolean isOfPoints(Rule rule) {
    return rule instanceof LimitRule
        || rule instanceof PointRule
        || rule instanceof SlopeRule
        || rule instanceof VelocityRule;
  }

  private Set<PointId> judged(Rule rule) {
    return judged.getOrDefault(rule.id(), Set.of());
  }
}
