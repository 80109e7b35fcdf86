package io.minewatch.alerting.reconcile;

import java.time.Duration;

/**
 * By what the shifts of a mine are reconciled, from a rule pack.
 *
 * @param baseline days that are looked back on: shifts of the same slot
 * @param least such shifts that must be known before anything is held against them
 * @param recent newest shifts that are looked at together; none of them is baseline of the newest
 * @param shifts of these that must disagree
 * @param deviations how many of the mine's own usual deviations a residual is more than
 * @param share and how large a share of what was expected
 * @param accuracy no usual deviation is taken for less than this share: meters are not better
 * @param stood people's time at a place that no plan knows, in one shift
 */
public record ReconcileRules(
    int baseline,
    int least,
    int recent,
    int shifts,
    double deviations,
    double share,
    double accuracy,
    Duration stood) {
  public ReconcileRules {
    if (least < 3 || baseline < least) {
      throw new IllegalArgumentException(
          "a baseline has at least 3 shifts, and not more at least than in all, was "
              + least
              + " of "
              + baseline);
    }
    if (shifts < 1 || recent < shifts) {
      throw new IllegalArgumentException(
          "at least one shift of the recent ones, was " + shifts + " of " + recent);
    }
    if (!(deviations > 0 && share > 0 && accuracy > 0)) {
      throw new IllegalArgumentException(
          "deviations, share and accuracy are above zero, were "
              + deviations
              + ", "
              + share
              + ", "
              + accuracy);
    }
    if (stood.isNegative() || stood.isZero()) {
      throw new IllegalArgumentException("people stand for a time, was " + stood);
    }
  }
}
