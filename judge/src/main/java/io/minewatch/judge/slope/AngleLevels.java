package io.minewatch.judge.slope;

/**
 * The angles at which a slope changes colour, in degrees. The published table says "about" for the
 * first one and gives no tolerance, so that is a parameter of its own: only downwards, for what is
 * above the first angle is yellow by the table.
 *
 * @param blue the angle of uniform movement
 * @param tolerance how far below it counts as uniform already
 * @param orange at or above; above blue and below orange it is yellow
 * @param red at or above
 */
public record AngleLevels(double blue, double tolerance, double orange, double red) {
  public AngleLevels {
    if (!(tolerance >= 0 && blue - tolerance > 0 && blue < orange && orange < red && red < 90)) {
      throw new IllegalArgumentException(
          "need 0 < blue - tolerance, blue < orange < red < 90 degrees, was "
              + (blue + " - " + tolerance + ", " + orange + ", " + red));
    }
  }

  /** The band of an angle that is valid. */
  public AngleBand band(double degrees) {
    if (degrees >= red) {
      return AngleBand.RED;
    }
    if (degrees >= orange) {
      return AngleBand.ORANGE;
    }
    if (degrees > blue) {
      return AngleBand.YELLOW;
    }
    return degrees >= blue - tolerance ? AngleBand.BLUE : AngleBand.BELOW;
  }
}
