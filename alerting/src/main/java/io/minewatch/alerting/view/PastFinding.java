package io.minewatch.alerting.view;

import io.minewatch.alerting.roster.Sight;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.PointId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An excursion found in data that came late (断电续传, 补传): a fact of the past, called out to nobody.
 *
 * @param severity the worst colour it reached
 * @param onset measured time of the reading that opened it; by our clock, as far as that is known,
 *     where the clock that told it was far off
 * @param ended the same of the reading that cleared it, or null: its end was not in the data that
 *     came late
 * @param peak the worst value, in the unit
 * @param judged when it was found
 */
public record PastFinding(
    String id,
    @Nullable String point,
    String name,
    String nameEnglish,
    String what,
    String whatEnglish,
    String severity,
    Instant onset,
    @Nullable Instant ended,
    double peak,
    String unit,
    Instant judged,
    String rule,
    long planVersion) {
  /**
   * Makes one of the facts of each finding.
   *
   * @param facts the newest first, as they came
   * @param sight what of people the reader may see
   */
  public static List<PastFinding> of(List<Finding> facts, @Nullable Plan plan, Sight sight) {
    Names names = new Names(plan, sight);
    Map<String, Finding> newest = new LinkedHashMap<>();
    Map<String, Finding> worst = new LinkedHashMap<>();
    for (Finding fact : facts) {
      String id = fact.id().value();
      newest.merge(id, fact, (one, other) -> one.isAfter(other) ? one : other);
      worst.merge(
          id, fact, (one, other) -> one.severity().compareTo(other.severity()) >= 0 ? one : other);
    }
    List<PastFinding> all = new ArrayList<>();
    newest.forEach((id, fact) -> all.add(one(fact, worst.getOrDefault(id, fact), names)));
    return all;
  }

  private static PastFinding one(Finding fact, Finding worst, Names names) {
    PointId point = fact.point();
    return new PastFinding(
        fact.id().value(),
        point == null ? null : point.value(),
        names.subject(fact),
        names.subjectEnglish(fact),
        names.what(fact),
        names.whatEnglish(fact),
        worst.severity().name(),
        fact.begun(),
        fact.kind() == FindingKind.CLEARED ? fact.happened() : null,
        fact.peak(),
        fact.unit(),
        fact.judged(),
        fact.rule(),
        fact.planVersion());
  }
}
