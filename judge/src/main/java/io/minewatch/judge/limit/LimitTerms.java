package io.minewatch.judge.limit;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Step;

/** A {@link LimitRule} laid out for the hot path: plain numbers, no collections. */
public final class LimitTerms {
  private final LimitRule rule;
  private final double[] at;
  private final Severity[] severities;
  private final Step.Act[] acts;
  private final boolean high;
  private final long raiseAfter;
  private final long clearAfter;

  public LimitTerms(LimitRule rule) {
    this.rule = rule;
    this.at = rule.steps().stream().mapToDouble(Step::at).toArray();
    this.severities = rule.steps().stream().map(Step::severity).toArray(Severity[]::new);
    this.acts = new Step.Act[at.length];
    boolean out = false;
    for (int step = 0; step < at.length; step++) {
      out |= rule.steps().get(step).act() == Step.Act.WITHDRAW;
      acts[step] = out ? Step.Act.WITHDRAW : rule.steps().get(step).act();
    }
    this.high = rule.side() == Side.HIGH;
    this.raiseAfter = rule.raiseAfter().toMillis();
    this.clearAfter = rule.clearAfter().toMillis();
  }

  public String ruleId() {
    return rule.id();
  }

  public Side side() {
    return rule.side();
  }

  /** The value of the worst step. */
  public double last() {
    return at[at.length - 1];
  }

  int steps() {
    return at.length;
  }

  /** Counted from 0. */
  double at(int step) {
    return at[step];
  }

  Severity severity(int step) {
    return severities[step];
  }

  /** What is wanted when a step is reached: people out from the first that asks for it. */
  Step.Act act(int step) {
    return acts[step];
  }

  /** Whether the next step lies at the same value, so that both are reached by one reading. */
  boolean isOneWithNext(int step) {
    return step + 1 < at.length && at[step] == at[step + 1];
  }

  double restore() {
    return rule.restore();
  }

  /** The limit itself counts as reached. */
  boolean reached(int step, double value) {
    return high ? value >= at[step] : value <= at[step];
  }

  boolean worse(double a, double b) {
    return high ? a > b : a < b;
  }

  /** Strictly on the safe side of restore. */
  boolean restored(double value) {
    return worse(rule.restore(), value);
  }

  long raiseAfterMillis() {
    return raiseAfter;
  }

  long clearAfterMillis() {
    return clearAfter;
  }
}
