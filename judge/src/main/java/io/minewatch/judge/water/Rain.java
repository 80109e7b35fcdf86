package io.minewatch.judge.water;

import io.minewatch.domain.plan.RainRule;
import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * The rain of one gauge in steps of ten minutes. A sum over a time holds up to one step more than
 * it: too much rather than too little. Of a gauge that tells amounts every ten minutes or less
 * often, the one of just that time ago is left out: it fell before. Times are event time in
 * milliseconds since 1970 UTC.
 *
 * <p>Late, missing, double: late and doubled ones are left out before. What fell while nothing was
 * heard is not known, save of a counter: the sum is then the least that fell, and whoever asks is
 * told that it {@link #isPartial}.
 */
final class Rain {
  static final long STEP = 600_000;
  private static final long HOUR = 3_600_000;
  private static final long NEVER = Long.MIN_VALUE;

  private final RainRule rule;
  private final double[] steps;
  private long newestStep = NEVER;
  private long last = NEVER;
  private double lastValue;
  private long gapAt = NEVER;

  /** Whether it tells no oftener than there are steps; told anew by each reading. */
  private boolean seldom;

  Rain(RainRule rule) {
    this.rule = rule;
    steps = new double[(int) (rule.within().toMillis() / STEP) + 1];
  }

  /** Takes a reading in. */
  void see(long event, double value) {
    long step = Math.floorDiv(event, STEP);
    if (newestStep == NEVER) {
      newestStep = step;
    }
    for (long each = Math.max(newestStep + 1, step - steps.length + 1); each <= step; each++) {
      steps[place(each)] = 0;
    }
    newestStep = Math.max(newestStep, step);
    if (step > newestStep - steps.length) {
      steps[place(step)] += fallen(event, value);
    }
    seldom = last != NEVER && event - last >= STEP;
    last = event;
    lastValue = value;
  }

  private double fallen(long event, double value) {
    return switch (rule.report()) {
      case AMOUNT -> value;
      case HOUR ->
          last == NEVER ? value : value * Math.min(HOUR, Math.max(0, event - last)) / (double) HOUR;
      case TOTAL -> last == NEVER ? 0 : value >= lastValue ? value - lastValue : value;
    };
  }

  private int place(long step) {
    return (int) Math.floorMod(step, (long) steps.length);
  }

  /** Nobody knows what fell between the last reading and the next; a counter tells it later. */
  void gap() {
    gapAt = rule.report() == RainRule.Report.TOTAL ? gapAt : last;
  }

  /** What was told last is the least that fell. */
  void leastKnown() {
    gapAt = last;
  }

  /** In mm, within the time of the rule; NaN before the first reading. */
  double sum() {
    if (last == NEVER) {
      return Double.NaN;
    }
    boolean fellBefore = seldom && rule.report() == RainRule.Report.AMOUNT;
    double before = fellBefore ? steps[place(newestStep - steps.length + 1)] : 0;
    return Arrays.stream(steps).sum() - before;
  }

  /** Whether part of that time was not heard. */
  boolean isPartial() {
    return gapAt != NEVER && last - gapAt < rule.within().toMillis();
  }

  RainRule rule() {
    return rule;
  }

  void follow(Rain before) {
    last = before.last;
    lastValue = before.lastValue;
    gapAt = before.gapAt;
    newestStep = before.newestStep;
    int shared = Math.min(steps.length, before.steps.length);
    for (long step = newestStep - shared + 1; newestStep != NEVER && step <= newestStep; step++) {
      steps[place(step)] = before.steps[before.place(step)];
    }
  }

  void pass(Tape tape) {
    tape.column(steps);
    newestStep = tape.whole(newestStep);
    last = tape.whole(last);
    lastValue = tape.real(lastValue);
    gapAt = tape.whole(gapAt);
  }
}
