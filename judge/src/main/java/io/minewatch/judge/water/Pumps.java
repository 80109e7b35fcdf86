package io.minewatch.judge.water;

/**
 * What the drainage of a mine can lift, in m3/h (coal safety regulation 2025, art. 315: working,
 * standby and maintenance sets).
 *
 * @param working capacity of the pumps that are meant to run
 * @param standby further capacity that can be switched on
 * @param running what runs now, as the feed sensors say; NaN where that is not known
 */
public record Pumps(double working, double standby, double running) {
  public Pumps {
    if (!(working > 0 && standby >= 0) || running < 0) {
      throw new IllegalArgumentException(
          "need working > 0, standby >= 0, running >= 0 or NaN, was "
              + (working + ", " + standby + ", " + running));
    }
  }
}
