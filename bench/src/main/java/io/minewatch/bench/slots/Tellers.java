package io.minewatch.bench.slots;

import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.textbook.Alert;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;

/** Turns what each system says into what the oracle can compare. */
final class Tellers {
  private Tellers() {}

  static Told told(Finding finding) {
    return new Told(
        finding.mine().value(),
        finding.subject().toString(),
        finding.rule(),
        finding.fact(),
        finding.kind(),
        finding.severity(),
        finding.onset().toEpochMilli(),
        finding.measured().toEpochMilli());
  }

  static Told told(Alert alert) {
    return new Told(
        alert.mine,
        alert.point,
        alert.rule,
        alert.fact,
        FindingKind.valueOf(alert.kind),
        Severity.valueOf(alert.severity),
        alert.onset,
        alert.time);
  }
}
