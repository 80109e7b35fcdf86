package io.minewatch.judge.slope;

import io.minewatch.judge.fit.Quantiles;
import io.minewatch.judge.fit.Rings;
import org.jspecify.annotations.Nullable;

/**
 * The failure time of a slope whose inverse velocity falls in a straight line to zero (Fukuzono
 * 1985, Voight 1989). The law v = k / (T - t) is fitted in its integrated form, displacement = c -
 * k ln(T - t), because dividing by a noisy velocity magnifies the noise of exactly the slow
 * readings. T is tried over its range; the interval holds every T whose misfit is not significantly
 * worse than the best one's.
 */
final class InverseVelocity {
  private static final int TRIALS = 64;

  /** The nearest failure time that is tried, as a share of the time span of the values. */
  private static final double NEAREST = 1e-3;

  private static final int REFINEMENTS = 24;
  private static final int HALVINGS = 16;

  private InverseVelocity() {}

  /**
   * Fits the values from index {@code from} on.
   *
   * @param noise standard deviation of a value
   * @return null if no end can be bounded within reach
   */
  static @Nullable FailureTime fit(
      Rings values, int slot, int from, double noise, SlopeTerms.ForecastTerms terms) {
    int n = values.size(slot) - from;
    long newest = values.at(slot, values.size(slot) - 1);
    double span = newest - values.at(slot, from);
    double step = Math.log(terms.reach() / NEAREST) / (TRIALS - 1);
    double[] misfits = new double[TRIALS];
    int best = 0;
    for (int i = 0; i < TRIALS; i++) {
      misfits[i] = misfit(values, slot, from, span * NEAREST * Math.exp(i * step));
      best = misfits[i] < misfits[best] ? i : best;
    }
    if (best == TRIALS - 1 || Double.isInfinite(misfits[best])) {
      return null;
    }
    double likely = refine(values, slot, from, span, step, best);
    double least = misfit(values, slot, from, likely);
    if (least / (n - 3) > terms.misfit() * terms.misfit() * noise * noise) {
      return null; // it does not move by this law
    }
    double variance = Math.max(noise * noise, least / (n - 3));
    double t = Quantiles.student(terms.coverage(), n - 3);
    double bound = least + t * t * variance;
    if (misfits[TRIALS - 1] <= bound) {
      return null; // the data cannot tell it from one that never ends
    }
    double shortest = edge(values, slot, from, span * NEAREST, likely, bound);
    double longest = edge(values, slot, from, span * terms.reach(), likely, bound);
    return new FailureTime(
        newest + (misfits[0] <= bound ? 0 : (long) shortest),
        newest + (long) likely,
        newest + (long) Math.ceil(longest));
  }

  /** How far ahead the misfit passes the bound, between a time beyond it and the likely one. */
  private static double edge(
      Rings values, int slot, int from, double beyond, double likely, double bound) {
    double outside = Math.log(beyond);
    double inside = Math.log(likely);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (outside + inside) / 2;
      if (misfit(values, slot, from, Math.exp(middle)) <= bound) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return Math.exp(inside);
  }

  private static double refine(
      Rings values, int slot, int from, double span, double step, int best) {
    double low = Math.max(0, best - 1);
    double high = best + 1;
    for (int i = 0; i < REFINEMENTS; i++) {
      double third = (high - low) / 3;
      double a = misfit(values, slot, from, span * NEAREST * Math.exp((low + third) * step));
      double b = misfit(values, slot, from, span * NEAREST * Math.exp((high - third) * step));
      if (a <= b) {
        high -= third;
      } else {
        low += third;
      }
    }
    return span * NEAREST * Math.exp((low + high) / 2 * step);
  }

  /** Sum of squares that is left when the slope fails {@code ahead} ms after the newest value. */
  private static double misfit(Rings values, int slot, int from, double ahead) {
    int size = values.size(slot);
    long newest = values.at(slot, size - 1);
    double base = values.value(slot, from);
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    double syy = 0;
    for (int i = from; i < size; i++) {
      double x = -Math.log((newest - values.at(slot, i)) / ahead + 1);
      double y = values.value(slot, i) - base;
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
      syy += y * y;
    }
    int n = size - from;
    double xx = sxx - sx * sx / n;
    double xy = sxy - sx * sy / n;
    if (!(xx > 0 && xy > 0)) {
      return Double.POSITIVE_INFINITY; // not moving forward
    }
    return Math.max(0, syy - sy * sy / n - xy * xy / xx);
  }
}
