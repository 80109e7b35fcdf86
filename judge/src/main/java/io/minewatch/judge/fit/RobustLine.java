package io.minewatch.judge.fit;

import io.minewatch.domain.plan.Side;
import java.util.Arrays;

/**
 * The line through values of a ring that half of them may contradict: the median of the slopes of
 * all pairs (Theil 1950, Sen 1968), and the median level. Reused from fit to fit; holds no memory
 * of a point.
 */
public final class RobustLine {
  /** Scatter of a normal distribution against its median absolute deviation. */
  private static final double NORMAL = 1.4826;

  private final double[] x;
  private final double[] y;
  private final double[] slopes;
  private final double[] levels;
  private int points;
  private int pairs;
  private double slope;
  private double level;
  private double spread;

  /** For at most so many values in one line. */
  public RobustLine(int capacity) {
    x = new double[capacity];
    y = new double[capacity];
    slopes = new double[capacity * (capacity - 1) / 2];
    levels = new double[capacity];
  }

  /** Begins a new line without any value. */
  public void clear() {
    points = 0;
  }

  /** Adds a value; {@code x} only grows. */
  public void add(double atX, double value) {
    x[points] = atX;
    y[points++] = value;
  }

  /** Lays the line through the values from index {@code from} to before {@code to}. */
  public void lay(Rings rings, int slot, int from, int to) {
    clear();
    for (int i = from; i < to; i++) {
      add((double) (rings.at(slot, i) - rings.at(slot, to - 1)), rings.value(slot, i));
    }
    lay();
  }

  /**
   * Whether the line through the values added may clearly head for a side: said without laying it,
   * by how many pairs do. Where it is false, the flattest slope within the margin does not.
   *
   * @param margin as {@link #slopeMargin} gives it for so many values
   */
  public boolean mayHead(Side side, double margin) {
    int rising = 0;
    int falling = 0;
    for (int i = 0; i < points; i++) {
      for (int j = i + 1; j < points; j++) {
        rising += y[j] > y[i] ? 1 : 0;
        falling += y[j] < y[i] ? 1 : 0;
      }
    }
    int all = points * (points - 1) / 2;
    if (side == Side.HIGH) {
      return all - rising <= Math.min(all - 1, (int) ((0.5 - margin) * (all - 1)) + 1);
    }
    return falling > (int) ((0.5 + margin) * (all - 1));
  }

  /** Lays the line through the values added; at least two. */
  public void lay() {
    pairs = 0;
    double mean = 0;
    for (int i = 0; i < points; i++) {
      mean += x[i] / points;
    }
    double squares = 0;
    for (int i = 0; i < points; i++) {
      squares += (x[i] - mean) * (x[i] - mean);
      for (int j = i + 1; j < points; j++) {
        slopes[pairs++] = (y[j] - y[i]) / (x[j] - x[i]);
      }
    }
    Arrays.sort(slopes, 0, pairs);
    slope = median(slopes, pairs);
    for (int i = 0; i < points; i++) {
      levels[i] = y[i] - slope * (x[i] - x[points - 1]);
    }
    Arrays.sort(levels, 0, points);
    level = median(levels, points);
    spread = Math.sqrt(squares);
  }

  /** How far the values lie off the line, as a standard deviation. */
  public double scatter() {
    for (int i = 0; i < points; i++) {
      levels[i] = Math.abs(y[i] - level - slope * (x[i] - x[points - 1]));
    }
    Arrays.sort(levels, 0, points);
    return NORMAL * median(levels, points);
  }

  /**
   * How far to each side of the middle of all slopes the true one lies, as a share of the pairs
   * (Sen 1968, by the variance of Kendall's count, wider for few values); 0.5 where all pairs are
   * needed.
   */
  public double slopeMargin(double coverage) {
    double n = points;
    double count = Math.sqrt(n * (n - 1) * (2 * n + 5) / 18);
    return Math.min(0.5, Quantiles.student(coverage, points - 2) * count / (n * (n - 1)));
  }

  /** Change of the value for one of {@code x}: for a ring, per millisecond. */
  public double slope() {
    return slope;
  }

  /** Where the line stands at the newest value's time. */
  public double level() {
    return level;
  }

  /** Standard error of the slope when each value scatters by {@code noise}. */
  public double slopeError(double noise) {
    return noise / spread;
  }

  /** The slope that this share of all pairs stays below; 0.5 is the slope itself. */
  public double slopeQuantile(double share) {
    double place = share * (pairs - 1);
    int below = (int) place;
    int above = Math.min(pairs - 1, below + 1);
    return slopes[below] + (place - below) * (slopes[above] - slopes[below]);
  }

  /**
   * How far values scatter round a smooth course, as a standard deviation: from how far each lies
   * off the straight way between its two neighbours, so that a trend does not count as noise. NaN
   * for fewer than three values.
   */
  public double noise(Rings rings, int slot, int from, int to) {
    int found = 0;
    for (int i = from + 1; i < to - 1; i++) {
      double before = rings.at(slot, i) - rings.at(slot, i - 1);
      double after = rings.at(slot, i + 1) - rings.at(slot, i);
      double share = before / (before + after);
      double off =
          rings.value(slot, i)
              - (1 - share) * rings.value(slot, i - 1)
              - share * rings.value(slot, i + 1);
      double variance = 1 + (1 - share) * (1 - share) + share * share;
      slopes[found++] = Math.abs(off) / Math.sqrt(variance);
    }
    if (found == 0) {
      return Double.NaN;
    }
    Arrays.sort(slopes, 0, found);
    return NORMAL * median(slopes, found);
  }

  private static double median(double[] sorted, int size) {
    return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
  }
}
