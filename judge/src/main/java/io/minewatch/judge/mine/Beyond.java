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
 * the other side it says nothing: it neither opens nor clears.
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
    if (side == null) {
      return Double.NaN;
    }
    double ladder = index.lastStep(p, side);
    Side other = side == Side.HIGH ? Side.LOW : Side.HIGH;
    // A zero that drifts is danger only where little is; much is danger unless only little is.
    boolean speaks =
        !Double.isNaN(ladder) || (side == Side.HIGH && Double.isNaN(index.lastStep(p, other)));
    if (!speaks) {
      return Double.NaN;
    }
    return worse(side, worse(side, sent, last), worse(side, ladder, end(index, p, side)));
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
