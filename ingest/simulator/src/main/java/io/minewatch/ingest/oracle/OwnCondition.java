package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.simulator.Tick;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A mine's own condition over values of points (综合条件), said in Java by who wrote the script: the
 * oracle does not read the language of the rule. All operands are values, and all of them are heard
 * in one message.
 *
 * @param holds whether it holds of the newest value of each of its points
 */
public record OwnCondition(CompoundRule rule, Predicate<Map<PointId, Double>> holds) {
  /** Refuses a rule that asks for findings: what stands is not known here. */
  public OwnCondition {
    if (!rule.operands().stream().allMatch(CompoundRule.Operand::isValue)) {
      throw new IllegalArgumentException("the oracle knows values alone, rule " + rule.id());
    }
  }

  /** What must be found of it. */
  List<ExpectedFact> findings(List<Tick> heard) {
    Set<PointId> points = new HashSet<>();
    rule.operands().forEach(operand -> points.add(operand.point()));
    Subject subject = new Subject(Subject.Kind.CONDITION, rule.subject());
    Delays delays = new Delays(rule.raiseAfter(), rule.clearAfter());
    Standing standing = new Standing(subject, rule.id(), delays);
    Map<PointId, Double> newest = new HashMap<>();
    for (Tick tick : heard) {
      boolean told = false;
      for (Reading reading : tick.readings()) {
        if (points.contains(reading.point()) && reading.quality().measures()) {
          newest.put(reading.point(), reading.value());
          told = true;
        }
      }
      Instant now = tick.at();
      if (told && newest.size() == points.size()) {
        standing.look(holds.test(newest), now, now);
      }
    }
    return standing.found();
  }
}
