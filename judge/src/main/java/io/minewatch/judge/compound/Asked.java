package io.minewatch.judge.compound;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Terms;
import java.util.HashSet;
import java.util.Set;

/**
 * One condition of a mine's own, made ready once.
 *
 * @param number its place among the conditions of the plan, from 0
 * @param values the points whose values it knows
 */
record Asked(
    int number,
    CompoundRule rule,
    Set<PointId> values,
    Expression expression,
    Terms terms,
    About about) {
  static Asked of(int number, CompoundRule rule, Expression expression) {
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
    return new Asked(number, rule, values, expression, terms, about);
  }

  Subject subject() {
    return about.subject();
  }
}
