package io.minewatch.judge.slope;

import io.minewatch.judge.fit.Quantiles;
import io.minewatch.judge.fit.Rings;
import org.jspecify.annotations.Nullable;

/**
 * The failure time of a slope whose inverse velocity falls towards zero (Fukuzono 1985, Voight
 * 1989; a straight line for the exponent 2). The law is fitted in its integrated form, displacement
 * against time to failure, because dividing by a noisy velocity magnifies the noise of exactly the
 * slow readings. Failure time and exponent are tried over their ranges; the interval holds every
 * failure time for which some exponent fits not significantly worse than the best of all.
 *
 * <p>About a millisecond a fit; only the progressive stage asks for one. Scratch space, no memory.
 */
final class InverseVelocity {
  private static final int TRIALS = 24;
  private static final int EXPONENTS = 5;

  /** The nearest failure time that is tried, as a share of the time span of the values. */
  private static final double NEAREST = 1e-3;

  private static final int REFINEMENTS = 14;
  private static final int HALVINGS = 12;

  private final double[] likely = new double[EXPONENTS];
  private final double[] least = new double[EXPONENTS];

  /**
   * Fits the values from index {@code from} on.
   *
   * @param noise standard deviation of a value
   * @return null if no end can be bounded within reach, or the movement does not follow the law
   */
  @Nullable FailureTime fit(
      Rings values, int slot, int from, double noise, SlopeTerms.ForecastTerms terms) {
    Misfit misfit = new Misfit(values, slot, from);
    double nearest = misfit.span() * NEAREST;
    double farthest = misfit.span() * terms.reach();
    int best = 0;
    for (int e = 0; e < EXPONENTS; e++) {
      likely[e] = likely(misfit, exponent(e, terms), nearest, farthest);
      least[e] = misfit.at(likely[e], exponent(e, terms));
      best = least[e] < least[best] ? e : best;
    }
    double perValue = least[best] / (misfit.count() - 4);
    if (!(perValue <= terms.misfit() * terms.misfit() * noise * noise)) {
      return null; // it does not move by this law
    }
    double t = Quantiles.student(terms.coverage(), misfit.count() - 4);
    double bound = least[best] + t * t * Math.max(noise * noise, perValue);
    double earliest = likely[best];
    double latest = likely[best];
    for (int e = 0; e < EXPONENTS; e++) {
      if (least[e] <= bound) {
        double exponent = exponent(e, terms);
        if (misfit.at(farthest, exponent) <= bound) {
          return null; // the data cannot tell it from one that never ends
        }
        boolean atOnce = misfit.at(nearest, exponent) <= bound;
        earliest =
            Math.min(earliest, atOnce ? 0 : edge(misfit, exponent, nearest, likely[e], bound));
        latest = Math.max(latest, edge(misfit, exponent, farthest, likely[e], bound));
      }
    }
    for (int e = Math.max(0, best - 1); e <= Math.min(EXPONENTS - 1, best + 1); e++) {
      earliest = Math.min(earliest, likely[e]); // the true exponent may lie between two tried ones
      latest = Math.max(latest, likely[e]);
    }
    return new FailureTime(
        misfit.newest() + (long) earliest,
        misfit.newest() + (long) likely[best],
        misfit.newest() + (long) Math.ceil(latest));
  }

  private static double exponent(int number, SlopeTerms.ForecastTerms terms) {
    return terms.lowest() + number * (terms.highest() - terms.lowest()) / (EXPONENTS - 1);
  }

  /** How far ahead the misfit is least. */
  private static double likely(Misfit misfit, double exponent, double nearest, double farthest) {
    double step = Math.log(farthest / nearest) / (TRIALS - 1);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIALS; i++) {
      double tried = misfit.at(nearest * Math.exp(i * step), exponent);
      if (tried < least) {
        least = tried;
        best = i;
      }
    }
    double low = Math.max(0, best - 1);
    double high = Math.min(TRIALS - 1, best + 1);
    for (int i = 0; i < REFINEMENTS; i++) {
      double third = (high - low) / 3;
      double a = misfit.at(nearest * Math.exp((low + third) * step), exponent);
      double b = misfit.at(nearest * Math.exp((high - third) * step), exponent);
      if (a <= b) {
        high -= third;
      } else {
        low += third;
      }
    }
    return nearest * Math.exp((low + high) / 2 * step);
  }

  /** How far ahead the misfit passes the bound, between a time beyond it and the likely one. */
  private static double edge(
      Misfit misfit, double exponent, double beyond, double likely, double bound) {
    double outside = Math.log(beyond);
    double inside = Math.log(likely);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (outside + inside) / 2;
      if (misfit.at(Math.exp(middle), exponent) <= bound) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return Math.exp(inside);
  }
}
