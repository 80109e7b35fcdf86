package io.minewatch.judge.compound;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Terms;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a mine's own, made ready once.
 *
 * @param number its place among the conditions of the plan, from 0
 * @param values the points whose values it knows
 * @param expression null when it cannot be judged
 * @param why it cannot be judged, empty otherwise
 */
record Asked(
    int number,
    CompoundRule rule,
    Set<PointId> values,
    @Nullable Expression expression,
    String why,
    Terms terms,
    About about) {
  static Asked of(
      int number, CompoundRule rule, @Nullable String why, Map<PointId, Measure> measures) {
    Expression expression = null;
    String reason = why;
    if (reason == null) {
      try {
        expression = Expression.of(rule, measures::get);
      } catch (IllegalArgumentException e) {
        reason = String.valueOf(e.getMessage());
      }
    }
    Terms terms =
        new Terms(
            rule.id(),
            Check.COMPOUND,
            Side.HIGH,
            rule.raiseAfter().toMillis(),
            rule.clearAfter().toMillis());
    Subject subject = new Subject(Subject.Kind.CONDITION, rule.subject());
    Set<PointId> values = new HashSet<>();
    for (CompoundRule.Operand operand : rule.operands()) {
      PointId point = operand.point();
      if (operand.isValue() && point != null) {
        values.add(point);
      }
    }
    About about = new About(subject, rule.zone(), null, "");
    return new Asked(number, rule, values, expression, reason == null ? "" : reason, terms, about);
  }

  /** What cannot be judged is not known. */
  Truth judge(Map<String, Object> known) {
    return expression == null ? Truth.UNKNOWN : expression.judge(known);
  }

  Subject subject() {
    return about.subject();
  }
}
