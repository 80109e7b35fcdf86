package io.minewatch.alerting.group;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Hazard;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What counts as one cause, from a rule pack.
 *
 * @param within how far apart the onsets may be of findings that lie apart and are of one cause
 * @param related hazards that cause one another in one place; one that stands in no set is related
 *     to itself only
 * @param personSafety hazards of which every finding is an incident of its own
 */
public record GroupRules(Duration within, List<Set<Hazard>> related, Set<Hazard> personSafety) {
  public GroupRules {
    Objects.requireNonNull(within, "within");
    related = related.stream().map(Set::copyOf).toList();
    personSafety = Set.copyOf(personSafety);
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("the time of one cause must be positive, was " + within);
    }
  }

  boolean isPersonSafety(Finding finding) {
    return personSafety.contains(finding.hazard());
  }

  /** Whether one may be the cause of the other in one place. */
  boolean areRelated(Hazard one, Hazard other) {
    return one == other
        || related.stream().anyMatch(each -> each.contains(one) && each.contains(other));
  }
}
