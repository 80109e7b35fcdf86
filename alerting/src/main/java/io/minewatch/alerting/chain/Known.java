package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What stood at each place when somebody last acknowledged, and what was found there since. What
 * was clear again by then was told to nobody; what clears later has been.
 *
 * @param worst by place
 */
public record Known(Map<ZoneId, Severity> worst) {
  static final Known NOTHING = new Known(Map.of());

  public Known {
    worst = Map.copyOf(worst);
  }

  /**
   * After one more event.
   *
   * @param before the incident without it
   */
  Known after(Incident before, Event event) {
    if (event instanceof Event.Acknowledged) {
      Map<ZoneId, Severity> standing = new HashMap<>();
      before.openFindings().forEach(each -> add(standing, each));
      return new Known(standing);
    }
    if (event instanceof Event.FindingNoted noted
        && noted.finding().kind() != FindingKind.CLEARED) {
      Map<ZoneId, Severity> more = new HashMap<>(worst);
      add(more, noted.finding());
      return new Known(more);
    }
    return this;
  }

  private static void add(Map<ZoneId, Severity> to, Finding finding) {
    if (finding.zone() != null) {
      to.merge(finding.zone(), finding.severity(), (a, b) -> a.compareTo(b) < 0 ? b : a);
    }
  }
}
