package io.minewatch.validation.rule;

import io.minewatch.domain.plan.Side;
import io.minewatch.judge.change.ChangeTerms;
import io.minewatch.judge.change.Trigger;
import io.minewatch.judge.flat.FlatTerms;
import io.minewatch.judge.flat.ReportingMode;
import io.minewatch.judge.plausible.PlausibleTerms;
import io.minewatch.judge.slope.AngleLevels;
import io.minewatch.judge.slope.SlopeTerms;
import io.minewatch.judge.trend.TrendTerms;
import java.time.Duration;

/**
 * The parameters of every detector, each by one rule from what is declared of an instrument (its
 * accuracy, its resolution, its reporting period). No file has parameters of its own.
 */
public final class Rules {
  private Rules() {}

  /** A slope point: one value a reading, the last 5 against the 15 before them. */
  public static final String SLOPE =
      "velocity over the last 5 values against the 15 before; a change must stand out by 3 standard"
          + " errors in 2 values running; noise floor = the instrument's accuracy; steady velocity"
          + " learnt; angles 43 to 45 blue, above yellow, 80, 85";

  /** By {@link #SLOPE}. */
  public static SlopeTerms slope(double accuracy) {
    return new SlopeTerms(
        1,
        5,
        15,
        accuracy,
        3,
        1,
        2,
        new SlopeTerms.Steady(Double.NaN, 1.5, 2),
        new AngleLevels(45, 2, 80, 85),
        new SlopeTerms.ForecastTerms(0.9, 8, 5, 1.5, 2.2, 2),
        Duration.ofDays(60));
  }

  /** A sensor's gate and its liveliness. */
  public static final String SENSOR =
      "gate: floor = the sensor's accuracy, at least three steps of its display; a jump is doubted"
          + " beyond 8 usual steps, a shake is 3 usual steps, unsteady from 10 shakes of 16 on"
          + " until three readings running are calm, what shakes is learnt from at a sixteenth; 100"
          + " readings to learn, 10 to settle; flat: no change at all for 30 minutes while there is"
          + " cause to move, and for 14 times as long as it usually stands still";

  /** By {@link #SENSOR}; jumps both ways are doubted. */
  public static PlausibleTerms gate(double accuracy, double resolution, Duration period) {
    return new PlausibleTerms(
        PlausibleTerms.Guard.BOTH_WAYS, Math.max(accuracy, 3 * resolution), 8, 3, period, 100, 10);
  }

  /** By {@link #SENSOR}; what is high is danger and is never kept from judging. */
  public static PlausibleTerms gasGate(double accuracy, double resolution, Duration period) {
    return new PlausibleTerms(
        PlausibleTerms.Guard.LETS_HIGH_THROUGH,
        Math.max(accuracy, 3 * resolution),
        8,
        3,
        period,
        100,
        10);
  }

  /** By {@link #SENSOR}. */
  public static FlatTerms flat(Duration period) {
    return new FlatTerms(ReportingMode.PERIODIC, 0, Duration.ofMinutes(30), period.multipliedBy(6));
  }

  /** A trend: a line through the last 6 readings, drawn out by 5 periods. */
  public static final String TREND =
      "a robust line through the last 6 readings, drawn out 5 periods ahead; scored only"
          + " where it clearly heads for danger (90 %); shown from 30 scored forecasts on, if their"
          + " error is at least 5 % smaller than that of standing still";

  /** By {@link #TREND}. */
  public static TrendTerms trend(Side side, Duration period) {
    return new TrendTerms(side, period, 6, 5, 0.9, 30, 0.05, 0.001);
  }

  /** The official triggers for methane, with the proposed time bases. */
  public static final String METHANE_CHANGE =
      "0.75 %, or more than +0.2 percentage points against the last 10 minutes or the same shift of"
          + " the day before; cleared at half of the change for 10 minutes";

  /** By {@link #METHANE_CHANGE}. */
  public static ChangeTerms methaneChange() {
    return change(
        new Trigger(0.75, 0.2, Double.NaN, 0, Trigger.Reach.MORE_THAN, Trigger.Way.RISE, 0.01),
        Duration.ofMinutes(10));
  }

  /** A share of 20 % either way, as for inflow, over so much time. */
  public static ChangeTerms inflowChange(double floor, Duration window) {
    return change(
        new Trigger(
            Double.NaN, Double.NaN, 0.2, floor, Trigger.Reach.AT_LEAST, Trigger.Way.EITHER, 1e-6),
        window);
  }

  /** A rise of a level by so much within a time. */
  public static ChangeTerms levelRise(double by, double resolution, Duration window) {
    return change(
        new Trigger(
            Double.NaN, by, Double.NaN, 0, Trigger.Reach.AT_LEAST, Trigger.Way.RISE, resolution),
        window);
  }

  private static ChangeTerms change(Trigger trigger, Duration window) {
    return new ChangeTerms(
        trigger,
        window,
        Duration.ofHours(8),
        Duration.ZERO,
        8,
        0.5,
        Duration.ZERO,
        Duration.ofMinutes(10),
        Duration.ofHours(24));
  }
}
