package io.minewatch.dashboards.board;

import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.reading.Measure;
import java.util.List;

/**
 * A row of a rule pack whose values are drawn as lines. Lines only: what is judged is in the plan.
 *
 * @param place for which it holds, to be told to the reader
 * @param alarm in the unit of the measure
 * @param further where power is cut or work stops, in the same unit; none is on the safe side of
 *     the alarm
 */
public record ShownLimit(
    Measure measure, String place, Side side, double alarm, List<Double> further, Source source) {
  public ShownLimit {
    further = List.copyOf(further);
    for (double each : further) {
      if (!side.reached(each, alarm)) {
        throw new IllegalArgumentException(each + " is on the safe side of the alarm " + alarm);
      }
    }
  }
}
