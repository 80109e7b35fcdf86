package io.minewatch.judge.slope;

import io.minewatch.judge.fit.Rings;

/**
 * How badly the values since onset fit Voight's law, once the two numbers that enter it in a
 * straight way (where it began, how strong it is) are chosen best.
 */
record Misfit(Rings values, int slot, int from) {
  int count() {
    return values.size(slot) - from;
  }

  long newest() {
    return values.at(slot, values.size(slot) - 1);
  }

  /** From the first to the newest value, in milliseconds. */
  double span() {
    return newest() - values.at(slot, from);
  }

  /**
   * The sum of squares that is left.
   *
   * @param ahead failure so many milliseconds after the newest value
   * @param exponent of Voight's law, more than 1
   * @return infinity for a slope that does not move
   */
  double at(double ahead, double exponent) {
    double power = 1 - 1 / (exponent - 1);
    double base = values.value(slot, from);
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    double syy = 0;
    for (int i = from; i < from + count(); i++) {
      double x = course((newest() - values.at(slot, i)) / ahead + 1, power);
      double y = values.value(slot, i) - base;
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
      syy += y * y;
    }
    int n = count();
    double xx = sxx - sx * sx / n;
    double xy = sxy - sx * sy / n;
    if (!(xx > 0 && xy != 0)) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.max(0, syy - sy * sy / n - xy * xy / xx);
  }

  /** Displacement but for scale, growing as the time to failure shrinks. */
  private static double course(double timeToFailure, double power) {
    return Math.abs(power) < 1e-6
        ? -Math.log(timeToFailure)
        : -(Math.pow(timeToFailure, power) - 1) / power;
  }
}
