package io.minewatch.alerting.warning;

import io.minewatch.alerting.notify.cap.CapAlert;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A warning of others as a finding: of the mine as a whole, without any value. */
final class Warnings {
  private static final String RULE = "cap:warning";

  private Warnings() {}

  /** Extreme red, Severe orange, Moderate yellow, Minor blue; what is unknown is not mild. */
  static Severity severity(CapAlert.Severity severity) {
    return switch (severity) {
      case Extreme -> Severity.RED;
      case Severe, Unknown -> Severity.ORANGE;
      case Moderate -> Severity.YELLOW;
      case Minor -> Severity.BLUE;
    };
  }

  /** The same for every message of one root: the root stands for the onset of the others' event. */
  static FindingId id(String root, MineCode mine) {
    return FindingIds.of(mine, root, RULE, Instant.EPOCH);
  }

  static Finding opened(
      String root, MineCode mine, CapAlert alert, CapAlert.Info info, Instant now) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("sender", alert.sender());
    detail.put("identifier", alert.identifier());
    detail.put("event", info.event());
    detail.put("headline", info.headline());
    detail.put("description", info.description());
    if (info.expires() != null) {
      detail.put("expires", info.expires().toString());
    }
    return new Finding(
        id(root, mine),
        0,
        FindingKind.OPENED,
        mine,
        new Subject(Subject.Kind.MINE, mine.value()),
        null,
        null,
        "",
        Check.WARNING,
        RULE,
        severity(info.severity()),
        alert.sent(),
        alert.sent(),
        now,
        now,
        null,
        Quality.GOOD,
        0,
        0,
        alert.sent(),
        1,
        detail);
  }

  /** What follows on a fact, as the other side said at an instant. */
  static Finding next(Finding last, FindingKind kind, Severity severity, Instant at, Clock clock) {
    Instant now = clock.instant();
    return new Finding(
        last.id(),
        last.fact() + 1,
        kind,
        last.mine(),
        last.subject(),
        null,
        null,
        "",
        Check.WARNING,
        RULE,
        severity,
        last.onset(),
        at,
        now,
        now,
        null,
        Quality.GOOD,
        0,
        0,
        last.peakAt(),
        last.planVersion(),
        last.detail());
  }
}
