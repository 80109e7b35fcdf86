package io.minewatch.judge.fit;

/** How many standard deviations to each side hold a stated share of all outcomes. */
public final class Quantiles {
  private static final double[] A = {
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  };
  private static final double[] B = {
    -5.447609879822406e+01,
    1.615858368580409e+02,
    -1.556989798598866e+02,
    6.680131188771972e+01,
    -1.328068155288572e+01,
    1
  };
  private static final double[] C = {
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  };
  private static final double[] D = {
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
  };
  private static final double TAIL = 0.02425;

  private Quantiles() {}

  /**
   * For a normal distribution.
   *
   * @param coverage share within, more than 0 and less than 1
   */
  public static double normal(double coverage) {
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException("coverage lies between 0 and 1, was " + coverage);
    }
    double p = (1 - coverage) / 2; // Acklam's rational approximation of the lower quantile
    if (p < TAIL) {
      double q = Math.sqrt(-2 * Math.log(p));
      return -horner(C, q) / horner(D, q);
    }
    double q = p - 0.5;
    double r = q * q;
    return -horner(A, r) * q / horner(B, r);
  }

  /** For a Student distribution, by its expansion round the normal; good from 4 degrees on. */
  public static double student(double coverage, int degrees) {
    double z = normal(coverage);
    double n = Math.max(1, degrees);
    double cube = z * z * z;
    return z + (cube + z) / (4 * n) + (5 * cube * z * z + 16 * cube + 3 * z) / (96 * n * n);
  }

  private static double horner(double[] coefficients, double x) {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum = sum * x + coefficient;
    }
    return sum;
  }
}
