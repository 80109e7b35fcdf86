package io.minewatch.alerting.backtest;

import io.minewatch.alerting.backtest.Comparison.Real;
import io.minewatch.domain.finding.Severity;
import java.time.Duration;
import java.time.Instant;

/**
 * A finding opened, or got worse.
 *
 * @param onset of the finding
 * @param at when judging told that it is so severe, by the clock of the record: no sooner could
 *     anybody be called, whenever it began
 */
record Worse(String subject, Instant onset, Instant at, Severity severity) {
  /** How long before a real event began a finding may open and still be of it. */
  static final Duration AHEAD = Duration.ofHours(1);

  boolean isOf(Real real) {
    return real.subjects().contains(subject)
        && !onset.isBefore(real.onset().minus(AHEAD))
        && onset.isBefore(real.end());
  }
}
