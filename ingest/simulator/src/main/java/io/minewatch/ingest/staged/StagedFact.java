package io.minewatch.ingest.staged;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import java.time.Instant;
import java.util.List;

/**
 * A finding that must come of a script, to the last fact.
 *
 * @param onset measured time of what opens it
 * @param told its facts in order; without CLEARED it stands at the end
 */
public record StagedFact(
    Subject subject, String rule, Severity severity, Instant onset, List<Told> told) {
  /** One fact and the measured time that it names. */
  public record Told(FindingKind kind, Instant measured) {}

  public StagedFact {
    told = List.copyOf(told);
  }
}
