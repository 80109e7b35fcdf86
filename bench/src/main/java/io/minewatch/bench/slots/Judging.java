package io.minewatch.bench.slots;

import io.minewatch.bench.script.EarlyRules;
import io.minewatch.domain.plan.Plan;

/** By how many rules the points of the workload are judged. The messages are the same. */
public enum Judging {
  /** By their limits alone. */
  LIMITS(""),
  /** Every point also by change, trend and plausibility, and for being lost, flat or chattering. */
  EARLY("E");

  private final String mark;

  Judging(String mark) {
    this.mark = mark;
  }

  /** What the id of a slot ends in. */
  String mark() {
    return mark;
  }

  /** The plan with these rules. */
  Plan of(Plan plan) {
    return this == EARLY ? EarlyRules.over(plan) : plan;
  }
}
