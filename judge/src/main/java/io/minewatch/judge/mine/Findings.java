package io.minewatch.judge.mine;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Step;
import io.minewatch.judge.limit.Fact;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Gives facts their names: whose, by which rule, under which id. */
final class Findings {
  private Findings() {}

  /** Tells the facts of one point as findings and empties the list. */
  static void tell(MineMemory memory, int p, Moment moment, Verdicts out) {
    Told told = out.told(memory, moment);
    Sample by = new Sample();
    for (Fact fact : out.facts) {
      String rule = memory.index.terms(p, fact.slot()).ruleId();
      Map<String, String> said = new HashMap<>();
      if (fact.act() == Step.Act.WITHDRAW) {
        said.put(Finding.STEP, fact.act().name());
      }
      by.set(fact.value(), fact.measured(), fact.received(), fact.quality());
      by.at(memory.points.trustedEvent(p));
      for (Watch watch : memory.watches.at(p)) {
        said.putAll(watch.onExcursion(p, fact.kind(), by, told));
      }
      told.tell(finding(memory.index.point(p), rule, fact, told, said));
    }
    out.facts.clear();
  }

  static Finding finding(
      PointPlan point, String rule, Fact fact, Told told, Map<String, String> said) {
    Instant onset = Instant.ofEpochMilli(fact.onset());
    return new Finding(
        FindingIds.of(told.mine(), point.id().value(), rule, onset),
        fact.number(),
        fact.kind(),
        told.mine(),
        Subject.of(point.id()),
        point.zone(),
        point.measure(),
        point.measure().unit(),
        Check.LIMIT,
        rule,
        fact.severity(),
        onset,
        Instant.ofEpochMilli(fact.measured()),
        Instant.ofEpochMilli(fact.received()),
        Instant.ofEpochMilli(told.now()),
        Double.isNaN(fact.value()) ? null : fact.value(),
        fact.quality(),
        fact.limit(),
        fact.peak(),
        Instant.ofEpochMilli(fact.peakAt()),
        told.planVersion(),
        said);
  }
}
