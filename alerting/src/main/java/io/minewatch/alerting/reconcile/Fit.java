package io.minewatch.alerting.reconcile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How one thing follows from another in the shifts of a baseline: a line by the medians of Theil
 * and Sen, or a share by the median. Up to a quarter of the shifts may be anything.
 *
 * @param rest what is taken without any; 0 for a share
 * @param rise so much more for each
 * @param least the lowest that the baseline has of what explains
 * @param usual the usual deviation of a shift, as a share of what was expected (1.4826 MAD)
 */
record Fit(double rest, double rise, double least, double usual) {
  /** That the deviation of a normal distribution is its median deviation times this. */
  private static final double OF_MEDIAN = 1.4826;

  private static final double HALF = 0.5;

  /** Below this part of the baseline's median a share is of next to nothing. */
  private static final double NOTHING = 0.1;

  /** Through shifts in which both are known; null where nothing can be expected of them. */
  static @Nullable Fit of(Pair.Form form, double[] by, double[] of) {
    double rise = form == Pair.Form.LINE ? Math.max(0, rise(by, of)) : share(by, of);
    double[] rests = new double[of.length];
    for (int i = 0; i < of.length; i++) {
      rests[i] = of[i] - rise * by[i];
    }
    double rest = form == Pair.Form.LINE ? median(rests) : 0;
    double lowest = Arrays.stream(by).min().orElse(0);
    double least = form == Pair.Form.LINE ? lowest : NOTHING * median(by);
    double[] off = new double[of.length];
    for (int i = 0; i < of.length; i++) {
      double expected = rest + rise * by[i];
      off[i] = expected > 0 ? Math.abs(of[i] - expected) / expected : 0;
    }
    return Double.isNaN(rise) ? null : new Fit(rest, rise, least, OF_MEDIAN * median(off));
  }

  /**
   * What is to be expected; NaN where nothing can be said. Below all that the baseline has seen a
   * line is not drawn on: what is expected there is what its lowest shift had.
   */
  double expected(double by, Pair.Form form) {
    if (form == Pair.Form.SHARE && !(by > least)) {
      return Double.NaN;
    }
    double expected = rest + rise * Math.max(by, least);
    return expected > 0 ? expected : Double.NaN; // of nothing there is no multiple
  }

  private static double rise(double[] by, double[] of) {
    double[] rises = new double[by.length * (by.length - 1) / 2];
    int known = 0;
    for (int i = 0; i < by.length; i++) {
      for (int j = i + 1; j < by.length; j++) {
        double across = by[j] - by[i];
        if (across != 0) {
          rises[known++] = (of[j] - of[i]) / across;
        }
      }
    }
    return known == 0 ? 0 : median(Arrays.copyOf(rises, known));
  }

  private static double share(double[] by, double[] of) {
    double[] shares = new double[by.length];
    int known = 0;
    for (int i = 0; i < by.length; i++) {
      if (by[i] > 0) {
        shares[known++] = of[i] / by[i];
      }
    }
    return median(Arrays.copyOf(shares, known));
  }

  /** NaN of nothing. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : HALF * (sorted[middle - 1] + sorted[middle]);
  }
}
