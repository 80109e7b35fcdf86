package io.minewatch.judge.flat;

import java.time.Duration;
import java.util.Objects;

/**
 * When a point counts as stuck.
 *
 * @param noiseFloor in the unit of the measure: a live sensor in action moves by more than this
 *     within {@code flatAfter}; NaN where nobody has declared it, then nothing is judged
 * @param flatAfter how long it must stand still while there is cause to move
 * @param gap a pause longer than this begins a new stretch
 */
public record FlatTerms(ReportingMode mode, double noiseFloor, Duration flatAfter, Duration gap) {
  public FlatTerms {
    Objects.requireNonNull(mode, "mode");
    if (noiseFloor < 0 || Double.isInfinite(noiseFloor)) {
      throw new IllegalArgumentException("a noise floor is not negative, was " + noiseFloor);
    }
    if (flatAfter.isNegative() || flatAfter.isZero() || gap.isNegative() || gap.isZero()) {
      throw new IllegalArgumentException(
          "flatAfter and gap must be positive, were " + flatAfter + " and " + gap);
    }
  }

  boolean isJudged() {
    return mode == ReportingMode.PERIODIC && !Double.isNaN(noiseFloor);
  }
}
