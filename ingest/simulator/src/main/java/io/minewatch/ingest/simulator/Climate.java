package io.minewatch.ingest.simulator;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import java.util.List;

/**
 * How a measure behaves on a quiet day, in its unit. The values are of the common order in a
 * ventilated coal mine; none is a limit.
 *
 * @param mean in full production
 * @param spread standard deviation of the wandering
 * @param wanderSeconds how long a deviation lasts (AR(1) time constant)
 * @param perUnit steps of the sensor's resolution in one unit: 100 for 0.01
 * @param production how much of the mean comes from production, 0 to 1
 */
record Climate(
    double mean, double spread, double wanderSeconds, double perUnit, double production) {
  /** How many spreads a quiet mean stays off a limit; the wandering is bounded at 4. */
  private static final double SPREADS_OFF_LIMIT = 8;

  /** And how much of the limit itself, so that a quiet value is plainly quiet. */
  private static final double SHARE_OFF_LIMIT = 0.15;

  static Climate of(Measure measure) {
    return switch (measure) {
      case METHANE -> new Climate(0.38, 0.03, 300, 100, 0.3);
      case CARBON_MONOXIDE -> new Climate(5, 0.6, 900, 1, 0.4);
      case CARBON_DIOXIDE -> new Climate(0.12, 0.01, 600, 100, 0.2);
      case OXYGEN -> new Climate(20.7, 0.03, 600, 100, 0);
      case TEMPERATURE -> new Climate(21.5, 0.25, 3_600, 10, 0.05);
      case AIR_SPEED -> new Climate(1.9, 0.06, 120, 100, 0);
      case PRESSURE -> new Climate(101_300, 40, 7_200, 0.1, 0);
      case WATER_LEVEL -> new Climate(2.4, 0.02, 3_600, 100, 0);
      case INFLOW -> new Climate(86, 2, 3_600, 10, 0);
      case SWITCH -> new Climate(1, 0, 1, 1, 0);
      case HYDROGEN -> new Climate(0.02, 0.004, 900, 100, 0);
      case HYDROGEN_SULPHIDE, SULPHUR_DIOXIDE, NITROGEN_DIOXIDE ->
          new Climate(0.5, 0.05, 900, 10, 0.1);
      case AMMONIA -> new Climate(2, 0.2, 900, 10, 0.1);
      case DUST -> new Climate(2.1, 0.2, 600, 10, 0.2);
      case HUMIDITY -> new Climate(82, 1, 3_600, 10, 0);
      case RAINFALL -> new Climate(0, 0, 1, 10, 0); // of the last hour
      case DISPLACEMENT -> new Climate(12, 0.2, 1, 100, 0);
      case DRAINAGE -> new Climate(95, 2, 3_600, 10, 0);
      case BEACH_LENGTH -> new Climate(140, 0.3, 7_200, 10, 0);
      case PHREATIC_DEPTH -> new Climate(9.5, 0.05, 7_200, 100, 0);
    };
  }

  /** The same, moved so far to the safe side that these limits are not reached on a quiet day. */
  Climate clearOf(List<LimitRule> limits) {
    double moved = mean;
    double calm = spread;
    for (LimitRule limit : limits) {
      double size = Math.abs(limit.restore());
      calm = Math.min(calm, size / (2 * SPREADS_OFF_LIMIT));
      double off = Math.max(SPREADS_OFF_LIMIT * calm, SHARE_OFF_LIMIT * size);
      if (limit.side() == Side.HIGH) {
        moved = Math.min(moved, limit.restore() - off);
      } else {
        moved = Math.max(moved, limit.restore() + SPREADS_OFF_LIMIT * calm);
      }
    }
    return new Climate(moved, calm, wanderSeconds, perUnit, production);
  }

  /** A value as the sensor can show it. */
  double shown(double value) {
    return Math.round(value * perUnit) / perUnit;
  }
}
