package io.minewatch.judge.water;

/**
 * Judges inflow against the pumps, and how long the sump still takes it.
 *
 * <p>Late, missing, double: a function of the newest trusted inflow alone; the caller keeps which
 * that is. An unknown inflow is UNKNOWN, never ENOUGH.
 */
public final class PumpJudge {
  private PumpJudge() {}

  /**
   * Judges an inflow.
   *
   * @param inflow in m3/h, NaN where it is not known
   */
  public static PumpState judge(double inflow, Pumps pumps, PumpTerms terms) {
    double all = pumps.working() + pumps.standby();
    if (Double.isNaN(inflow)) {
      return PumpState.UNKNOWN;
    }
    if (inflow > all) {
      return PumpState.BEYOND;
    }
    if (inflow > terms.share() * all) {
      return PumpState.NO_MARGIN;
    }
    return inflow > terms.share() * pumps.working() ? PumpState.STANDBY_NEEDED : PumpState.ENOUGH;
  }

  /**
   * Hours until the sump is full at the present balance.
   *
   * @param free room left in the sump in m3
   * @return positive infinity while it does not fill; NaN where inflow or what runs is not known
   */
  public static double hoursUntilFull(double inflow, double free, Pumps pumps) {
    double balance = inflow - pumps.running();
    if (Double.isNaN(balance) || Double.isNaN(free)) {
      return Double.NaN;
    }
    return balance <= 0 ? Double.POSITIVE_INFINITY : Math.max(0, free) / balance;
  }
}
