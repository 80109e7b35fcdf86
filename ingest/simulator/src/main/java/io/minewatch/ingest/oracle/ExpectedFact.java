package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import java.time.Instant;
import java.util.List;

/**
 * What must be found about one subject by one rule, of whatever kind of judging.
 *
 * @param onset measured time of what opens it; for silence of the last thing heard
 * @param kinds of its facts, in order; without CLEARED it stands at the end
 */
public record ExpectedFact(Subject subject, String rule, Instant onset, List<FindingKind> kinds) {
  public ExpectedFact {
    kinds = List.copyOf(kinds);
  }

  /** What a limit must find, without its peak. */
  static ExpectedFact of(Expected limit) {
    return new ExpectedFact(Subject.of(limit.point()), limit.rule(), limit.onset(), limit.kinds());
  }

  @Override
  public String toString() {
    return subject + " " + rule + " " + onset + " " + kinds;
  }
}
