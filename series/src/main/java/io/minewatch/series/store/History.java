package io.minewatch.series.store;

import java.util.Arrays;

/**
 * Recorded values by measured time, oldest first, in the measure's own unit.
 *
 * <p>With a step of 0 these are the values as recorded. Otherwise each step of that length that
 * holds values is told by two: its lowest at its begin and its highest at its middle.
 */
public final class History {
  private final long stepMillis;
  private final long[] times;
  private final double[] values;
  private int size;

  /** Makes room for so many values. */
  public History(long stepMillis, int room) {
    this.stepMillis = stepMillis;
    this.times = new long[room];
    this.values = new double[room];
  }

  /** Which step, in milliseconds, brings the span within so many values; 0 if none is needed. */
  public static long stepFor(Span span, long recorded, int maxPoints) {
    if (maxPoints < 2 || maxPoints > SeriesStore.MAX_POINTS) {
      throw new IllegalArgumentException(
          "at least 2 and at most " + SeriesStore.MAX_POINTS + " points, was " + maxPoints);
    }
    if (recorded <= maxPoints) {
      return 0;
    }
    int steps = maxPoints / 2;
    // Steps count from 1970, not from the span's begin: one step more may be touched.
    return Math.max(2, -Math.floorDiv(-span.millis(), Math.max(1, steps - 1)));
  }

  /** Adds a value; later than the one before. Beyond the room it is an error. */
  public void add(long timeMillis, double value) {
    times[size] = timeMillis;
    values[size] = value;
    size++;
  }

  public long stepMillis() {
    return stepMillis;
  }

  public int size() {
    return size;
  }

  /** Milliseconds since 1970 UTC. */
  public long[] times() {
    return Arrays.copyOf(times, size);
  }

  public double[] values() {
    return Arrays.copyOf(values, size);
  }
}
