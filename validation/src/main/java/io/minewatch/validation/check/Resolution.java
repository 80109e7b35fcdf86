package io.minewatch.validation.check;

import java.util.Arrays;

/** The step of a sensor's display, where nobody declared it: as it shows in its values. */
final class Resolution {
  /** Steps that are rarer than this are leftovers of averaging or of made-up faults. */
  private static final double RARE = 0.01;

  private Resolution() {}

  /** The smallest step between different values that makes up at least one in a hundred of all. */
  static double of(double[] values) {
    double[] steps = new double[values.length - 1];
    int found = 0;
    for (int i = 1; i < values.length; i++) {
      double step = Math.abs(values[i] - values[i - 1]);
      if (step > 1e-9) {
        steps[found++] = step;
      }
    }
    Arrays.sort(steps, 0, found);
    return found == 0 ? 0 : steps[(int) (RARE * found)];
  }
}
