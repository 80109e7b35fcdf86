package io.minewatch.judge.limit;

import io.minewatch.domain.plan.Side;
import java.util.List;

/**
 * All limit rules of one point, and the band between their first steps: a value within it is no
 * excursion by any of them. A point that has none and whose value lies there needs no judging.
 */
public final class Limits {
  private final LimitTerms[] all;

  /** Above this and below that nothing is reached. */
  private final double low;

  private final double high;

  public Limits(List<LimitTerms> rules) {
    all = rules.toArray(LimitTerms[]::new);
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    for (LimitTerms terms : all) {
      boolean high = terms.side() == Side.HIGH;
      from = high ? from : Math.max(from, terms.at(0));
      to = high ? Math.min(to, terms.at(0)) : to;
    }
    low = from;
    high = to;
  }

  public int size() {
    return all.length;
  }

  public LimitTerms at(int number) {
    return all[number];
  }

  /** The value of the worst step on a side, NaN where there is none. */
  public double last(Side side) {
    double last = Double.NaN;
    for (LimitTerms terms : all) {
      boolean worse = Double.isNaN(last) || side.worse(terms.last(), last);
      last = terms.side() == side && worse ? terms.last() : last;
    }
    return last;
  }

  /** Whether a value reaches no first step; false for NaN. */
  public boolean isQuiet(double value) {
    return value > low && value < high;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Limits limits && List.of(all).equals(List.of(limits.all));
  }

  @Override
  public int hashCode() {
    return List.of(all).hashCode();
  }
}
