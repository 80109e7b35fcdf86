package io.minewatch.judge.slope;

import java.time.Duration;
import java.util.Objects;

/**
 * How one slope point is judged. No number here is the law's: they come from the yearly appraisal
 * of the slope, from the instrument's sheet, or from a rule over noise and period.
 *
 * @param bucket how many readings are averaged into one value before anything is computed
 * @param recent over how many of these values the present velocity is taken
 * @param before over how many values before those the earlier velocity is taken
 * @param noise standard deviation of one averaged value in mm; more is believed when the series
 *     shows more, less never
 * @param significance how many standard errors a change of velocity must stand out
 * @param settled below how many standard errors it has ended
 * @param confirm how many values in a row must say so
 * @param steady how the velocity of the steady stage is known
 * @param angles the colours of the tangential angle
 * @param forecast how the failure time is forecast
 * @param staleAfter without a reading for longer than this, nothing is known
 */
public record SlopeTerms(
    int bucket,
    int recent,
    int before,
    double noise,
    double significance,
    double settled,
    int confirm,
    Steady steady,
    AngleLevels angles,
    ForecastTerms forecast,
    Duration staleAfter) {
  public SlopeTerms {
    Objects.requireNonNull(steady, "steady");
    Objects.requireNonNull(angles, "angles");
    Objects.requireNonNull(forecast, "forecast");
    if (bucket < 1 || confirm < 1) {
      throw new IllegalArgumentException(
          "bucket and confirm are at least 1, were " + bucket + " and " + confirm);
    }
    if (recent < 3 || before < recent || recent + before > SlopeMemory.KEPT) {
      throw new IllegalArgumentException(
          ("need 3 <= recent <= before and recent + before <= " + SlopeMemory.KEPT)
              + (", was " + recent + " and " + before));
    }
    if (!(noise > 0 && settled >= 0 && significance > settled)) {
      throw new IllegalArgumentException(
          "need noise > 0 and significance > settled >= 0, was "
              + (noise + ", " + significance + ", " + settled));
    }
    if (staleAfter.isNegative() || staleAfter.isZero()) {
      throw new IllegalArgumentException("staleAfter must be positive, was " + staleAfter);
    }
  }

  /**
   * The velocity of the steady stage, against which the angle is taken. It is frozen once known.
   *
   * @param declared in mm a day, from the appraisal; NaN to learn it from the first steady stage
   * @param factor the learnt one is at least the measured velocity times this
   * @param sigmas and at least the measured velocity plus this many of its standard errors
   */
  public record Steady(double declared, double factor, double sigmas) {
    public Steady {
      if (declared <= 0 || Double.isInfinite(declared) || !(factor >= 1 && sigmas > 0)) {
        throw new IllegalArgumentException(
            "need declared > 0 or NaN, factor >= 1, sigmas > 0, was "
                + (declared + ", " + factor + ", " + sigmas));
      }
    }
  }

  /**
   * What a failure time must hold to be given.
   *
   * @param coverage how often the interval should hold the true failure time, between 0 and 1
   * @param least how many values since onset a forecast needs
   * @param reach how far ahead a forecast may look, as a multiple of the time that the values since
   *     onset span; what ends later is no forecast
   * @param lowest lowest exponent of Voight's law that is thought possible, more than 1
   * @param highest the highest one; the interval holds the failure times of all exponents between
   * @param misfit how many times the noise the movement may miss the law; a movement that misses it
   *     by more has no failure time by it
   */
  public record ForecastTerms(
      double coverage, int least, double reach, double lowest, double highest, double misfit) {
    public ForecastTerms {
      boolean possible = coverage > 0 && coverage < 1 && least >= 5 && reach > 0 && misfit >= 1;
      if (!possible || !(lowest > 1 && highest >= lowest && highest < 3)) {
        throw new IllegalArgumentException(
            "need 0 < coverage < 1, least >= 5, reach > 0, misfit >= 1, 1 < lowest <= highest < 3,"
                + " was "
                + (coverage + ", " + least + ", " + reach + ", " + misfit)
                + (", " + lowest + ", " + highest));
      }
    }
  }
}
