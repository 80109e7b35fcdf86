package io.minewatch.validation.check;

import org.jspecify.annotations.Nullable;

/** What one gets from the textbook without smoothing. */
final class NaiveSlope {
  private static final double DAY = 86_400_000;
  private static final int FIRST = 20;
  private static final int LAST = 8;

  private NaiveSlope() {}

  /** Tangential angle of each raw velocity against the mean of the first ones, in degrees. */
  static double[] angles(long[] times, double[] values) {
    double[] angles = new double[values.length];
    int first = Math.min(FIRST, values.length - 1);
    double steady = Math.abs((values[first] - values[0]) / (times[first] - times[0]));
    for (int i = first + 1; i < values.length; i++) {
      double velocity = (values[i] - values[i - 1]) / (times[i] - times[i - 1]);
      angles[i] = Math.toDegrees(Math.atan(velocity / steady));
    }
    return angles;
  }

  /**
   * The zero of the straight line through the last inverse raw velocities (Fukuzono as printed).
   *
   * @return in milliseconds, null if a velocity is not positive or the line does not fall
   */
  static @Nullable Double forecast(long[] times, double[] values, int newest) {
    if (newest < LAST) {
      return null;
    }
    double[] x = new double[LAST];
    double[] y = new double[LAST];
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < LAST; i++) {
      int at = newest - LAST + 1 + i;
      double velocity = (values[at] - values[at - 1]) / ((times[at] - times[at - 1]) / DAY);
      if (velocity <= 0) {
        return null;
      }
      x[i] = (times[at] - times[newest]) / DAY;
      y[i] = 1 / velocity;
      meanX += x[i] / LAST;
      meanY += y[i] / LAST;
    }
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < LAST; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
    }
    double slope = xy / xx;
    double zero = slope < 0 ? meanX - meanY / slope : Double.NaN;
    return zero > 0 ? Double.valueOf(times[newest] + zero * DAY) : null;
  }
}
