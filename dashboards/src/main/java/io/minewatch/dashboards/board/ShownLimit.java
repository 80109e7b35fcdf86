package io.minewatch.dashboards.board;

import io.minewatch.domain.plan.Source;

/**
 * An alarm and a cut value that are drawn as lines. Lines only: what is judged is in the plan.
 *
 * @param location the location class for which they hold, to be told to the reader
 * @param alarm in the unit of the measure
 * @param cut in the same unit, not below the alarm
 */
public record ShownLimit(String location, double alarm, double cut, Source source) {
  public ShownLimit {
    if (!(alarm <= cut)) {
      throw new IllegalArgumentException("need alarm <= cut, was " + alarm + " and " + cut);
    }
  }
}
