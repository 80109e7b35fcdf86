package io.minewatch.judge.mine;

import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.limit.LimitTerms;
import org.jspecify.annotations.Nullable;

/**
 * What a reading from beyond an end of its sensor's range says. The number that comes with it means
 * little: systems send 0, the last value, 9999 or a word. Over the range it is at least that
 * number, the upper end, what was measured last and the last step of what the point is judged by
 * when large; under the range the same of the lower end and of what it is judged by when small. Of
 * the other side it says nothing: it neither opens nor clears. Where neither an end nor a step is
 * known, and the number is none beyond what was measured last, nobody knows how much it is: then it
 * is no measurement, and blinds. It is always a bound and never tells how fast something changes.
 */
final class Beyond {
  private Beyond() {}

  /** The side of the end beyond which a reading of this quality lies, null for all others. */
  private static @Nullable Side side(Quality quality) {
    return switch (quality) {
      case OVER_RANGE -> Side.HIGH;
      case UNDER_RANGE -> Side.LOW;
      case GOOD,
          CALIBRATION,
          SENSOR_FAULT,
          DISCONNECTED,
          SUBSTATION_FAULT,
          NOT_PATROLLED,
          PAUSED,
          STALE,
          SUSPECT,
          OFFLINE_GATEWAY ->
          null;
    };
  }

  /** What a reading is judged as, in the unit of its measure; NaN where it is no measurement. */
  static double seen(MineMemory memory, int p, double sent, Quality quality) {
    return seen(memory.index, p, sent, quality, memory.points.trusted(p));
  }

  /**
   * The same.
   *
   * @param last what was measured last, NaN for nothing
   */
  static double seen(PlanIndex index, int p, double sent, Quality quality, double last) {
    if (quality == Quality.GOOD) {
      return sent;
    }
    Side side = side(quality);
    if (side == null || !speaks(index, p, side)) {
      return Double.NaN;
    }
    double known = worse(side, index.lastStep(p, side), end(index, p, side));
    if (Double.isNaN(known) && !side.worse(sent, Double.isNaN(last) ? 0 : last)) {
      return Double.NaN; // the last value once more would be a point that stands still
    }
    return worse(side, worse(side, sent, last), known);
  }

  /** Whether a reading that is no measurement lies where danger may be. */
  static boolean blinds(PlanIndex index, int p, Quality quality) {
    Side side = side(quality);
    return side != null && speaks(index, p, side);
  }

  /** A zero that drifts is danger only where little is; much is danger unless only little is. */
  private static boolean speaks(PlanIndex index, int p, Side side) {
    return !Double.isNaN(index.lastStep(p, side))
        || (side == Side.HIGH && Double.isNaN(index.lastStep(p, Side.LOW)));
  }

  /** Whether a reading that is a measurement is one for these limits. */
  static boolean concerns(LimitTerms terms, Quality quality) {
    Side side = side(quality);
    return side == null || side == terms.side();
  }

  private static double end(PlanIndex index, int p, Side side) {
    Sensor sensor = index.point(p).sensor();
    double end = side == Side.HIGH ? sensor.highest() : sensor.lowest();
    return Math.abs(end) < Sensor.WIDEST ? end : Double.NaN;
  }

  private static double worse(Side side, double a, double b) {
    return Double.isNaN(a) || side.worse(b, a) ? b : a;
  }
}
