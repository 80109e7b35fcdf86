package io.minewatch.domain.plan;

/** On which side of a limit danger lies. */
public enum Side {
  /** Danger when large: gas, level, rain, displacement. */
  HIGH,
  /** Danger when small: oxygen, air speed, freeboard, beach length. */
  LOW;

  /** Whether the value has reached the limit; the limit itself counts as reached (≥ or ≤). */
  public boolean reached(double value, double limit) {
    return this == HIGH ? value >= limit : value <= limit;
  }

  /** Whether {@code a} is further into danger than {@code b}. */
  public boolean worse(double a, double b) {
    return this == HIGH ? a > b : a < b;
  }
}
