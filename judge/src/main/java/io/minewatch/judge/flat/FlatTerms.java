package io.minewatch.judge.flat;

import java.time.Duration;
import java.util.Objects;

/** When a point counts as stuck. */
public final class FlatTerms {
  private final ReportingMode mode;
  private final double noiseFloor;
  private final long flatAfter;
  private final long gap;

  /**
   * Refuses what contradicts itself.
   *
   * @param noiseFloor in the unit of the measure: a live sensor in action moves by more than this
   *     within {@code flatAfter}; NaN where nobody has declared it, then nothing is judged
   * @param flatAfter how long it must stand still while there is cause to move
   * @param gap a pause longer than this begins a new stretch
   */
  public FlatTerms(ReportingMode mode, double noiseFloor, Duration flatAfter, Duration gap) {
    this.mode = Objects.requireNonNull(mode, "mode");
    if (noiseFloor < 0 || Double.isInfinite(noiseFloor)) {
      throw new IllegalArgumentException("a noise floor is not negative, was " + noiseFloor);
    }
    if (flatAfter.isNegative() || flatAfter.isZero() || gap.isNegative() || gap.isZero()) {
      throw new IllegalArgumentException(
          "flatAfter and gap must be positive, were " + flatAfter + " and " + gap);
    }
    this.noiseFloor = noiseFloor;
    this.flatAfter = flatAfter.toMillis();
    this.gap = gap.toMillis();
  }

  double noiseFloor() {
    return noiseFloor;
  }

  /** Milliseconds. */
  long flatAfterMillis() {
    return flatAfter;
  }

  /** Milliseconds. */
  long gapMillis() {
    return gap;
  }

  boolean isJudged() {
    return mode == ReportingMode.PERIODIC && !Double.isNaN(noiseFloor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlatTerms terms
        && mode == terms.mode
        && Double.compare(noiseFloor, terms.noiseFloor) == 0
        && flatAfter == terms.flatAfter
        && gap == terms.gap;
  }

  @Override
  public int hashCode() {
    return Objects.hash(mode, noiseFloor, flatAfter, gap);
  }
}
