package io.minewatch.alerting.fourline;

import java.time.Duration;

/**
 * When cuts of the network are taken for an outage of the region, from a rule pack.
 *
 * @param window cuts whose onsets lie no further apart began together
 * @param share of the county's mines that are cut off together, above 0 and at most 1
 * @param leastMines and at least so many of them
 */
public record FourLineRules(Duration window, double share, int leastMines) {
  public FourLineRules {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window must be above zero, was " + window);
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share is above 0 and at most 1, was " + share);
    }
    if (leastMines < 2) {
      throw new IllegalArgumentException("a region is 2 mines at least, was " + leastMines);
    }
  }
}
