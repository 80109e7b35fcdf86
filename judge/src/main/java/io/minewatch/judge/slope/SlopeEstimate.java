package io.minewatch.judge.slope;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a slope point after a value. Velocities are in mm a day.
 *
 * @param measured time of the newest value, milliseconds since 1970 UTC
 * @param velocity present velocity with the sign of the point's own axis, NaN while unknown
 * @param velocityError its standard error
 * @param acceleration of the speed, in mm a day per day: below 0 while it slows down
 * @param steady frozen velocity of the steady stage, NaN until known
 * @param angle improved tangential angle in degrees, NaN unless the band is valid
 * @param onset when the present speeding-up began; meaningful in the progressive stage only
 * @param failure the forecast, null unless the outlook is FORECAST
 */
public record SlopeEstimate(
    long measured,
    double velocity,
    double velocityError,
    double acceleration,
    double steady,
    double angle,
    AngleBand band,
    Stage stage,
    long onset,
    Outlook outlook,
    @Nullable FailureTime failure) {

  static SlopeEstimate unknown(long measured, double steady, Outlook outlook) {
    return new SlopeEstimate(
        measured,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        steady,
        Double.NaN,
        AngleBand.WARM_UP,
        Stage.UNKNOWN,
        SlopeMemory.NEVER,
        outlook,
        null);
  }

  /** How fast it moves, whichever way; NaN while unknown. */
  public double speed() {
    return Math.abs(velocity);
  }

  /** Whether this may be shown green: everything is known and nothing is wrong. */
  public boolean isGreen() {
    return band == AngleBand.BELOW && (stage == Stage.STEADY || stage == Stage.REGRESSIVE);
  }
}
