package io.minewatch.judge.compound;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.plan.NeverTrue;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The conditions of one plan, compiled once and shared by every copy of its memory. */
public final class Compounds {
  private final List<Asked> all = new ArrayList<>();
  private final Map<PointId, Measure> measures = new HashMap<>();

  /** By rule that is asked for anywhere: the points that it judges. */
  private final Map<String, Set<PointId>> judged = new HashMap<>();

  /** By point: the rules asked for anywhere that judge it. */
  private final Map<PointId, List<String>> anywhere = new HashMap<>();

  private final Map<PointId, List<Asked>> byPoint = new HashMap<>();
  private final Map<String, List<Asked>> asking = new HashMap<>();
  private final List<Asked> byTime = new ArrayList<>();
  private final BitSet timed = new BitSet();
  private final Map<String, String> notJudged = new TreeMap<>();

  /** Those of a plan. */
  public Compounds(Plan plan) {
    List<CompoundRule> rules = plan.rulesOf(CompoundRule.class);
    if (rules.isEmpty()) {
      return;
    }
    plan.points().forEach(point -> measures.put(point.id(), point.measure()));
    for (CompoundRule rule : rules) {
      for (Operand operand : rule.operands()) {
        if (operand.point() == null) {
          judged.computeIfAbsent(operand.rule(), id -> new HashSet<>());
        }
      }
    }
    for (Rule rule : plan.rules()) {
      rule.points().forEach(point -> judges(rule.id(), point));
    }
    for (PointPlan point : plan.points()) {
      point.rules().forEach(id -> judges(id, point.id()));
    }
    Map<String, String> never = NeverTrue.of(plan);
    for (CompoundRule rule : rules) {
      Asked asked = Asked.of(all.size(), rule, never.get(rule.id()), measures);
      all.add(asked);
      rule.operands().forEach(operand -> lay(operand, asked));
      if (rule.operands().stream().allMatch(this::isOfNoPoint)) {
        byTime.add(asked);
        timed.set(asked.number());
      }
      if (!asked.why().isEmpty()) {
        notJudged.put(rule.id(), asked.why());
      }
    }
  }

  private boolean isOfNoPoint(Operand operand) {
    return operand.point() == null && judged(operand.rule()).isEmpty();
  }

  private void judges(String rule, PointId point) {
    Set<PointId> points = judged.get(rule);
    if (points != null && points.add(point)) {
      anywhere.computeIfAbsent(point, id -> new ArrayList<>()).add(rule);
    }
  }

  private void lay(Operand operand, Asked asked) {
    PointId point = operand.point();
    if (!operand.isValue()) {
      add(asking.computeIfAbsent(operand.rule(), id -> new ArrayList<>()), asked);
    }
    Set<PointId> points = point == null ? judged(operand.rule()) : Set.of(point);
    points.forEach(id -> add(byPoint.computeIfAbsent(id, of -> new ArrayList<>()), asked));
  }

  /** The operands of one condition come one after the other. */
  private static void add(List<Asked> to, Asked asked) {
    if (to.isEmpty() || to.get(to.size() - 1).number() != asked.number()) {
      to.add(asked);
    }
  }

  List<Asked> all() {
    return all;
  }

  /** Those that no reading can end, because nothing that they ask for is about points. */
  List<Asked> byTime() {
    return byTime;
  }

  boolean isByTime(Asked asked) {
    return timed.get(asked.number());
  }

  /**
   * The rules that cannot be judged, and why. A plan that comes in with one is to be refused; where
   * one is kept already, its condition stays unknown: what is open turns blind.
   */
  public Map<String, String> notJudged() {
    return notJudged;
  }

  boolean has(String rule, Subject subject) {
    return all.stream().anyMatch(of -> of.rule().id().equals(rule) && subject.equals(of.subject()));
  }

  boolean isSwitch(PointId point) {
    return measures.get(point) == Measure.SWITCH;
  }

  /** The rules that are asked for wherever they find something. */
  Set<String> anywhere() {
    return judged.keySet();
  }

  /** Those of them that judge a point. */
  List<String> anywhere(PointId point) {
    return anywhere.getOrDefault(point, List.of());
  }

  /** The points through which such a rule is seen; none for one that is about no points. */
  Set<PointId> judged(String rule) {
    return judged.getOrDefault(rule, Set.of());
  }

  /** All points that are looked at. */
  Set<PointId> points() {
    return byPoint.keySet();
  }

  /** The conditions that look at a point. */
  List<Asked> by(PointId point) {
    return byPoint.getOrDefault(point, List.of());
  }

  /** The conditions that ask for findings of a rule. */
  List<Asked> asking(String rule) {
    return asking.getOrDefault(rule, List.of());
  }
}
