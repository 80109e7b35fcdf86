package io.minewatch.judge.compound;

import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The conditions of one plan, compiled once and shared by every copy of its memory. */
public final class Compounds {
  private final List<CompoundRule> rules;
  private final Map<String, Expression> expressions = new HashMap<>();
  private final Map<PointId, Measure> measures = new HashMap<>();

  /** By rule of the plan: the points that it judges. */
  private final Map<String, Set<PointId>> judged = new HashMap<>();

  private final Map<PointId, List<CompoundRule>> byPoint = new HashMap<>();
  private final Map<String, List<CompoundRule>> asking = new HashMap<>();

  /**
   * Those of a plan.
   *
   * @throws IllegalArgumentException when one cannot be compiled
   */
  public Compounds(Plan plan) {
    rules = plan.rulesOf(CompoundRule.class);
    if (rules.isEmpty()) {
      return;
    }
    for (Rule rule : plan.rules()) {
      judged.computeIfAbsent(rule.id(), id -> new HashSet<>()).addAll(rule.points());
    }
    for (PointPlan point : plan.points()) {
      measures.put(point.id(), point.measure());
      point
          .rules()
          .forEach(id -> judged.computeIfAbsent(id, of -> new HashSet<>()).add(point.id()));
    }
    for (CompoundRule rule : rules) {
      expressions.put(rule.id(), Expression.of(rule, measures::get));
      Set<PointId> points = new HashSet<>();
      for (Operand operand : rule.operands()) {
        points.addAll(seenBy(operand));
        if (!operand.isValue()) {
          asking.computeIfAbsent(operand.rule(), id -> new ArrayList<>()).add(rule);
        }
      }
      points.forEach(id -> byPoint.computeIfAbsent(id, of -> new ArrayList<>()).add(rule));
    }
  }

  List<CompoundRule> rules() {
    return rules;
  }

  Expression expression(CompoundRule rule) {
    return Objects.requireNonNull(expressions.get(rule.id()));
  }

  boolean isSwitch(PointId point) {
    return measures.get(point) == Measure.SWITCH;
  }

  /** The points through which an operand is seen; none for a rule that is about no points. */
  Set<PointId> seenBy(Operand operand) {
    PointId point = operand.point();
    return point == null ? judged.getOrDefault(operand.rule(), Set.of()) : Set.of(point);
  }

  /** All points that are looked at. */
  Set<PointId> points() {
    return byPoint.keySet();
  }

  /** The conditions that look at a point. */
  List<CompoundRule> by(PointId point) {
    return byPoint.getOrDefault(point, List.of());
  }

  /** The conditions that ask for findings of a rule. */
  List<CompoundRule> asking(String rule) {
    return asking.getOrDefault(rule, List.of());
  }
}
