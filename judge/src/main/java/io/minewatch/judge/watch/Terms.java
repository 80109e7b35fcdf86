package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.plan.Side;

/**
 * How a condition is judged.
 *
 * @param rule id of the rule
 * @param side on which its numbers are worse
 * @param raiseAfter how long it must hold before it counts, milliseconds
 * @param clearAfter how long it must be gone, seen without a gap, before it is over, milliseconds
 */
public record Terms(String rule, Check check, Side side, long raiseAfter, long clearAfter) {
  /** The same where nothing is to be waited for. */
  Terms atOnce() {
    return new Terms(rule, check, side, 0, 0);
  }
}
