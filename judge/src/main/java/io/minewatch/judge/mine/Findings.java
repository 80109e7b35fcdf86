package io.minewatch.judge.mine;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.judge.limit.Fact;
import java.time.Instant;
import java.util.Map;

/** Gives facts their names: whose, by which rule, under which id. */
final class Findings {
  private Findings() {}

  /** Tells the facts of one point as findings and empties the list. */
  static void tell(MineMemory memory, int p, long judged, Verdicts out) {
    for (Fact fact : out.facts) {
      String rule = memory.index.terms(fact.slot()).ruleId();
      out.tell(
          finding(
              memory.mine(), memory.index.point(p), rule, fact, judged, memory.plan().version()));
    }
    out.facts.clear();
  }

  static Finding finding(
      MineCode mine, PointPlan point, String rule, Fact fact, long judged, long planVersion) {
    Instant onset = Instant.ofEpochMilli(fact.onset());
    return new Finding(
        FindingIds.of(mine, point.id().value(), rule, onset),
        fact.number(),
        fact.kind(),
        mine,
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
        Instant.ofEpochMilli(judged),
        Double.isNaN(fact.value()) ? null : fact.value(),
        fact.quality(),
        fact.limit(),
        fact.peak(),
        Instant.ofEpochMilli(fact.peakAt()),
        planVersion,
        Map.of());
  }
}
