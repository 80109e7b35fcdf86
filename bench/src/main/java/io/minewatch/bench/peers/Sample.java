package io.minewatch.bench.peers;

import io.minewatch.domain.reading.Measure;

/** One reading as an engine of others gets it: an event with plain properties, never changed. */
public final class Sample {
  private final String sensor;
  private final String measure;
  private final double value;
  private final int quality;
  private final long at;

  Sample(String sensor, Measure measure, double value, Trust trust) {
    this.sensor = sensor;
    this.measure = measure.name();
    this.value = value;
    this.quality = trust.code();
    this.at = trust.at();
  }

  /**
   * When it was measured, and what it is worth.
   *
   * @param at milliseconds since 1970 UTC
   * @param code 0 for one that measures, 1 for one that blinds, 2 for one that does neither
   */
  record Trust(long at, int code) {}

  /** Mine and point, parted by a stroke. */
  public String getSensor() {
    return sensor;
  }

  public String getMeasure() {
    return measure;
  }

  public double getValue() {
    return value;
  }

  /** 0 for one that measures, 1 for one that blinds, 2 for one that does neither. */
  public int getQuality() {
    return quality;
  }

  /** Milliseconds since 1970 UTC. */
  public long getMeasured() {
    return at;
  }
}
