package io.minewatch.domain.reading;

import java.util.Arrays;

/**
 * The readings of one gateway message, in the order sent: columns, not objects, because a nation
 * sends tens of thousands of readings a second. Reused by its owner between messages; not shared.
 *
 * <p>Values are as sent, in the unit sent; nothing is checked against the mine's plan yet. Times
 * are measured times (event time) in milliseconds since 1970 UTC.
 */
public final class ReadingBatch {
  /** Most readings in one message; a message with more is refused before it is kept. */
  public static final int MAX_READINGS = 10_000;

  private String[] points = new String[64];
  private String[] units = new String[64];
  private double[] values = new double[64];
  private long[] measuredMillis = new long[64];
  private Quality[] qualities = new Quality[64];
  private int size;

  /** Forgets all readings, keeps the room. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds one reading.
   *
   * @param point the name of the point within the mine; not yet known to be legal
   * @param value in {@code unit}; NaN is kept, so that its refusal can name the point
   * @throws IllegalStateException beyond {@link #MAX_READINGS}
   */
  public void add(String point, double value, String unit, long measured, Quality quality) {
    if (size == points.length) {
      grow();
    }
    points[size] = point;
    values[size] = value;
    units[size] = unit;
    measuredMillis[size] = measured;
    qualities[size] = quality;
    size++;
  }

  private void grow() {
    if (size >= MAX_READINGS) {
      throw new IllegalStateException("more than " + MAX_READINGS + " readings in one message");
    }
    int room = Math.min(MAX_READINGS, size * 2);
    points = Arrays.copyOf(points, room);
    units = Arrays.copyOf(units, room);
    values = Arrays.copyOf(values, room);
    measuredMillis = Arrays.copyOf(measuredMillis, room);
    qualities = Arrays.copyOf(qualities, room);
  }

  public int size() {
    return size;
  }

  public String point(int i) {
    return points[i];
  }

  public double value(int i) {
    return values[i];
  }

  public String unit(int i) {
    return units[i];
  }

  public long measuredMillis(int i) {
    return measuredMillis[i];
  }

  public Quality quality(int i) {
    return qualities[i];
  }
}
