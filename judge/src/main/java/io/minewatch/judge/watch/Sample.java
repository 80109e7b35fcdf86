package io.minewatch.judge.watch;

import io.minewatch.domain.reading.Quality;

/**
 * One reading of one point, in the unit of its measure. Reused from reading to reading, because a
 * nation sends tens of thousands a second. Times are milliseconds since 1970 UTC.
 */
public final class Sample {
  private double value = Double.NaN;
  private long measured;
  private long event;
  private long received;
  private Quality quality = Quality.STALE;
  private boolean unseen;

  /**
   * Makes this the next reading; NaN for one that carries no number. Its event time is its measured
   * time until {@link #at} says otherwise.
   */
  public Sample set(double value, long measured, long received, Quality quality) {
    this.value = value;
    this.measured = measured;
    this.event = measured;
    this.received = received;
    this.quality = quality;
    this.unseen = false;
    return this;
  }

  /**
   * Whatever flag it bears does not excuse it: nothing was measured for too long, or it is beyond
   * its range and nobody knows how far.
   */
  public Sample unseen() {
    unseen = true;
    return this;
  }

  /** Measured time with the jumps of a wrong clock taken out: delays are counted by it. */
  public Sample at(long eventTime) {
    event = eventTime;
    return this;
  }

  /** In the unit of its measure, NaN when it carries no number. */
  public double value() {
    return value;
  }

  /** When the sensor measured it, by its gateway's clock. */
  public long measured() {
    return measured;
  }

  /** Measured time with the jumps of a wrong clock taken out. */
  public long event() {
    return event;
  }

  /** When it reached us. */
  public long received() {
    return received;
  }

  public Quality quality() {
    return quality;
  }

  /** Whether the value is what was measured, and not only how much it is at least or at most. */
  public boolean isExact() {
    return quality == Quality.GOOD;
  }

  /** Whether the point can no longer be relied on to see danger. */
  public boolean blinds() {
    return unseen || quality.blinds();
  }
}
