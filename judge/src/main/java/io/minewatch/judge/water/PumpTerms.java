package io.minewatch.judge.water;

/**
 * How much of the pumps may be needed. The regulation asks that the working set lifts 24 hours of
 * normal inflow in 20 hours, and with the standby set 24 hours of the greatest inflow in 20 hours:
 * a share of 20/24.
 *
 * @param share of a capacity that inflow may take up before that capacity counts as used up
 */
public record PumpTerms(double share) {
  public PumpTerms {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies above 0 and at most at 1, was " + share);
    }
  }
}
